import type { ServerResponse } from 'node:http'

export type EventName =
  | 'message'
  | 'status'
  | 'person'
  | 'typing'
  | 'crowd'
  | 'numbers'
  | 'dials'
  | 'template'

const CROWD_BUDGET = 60
const BUDGET_MS = 250
const HEARTBEAT_MS = 15_000

/**
 * Server-Sent Events for the phones. What happens to the crowd is thinned out to a few hundred events a second,
 * or a campaign would bury the browser; what happens to people made by hand is always told.
 */
export class Events {
  readonly #listeners = new Set<ServerResponse>()
  #budget = CROWD_BUDGET
  #refilled = 0
  #heartbeat: NodeJS.Timeout | undefined

  /** Keeps the response open and writes events to it until the other side goes. */
  attach(response: ServerResponse): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache, no-transform',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    })
    response.write('retry: 1000\n\n')
    this.#listeners.add(response)
    response.on('close', () => this.#listeners.delete(response))
    this.#heartbeat ??= setInterval(() => this.#write(': here\n\n'), HEARTBEAT_MS).unref()
  }

  emit(name: EventName, data: unknown, crowd = false): void {
    if (this.#listeners.size === 0 || (crowd && !this.#affordable())) return
    this.#write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
  }

  close(): void {
    clearInterval(this.#heartbeat)
    for (const response of this.#listeners) response.end()
    this.#listeners.clear()
  }

  #write(text: string): void {
    for (const response of this.#listeners) response.write(text)
  }

  #affordable(): boolean {
    const now = performance.now()
    if (now - this.#refilled > BUDGET_MS) {
      this.#refilled = now
      this.#budget = CROWD_BUDGET
    }
    this.#budget -= 1
    return this.#budget >= 0
  }
}
