import type { Simulator } from './simulator.ts'
import { pause } from './wait.ts'

/** A message request as the simulator got it. */
export interface SeenRequest {
  /** Order in which it was answered. */
  seq: number
  /** When it arrived and when it was answered, milliseconds since 1970. */
  at: number
  answeredAt: number
  to: string
  /** Name of the template; null for anything that is not one. */
  template: string | null
  /** Our message id, out of the callback data. */
  messageId: string
  status: number
}

/** A webhook POST and how it was answered (0: not at all). */
export interface SeenWebhook {
  status: number
  attempt: number
  /** Ids of the messages that people wrote in it. */
  inbound: string[]
  updates: number
}

interface Entry {
  seq: number
  kind: 'request' | 'webhook'
  at: string
  /** How long the answer took. */
  ms: number
  path: string
  status: number
  attempt?: number
  body?: {
    to?: string
    template?: { name?: string }
    biz_opaque_callback_data?: string
    entry?: { changes?: { value?: { messages?: { id: string }[]; statuses?: unknown[] } }[] }[]
  }
}

const PAGE = 5_000
const LOOK_MS = 400

/** Reads the simulator's log while it is written, so that it may be longer than the simulator keeps it. */
export class Traffic {
  readonly requests: SeenRequest[] = []
  readonly webhooks: SeenWebhook[] = []
  readonly #simulator: Simulator
  readonly #withWebhooks: boolean
  #after = 0
  #reading: Promise<void> = Promise.resolve()
  #timer: NodeJS.Timeout | undefined

  constructor(simulator: Simulator, options: { webhooks?: boolean } = {}) {
    this.#simulator = simulator
    this.#withWebhooks = options.webhooks ?? false
  }

  follow(): void {
    this.#timer = setInterval(() => void this.catchUp(), LOOK_MS)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  /** Resolves once everything has been read that was there when it was called. */
  catchUp(): Promise<void> {
    this.#reading = this.#reading.then(() => this.#read())
    return this.#reading
  }

  /** Until nothing new comes for a moment. */
  async settle(ms = 1_000): Promise<void> {
    for (let before = -1; before !== this.#after; ) {
      before = this.#after
      await pause(ms)
      await this.catchUp()
    }
  }

  async #read(): Promise<void> {
    const kind = this.#withWebhooks ? '' : '&kind=request'
    for (;;) {
      const { entries, next } = await this.#simulator.call<{ entries: Entry[]; next: number }>(
        'GET',
        `/sim/log?after=${this.#after}&limit=${PAGE}${kind}`,
      )
      for (const entry of entries) this.#note(entry)
      const end = next <= this.#after
      this.#after = Math.max(this.#after, next)
      if (end || entries.length === 0) return
    }
  }

  #note({ seq, kind, at, ms, path, status, attempt = 1, body }: Entry): void {
    if (kind === 'webhook') {
      const values = (body?.entry ?? []).flatMap((each) => each.changes ?? []).map((change) => change.value)
      const inbound = values.flatMap((value) => (value?.messages ?? []).map((message) => message.id))
      this.webhooks.push({ status, attempt, inbound, updates: values.length })
      return
    }
    const callback = body?.biz_opaque_callback_data
    if (!path.endsWith('/messages') || !callback) return
    this.requests.push({
      seq,
      at: Date.parse(at),
      answeredAt: Date.parse(at) + ms,
      to: body.to ?? '',
      template: body.template?.name ?? null,
      messageId: callback.split('.')[1] ?? '',
      status,
    })
  }
}
