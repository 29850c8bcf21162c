import { Pool } from 'undici'
import { type Clock, DAY } from './clock.ts'
import type { Dials } from './dials.ts'
import type { TrafficLog } from './log.ts'
import type { Chance } from './random.ts'
import type { Scheduler } from './scheduler.ts'
import { encodeWebhook, signatures, type Update } from './wire.ts'

export interface Target {
  callbackUrl: string
  appSecret: string
}

interface Batch {
  updates: Update[]
  body: string
  attempt: number
  /** When it was tried first (ms). */
  since: number
}

interface Parts {
  clock: Clock
  scheduler: Scheduler
  chance: Chance
  log: TrafficLog
  dials: () => Dials
  onDropped: (updates: number) => void
}

const IN_FLIGHT = 6
const MAX_WAITING = 1_000_000
const GATHER_MS = 20
const FIRST_RETRY_MS = 250
const GIVE_UP_MS = 7 * DAY

/**
 * Tells the business what happened: signed POSTs over a keep-alive pool, a few in flight, repeated with growing
 * pauses until the answer is 200, for up to seven days of simulated time. An update that comes alone goes at once; under load, updates
 * gather for a moment and share a POST. Nothing is sent before a callback address was verified.
 */
export class Webhooks {
  readonly #parts: Parts
  #target: Target | undefined
  #pool: Pool | undefined
  #path = '/'
  #queue: Update[] = []
  #retries: Batch[] = []
  #waiting = 0
  #inFlight = 0
  #lastFlush = 0
  #timer: NodeJS.Timeout | undefined
  #ordinal = 0
  #closed = false
  /** Grows when everything is forgotten, so that a POST still in flight then leaves no trace. */
  #epoch = 0

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Where to send from now on; `undefined` holds everything back. */
  aim(target: Target | undefined): void {
    const old = this.#pool
    this.#target = target
    this.#pool = undefined
    if (target) {
      const url = new URL(target.callbackUrl)
      this.#path = url.pathname + url.search
      this.#pool = new Pool(url.origin, {
        connections: IN_FLIGHT,
        keepAliveTimeout: 30_000,
        headersTimeout: 15_000,
      })
      this.#arm()
    }
    old?.close().catch(() => undefined)
  }

  /** Takes an update on its way; the dials for loss, duplicates and shuffling act here. */
  send(update: Update): void {
    const { chance, dials, scheduler } = this.#parts
    const { duplicateRate, dropRate, shuffle } = dials()
    const key = `webhook:${this.#ordinal++}`
    if (chance.hit(dropRate, `${key}:drop`)) return
    if (shuffle) scheduler.after(chance.between([0, 1500], `${key}:shuffle`), () => this.#push(update))
    else this.#push(update)
    if (chance.hit(duplicateRate, `${key}:duplicate`)) {
      scheduler.after(chance.between([50, 2000], `${key}:again`), () => this.#push(update))
    }
  }

  /** Forgets what waits. */
  clear(): void {
    this.#epoch += 1
    this.#queue = []
    this.#retries = []
    this.#waiting = 0
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    this.clear()
    await this.#pool?.destroy()
  }

  #push(update: Update): void {
    if (this.#waiting >= MAX_WAITING) {
      this.#parts.onDropped(1)
      return
    }
    this.#queue.push(update)
    this.#waiting += 1
    this.#arm()
  }

  #arm(): void {
    if (this.#timer || this.#closed || !this.#pool || this.#inFlight >= IN_FLIGHT) return
    if (this.#queue.length === 0 && this.#retries.length === 0) return
    const wait = Math.max(0, GATHER_MS - (performance.now() - this.#lastFlush))
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#lastFlush = performance.now()
      this.#flush()
    }, wait)
  }

  #flush(): void {
    const { webhookBatch, shuffle } = this.#parts.dials()
    while (this.#inFlight < IN_FLIGHT) {
      const retry = this.#retries.shift()
      if (retry) {
        void this.#post(retry)
        continue
      }
      if (this.#queue.length === 0) break
      const updates = this.#queue.splice(0, webhookBatch)
      if (shuffle) updates.reverse()
      void this.#post({ updates, body: encodeWebhook(updates), attempt: 1, since: this.#parts.clock.now() })
    }
  }

  async #post(batch: Batch): Promise<void> {
    this.#inFlight += 1
    const epoch = this.#epoch
    const started = this.#parts.clock.now()
    const status = await this.#attempt(Buffer.from(batch.body, 'latin1'))
    this.#inFlight -= 1
    if (this.#closed) return
    if (epoch !== this.#epoch) {
      this.#arm()
      return
    }
    const ms = this.#parts.clock.now() - started
    const { body, attempt } = batch
    this.#parts.log.add({
      kind: 'webhook',
      at: started,
      method: 'POST',
      path: this.#path,
      status,
      ms,
      body,
      attempt,
    })
    if (status === 200) this.#done(batch)
    else this.#again(batch)
    this.#arm()
  }

  /** @returns the HTTP status, 0 when there was no answer. */
  async #attempt(body: Buffer): Promise<number> {
    if (!this.#pool || !this.#target) return 0
    try {
      const answer = await this.#pool.request({
        method: 'POST',
        path: this.#path,
        body,
        headers: {
          'content-type': 'application/json',
          'user-agent': 'facebookexternalua',
          ...signatures(body, this.#target.appSecret),
        },
      })
      await answer.body.dump()
      return answer.statusCode
    } catch {
      return 0
    }
  }

  #done(batch: Batch): void {
    this.#waiting = Math.max(0, this.#waiting - batch.updates.length)
    for (const update of batch.updates) {
      update.onDelivered?.()
      delete update.onDelivered
    }
  }

  #again(batch: Batch): void {
    const { clock, dials } = this.#parts
    const pause = Math.min(dials().retryMaxMs, FIRST_RETRY_MS * 2 ** (batch.attempt - 1))
    if (clock.now() + pause > batch.since + GIVE_UP_MS) {
      this.#waiting = Math.max(0, this.#waiting - batch.updates.length)
      this.#parts.onDropped(batch.updates.length)
      return
    }
    this.#parts.scheduler.after(pause, () => {
      this.#retries.push({ ...batch, attempt: batch.attempt + 1 })
      this.#arm()
    })
  }
}
