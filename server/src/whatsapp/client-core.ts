import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { budgetsOf } from './budgets.ts'
import { type GraphResult, usedUp } from './result.ts'
import { createGraphTransport, type GraphTransport } from './transport.ts'

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
  // Channels that send share one transport with a brake of its own.
  const budgets = options.transport ? undefined : budgetsOf(options)
  const transport =
    options.transport ??
    createGraphTransport({ ...options, onUsage: (usage, path) => budgets?.note(usage, path) })

  async function call<S extends z.ZodType>(schema: S, what: Wanted): Promise<GraphResult<z.infer<S>>> {
    const seconds = budgets?.restSeconds(what.path) ?? 0
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
      if (after) await pause(budgets?.gapMs(path) ?? 0)
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
