import { createHash } from 'node:crypto'
import type { Usage } from './usage.ts'

/** Share of a budget from which pages of a list are asked for more slowly. */
const SLOW_FROM = 80
/** Meta counts per hour; without a word on when it opens again this is long enough to find out by asking. */
const REST_WITHOUT_WORD_S = 300
/** Of how many numbers, templates and files it is remembered whose they are. */
const MOST_OBJECTS = 1_000

interface Spent {
  percent: number
  restUntil: number
}

/**
 * What the usage headers said about a token's budgets: one for its app, one for each account (WABA). Channels that send have a brake of
 * their own; this is for everything else: it spreads the pages of long lists, and asks nothing of an account whose budget is used up.
 * To which account a number or a template belongs is learned from the answers about it. @param now milliseconds of a monotonic clock
 */
export class Budgets {
  readonly #now: () => number
  #app: Spent = { percent: 0, restUntil: 0 }
  readonly #wabas = new Map<string, Spent>()
  readonly #wabasOf = new Map<string, string[]>()

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /** @param path of the request that was answered; its first part is the thing that was asked about */
  note({ app, wabas }: Usage, path: string): void {
    if (app !== undefined) this.#app = this.#spent(this.#app, app, 0)
    for (const { wabaId, percent, regainMinutes } of wabas) {
      const before = this.#wabas.get(wabaId) ?? { percent: 0, restUntil: 0 }
      this.#wabas.set(wabaId, this.#spent(before, percent, regainMinutes * 60))
    }
    if (wabas.length === 0) return
    const object = objectOf(path)
    this.#wabasOf.delete(object)
    this.#wabasOf.set(
      object,
      wabas.map(({ wabaId }) => wabaId),
    )
    const [oldest] = this.#wabasOf.keys()
    if (this.#wabasOf.size > MOST_OBJECTS && oldest !== undefined) this.#wabasOf.delete(oldest)
  }

  /** Seconds until this may be asked; 0 when it may now. */
  restSeconds(path: string): number {
    const until = Math.max(...this.#of(path).map(({ restUntil }) => restUntil))
    return Math.max(0, Math.ceil((until - this.#now()) / 1_000))
  }

  /** Milliseconds between two pages: none below 80 %, a second at 99 %. */
  gapMs(path: string): number {
    const percent = Math.max(...this.#of(path).map((spent) => spent.percent))
    return (Math.min(Math.max(percent - SLOW_FROM, 0), 19) / 19) * 1_000
  }

  #of(path: string): Spent[] {
    const object = objectOf(path)
    const accounts = this.#wabasOf.get(object) ?? [object]
    return [this.#app, ...accounts.flatMap((wabaId) => this.#wabas.get(wabaId) ?? [])]
  }

  #spent(before: Spent, percent: number, regainSeconds: number): Spent {
    const seconds = regainSeconds || (percent >= 100 ? REST_WITHOUT_WORD_S : 0)
    return { percent, restUntil: Math.max(before.restUntil, this.#now() + seconds * 1_000) }
  }
}

const objectOf = (path: string): string => path.split('/')[0] ?? ''

const known = new Map<string, Budgets>()

/** The budgets of a token: the same for every client of this process, because most live for one question only. */
export function budgetsOf({ baseUrl, token }: { baseUrl: string; token: string }): Budgets {
  const key = createHash('sha256').update(`${baseUrl} ${token}`).digest('base64')
  const budgets = known.get(key) ?? new Budgets()
  known.set(key, budgets)
  return budgets
}
