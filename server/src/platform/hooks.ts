import type { Context } from './context.ts'

/**
 * A named place where a lower feature lets higher ones join its transaction without importing them,
 * for example "consent was withdrawn" → dispatch takes the queue down.
 */
export interface Hook<Event> {
  readonly name: string
  /** Only for the type checker: ties the event's shape to the hook. */
  readonly event?: Event
}

export type Handler<Event> = (ctx: Context, event: Event) => Promise<void>

export function defineHook<Event>(name: string): Hook<Event> {
  return { name }
}

/** The handlers of one running application, filled by its composition root. */
export class Hooks {
  readonly #handlers = new Map<string, Handler<never>[]>()

  on<Event>(hook: Hook<Event>, handler: Handler<Event>): void {
    const list = this.#handlers.get(hook.name) ?? []
    list.push(handler)
    this.#handlers.set(hook.name, list)
  }

  /** Runs the handlers one after another in the caller's transaction; the first error rolls all of it back. */
  async run<Event>(hook: Hook<Event>, ctx: Context, event: Event): Promise<void> {
    for (const handler of (this.#handlers.get(hook.name) ?? []) as Handler<Event>[]) {
      await handler(ctx, event)
    }
  }
}
