import { iso } from './clock.ts'

/** A Graph request or a webhook attempt as it is kept; bodies stay text until somebody asks. */
export interface LogInput {
  kind: 'request' | 'webhook'
  at: number
  method: string
  path: string
  status: number
  ms: number
  body?: string
  response?: string
  attempt?: number
}

interface LogEntry extends Omit<LogInput, 'at' | 'body' | 'response'> {
  seq: number
  at: string
  body?: unknown
  response?: unknown
}

interface LogPage {
  entries: LogEntry[]
  next: number
  last: number
}

const MAX_ENTRIES = 200_000
const MAX_CHARACTERS = 256 * 1024 * 1024

/**
 * The last 200,000 requests and webhook attempts, in memory only. When the bodies together pass 256 million
 * characters, the oldest bodies are let go and their entries stay.
 */
export class TrafficLog {
  #entries: (LogInput & { seq: number })[] = []
  #seq = 0
  #characters = 0
  #bare = 0

  add(input: LogInput): void {
    this.#seq += 1
    this.#entries.push({ ...input, seq: this.#seq })
    this.#characters += weight(input)
    if (this.#entries.length > MAX_ENTRIES * 1.1) this.#trim()
    while (this.#characters > MAX_CHARACTERS && this.#bare < this.#entries.length) this.#strip(this.#bare++)
  }

  /**
   * Entries with `seq > after`, oldest first.
   * @returns `next`: give it as `after` to go on; `last`: the newest `seq` there is.
   */
  read(after: number, limit: number, kind?: LogInput['kind']): LogPage {
    const first = this.#entries[0]?.seq ?? this.#seq + 1
    const entries: LogEntry[] = []
    let next = after
    for (let i = Math.max(0, after + 1 - first); i < this.#entries.length && entries.length < limit; i++) {
      const entry = this.#entries[i]
      if (!entry) break
      next = entry.seq
      if (!kind || entry.kind === kind) entries.push(present(entry))
    }
    return { entries, next, last: this.#seq }
  }

  clear(): void {
    this.#entries = []
    this.#characters = 0
    this.#bare = 0
  }

  #trim(): void {
    const gone = this.#entries.splice(0, this.#entries.length - MAX_ENTRIES)
    for (const entry of gone) this.#characters -= weight(entry)
    this.#bare = Math.max(0, this.#bare - gone.length)
  }

  #strip(index: number): void {
    const entry = this.#entries[index]
    if (!entry) return
    this.#characters -= weight(entry)
    delete entry.body
    delete entry.response
  }
}

const weight = (entry: LogInput): number => (entry.body?.length ?? 0) + (entry.response?.length ?? 0)

function present({ at, body, response, ...rest }: LogInput & { seq: number }): LogEntry {
  return {
    ...rest,
    at: iso(at),
    ...(body !== undefined && { body: readable(body) }),
    ...(response !== undefined && { response: readable(response) }),
  }
}

/** JSON when it is JSON, else the text itself. */
function readable(text: string): unknown {
  if (!/^\s*[[{"]/.test(text)) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
