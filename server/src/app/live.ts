import type { ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Api } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import type { Signals } from '../platform/signal.ts'

/** What open pages are told: only that something changed and which; they fetch it themselves, with their own rights. */
const LIVE_EVENTS = [
  'notification',
  'campaign',
  'conversation',
  'contact',
  'template',
  'standing',
  'import',
  'privacy',
] as const

type LiveEvent = (typeof LIVE_EVENTS)[number]

/** How an event travels to the pages of another process: business, what, which. */
const Told = z.tuple([z.string(), z.enum(LIVE_EVENTS), z.record(z.string(), z.string())])

type Listener = (event: LiveEvent, data: Record<string, string>) => void

/** Tells the open pages of a business about changes, once they are committed, whichever process made them. */
export class Live {
  readonly #listeners = new Map<string, Set<Listener>>()
  readonly #signals: Signals | undefined

  constructor(signals?: Signals) {
    this.#signals = signals
    signals?.onNews('live', (news) => {
      const told = Told.safeParse(news)
      if (told.success) this.#tellHere(...told.data)
    })
  }

  /** Tells after the context's transaction has committed, or at once when there is none. */
  tell(
    ctx: Pick<Context, 'businessId' | 'afterCommit'>,
    event: LiveEvent,
    data: Record<string, string> = {},
  ): void {
    const send = () => {
      this.#tellHere(ctx.businessId, event, data)
      this.#signals?.tellOthers('live', [ctx.businessId, event, data])
    }
    if (ctx.afterCommit) ctx.afterCommit(send)
    else send()
  }

  #tellHere(businessId: string, event: LiveEvent, data: Record<string, string>): void {
    for (const listener of this.#listeners.get(businessId) ?? []) listener(event, data)
  }

  /** Is called when events of other processes may have been lost. */
  onGap(listener: () => void): void {
    this.#signals?.onGap(listener)
  }

  listen(businessId: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(businessId) ?? new Set()
    listeners.add(listener)
    this.#listeners.set(businessId, listeners)
    return () => listeners.delete(listener)
  }
}

/** Keeps proxies from closing a quiet connection. */
const HEARTBEAT_MS = 25_000

/** Server-Sent Events of the business for the pages that are open. */
export function mountLive(api: Api, live: Live): void {
  const open = new Set<ServerResponse>()
  // A page that loses its stream comes back by itself and asks for everything anew.
  live.onGap(() => {
    for (const raw of open) raw.end()
  })
  // These answers never end by themselves; a server that closes would wait for them until somebody closes the page.
  api.addHook('preClose', (done) => {
    for (const raw of open) raw.end()
    done()
  })
  api.get('/events', { schema: { hide: true } }, (request, reply) => {
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    raw.write(': hello\n\n')
    open.add(raw)
    const stop = live.listen(request.ctx.businessId, (event, data) => {
      raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    })
    const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS)
    heartbeat.unref()
    raw.on('close', () => {
      open.delete(raw)
      clearInterval(heartbeat)
      stop()
    })
  })
}
