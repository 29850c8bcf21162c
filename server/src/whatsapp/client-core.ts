import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { type GraphResult, usedUp } from './result.ts'
import { createGraphTransport, type GraphTransport } from './transport.ts'
import type { Usage } from './usage.ts'

export interface GraphClientOptions {
  baseUrl: string
  /** For example `v25.0`. */
  version: string
  token: string
  /** With it every request carries `appsecret_proof`, which Meta can be told to demand. */
  appSecret?: string
  /** Connections to share with other clients; without it the client opens and closes its own. */
  transport?: GraphTransport
}

export type Loose = Record<string, unknown>

export const Success = z.looseObject({ success: z.boolean().optional() })
export const Fields = z.looseObject({ id: z.string().optional() })
export const PageAnswer = z.looseObject({
  data: z.array(z.looseObject({})),
  paging: z
    .looseObject({
      cursors: z.looseObject({ after: z.string().optional() }).optional(),
      next: z.string().optional(),
    })
    .optional()
    .catch(undefined),
})

type Wanted = Parameters<GraphTransport['call']>[2]

/** What every part of the client is made of: one call, read with a schema, and a list that goes on to its last page. */
export interface GraphCore {
  readonly token: string
  readonly appSecret: string | undefined
  readonly transport: GraphTransport
  call<S extends z.ZodType>(schema: S, what: Wanted): Promise<GraphResult<z.infer<S>>>
  list(path: string, query: Record<string, string>): Promise<GraphResult<Loose[]>>
}

export function createCore(options: GraphClientOptions): GraphCore {
  const { token, appSecret } = options
  const budget = new Budget()
  const transport =
    options.transport ?? createGraphTransport({ ...options, onUsage: (usage) => budget.note(usage) })

  async function call<S extends z.ZodType>(schema: S, what: Wanted): Promise<GraphResult<z.infer<S>>> {
    const seconds = budget.restSeconds()
    if (seconds > 0) return usedUp(seconds)
    const result = await transport.call(token, appSecret, what)
    if (result.ok !== true) return result
    const parsed = schema.safeParse(result.value)
    return parsed.success
      ? { ok: true, value: parsed.data }
      : { ok: 'unknown', detail: 'the answer has an unexpected shape' }
  }

  async function list(path: string, query: Record<string, string>): Promise<GraphResult<Loose[]>> {
    const items: Loose[] = []
    let after: string | undefined
    do {
      if (after) await pause(budget.gapMs())
      const page = await call(PageAnswer, { method: 'GET', path, query: after ? { ...query, after } : query })
      if (page.ok !== true) return page
      items.push(...page.value.data)
      const next = page.value.paging?.next ? page.value.paging.cursors?.after : undefined
      // A cursor that leads to itself would never end.
      after = next === after ? undefined : next
    } while (after)
    return { ok: true, value: items }
  }

  return { token, appSecret, transport, call, list }
}

/** Share of a budget from which pages of a list are asked for more slowly. */
const SLOW_FROM = 80
/** Meta counts per hour; without a word on when it opens again this is long enough to find out by asking. */
const REST_WITHOUT_WORD_S = 300

/**
 * What the usage headers said about this token's budgets. Channels that send share one transport with a brake of its own;
 * this one is for everything else: it spreads the pages of long lists, and asks nothing while a budget is used up.
 */
class Budget {
  #percent = 0
  #restUntil = 0

  note({ app = 0, wabas }: Usage): void {
    this.#percent = Math.max(app, ...wabas.map(({ percent }) => percent))
    const regain = Math.max(0, ...wabas.map(({ regainMinutes }) => regainMinutes * 60))
    const seconds = regain || (this.#percent >= 100 ? REST_WITHOUT_WORD_S : 0)
    this.#restUntil = Math.max(this.#restUntil, performance.now() + seconds * 1_000)
  }

  restSeconds(): number {
    return Math.max(0, Math.ceil((this.#restUntil - performance.now()) / 1_000))
  }

  /** Milliseconds between two pages: none below 80 %, a second at 99 %. */
  gapMs(): number {
    return (Math.min(Math.max(this.#percent - SLOW_FROM, 0), 19) / 19) * 1_000
  }
}
