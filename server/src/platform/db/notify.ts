import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import type { Carrier } from '../signal.ts'

const CHANNEL = 'jawort'
const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 10_000
/** A connection that a firewall dropped says nothing; only asking finds out. */
const ASK_EVERY_MS = 20_000
const ANSWER_WITHIN_MS = 5_000

/**
 * Carries signals between processes over LISTEN and NOTIFY, on one connection of its own that comes back by itself. It
 * needs a session: behind PgBouncer, DATABASE_URL must name a pool in session mode.
 */
export class NotifyCarrier implements Carrier {
  readonly #connectionString: string
  readonly #self = randomUUID()
  #client: pg.Client | undefined
  #receive: (text: string) => void = () => {}
  #missed: () => void = () => {}
  #running: Promise<void> | undefined
  readonly #closing = new AbortController()

  constructor(connectionString: string) {
    this.#connectionString = connectionString
  }

  open(receive: (text: string) => void, missed: () => void): void {
    this.#receive = receive
    this.#missed = missed
    this.#running ??= this.#run()
  }

  async send(text: string): Promise<void> {
    try {
      await this.#client?.query('select pg_notify($1, $2)', [CHANNEL, `${this.#self} ${text}`])
    } catch {
      // A lost signal is a delay; the connection's own end is seen to by #run.
    }
  }

  /** Ends the connection; what was sent before has left. */
  async close(): Promise<void> {
    this.#closing.abort()
    await this.#running
  }

  /** Keeps a connection until closed; the pause between tries doubles while nobody answers. */
  async #run(): Promise<void> {
    let pause = FIRST_PAUSE_MS
    for (let first = true; !this.#closing.signal.aborted; first = false) {
      if (!first)
        await setTimeout(pause, undefined, { ref: false, signal: this.#closing.signal }).catch(() => {})
      if (this.#closing.signal.aborted) return
      const connected = await this.#session(!first)
      pause = connected ? FIRST_PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS)
    }
  }

  /** One connection from beginning to end. @returns whether it ever listened */
  async #session(again: boolean): Promise<boolean> {
    const client = new pg.Client({
      connectionString: this.#connectionString,
      application_name: 'jawort signals',
      keepAlive: true,
      connectionTimeoutMillis: ANSWER_WITHIN_MS,
      query_timeout: ANSWER_WITHIN_MS,
    })
    const { promise: ended, resolve: end } = Promise.withResolvers<void>()
    const closing = () => end()
    this.#closing.signal.addEventListener('abort', closing)
    client.on('end', () => end())
    client.on('error', () => end())
    client.on('notification', ({ payload = '' }) => {
      const space = payload.indexOf(' ')
      if (payload.slice(0, space) !== this.#self) this.#receive(payload.slice(space + 1))
    })
    let asking: NodeJS.Timeout | undefined
    try {
      await client.connect()
      // Nothing is written but the signal itself: there is nothing to wait for on the disk.
      await client.query(`set synchronous_commit to off; listen ${CHANNEL}`)
      this.#client = client
      if (again) this.#missed()
      asking = setInterval(() => {
        client.query('select 1').catch(() => client.end())
      }, ASK_EVERY_MS)
      asking.unref()
      if (!this.#closing.signal.aborted) await ended
      return true
    } catch {
      return false
    } finally {
      clearInterval(asking)
      this.#closing.signal.removeEventListener('abort', closing)
      this.#client = undefined
      await client.end().catch(() => {})
    }
  }
}
