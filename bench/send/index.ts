import type { Store } from '../harness.ts'
import { runApart } from '../run/apart.ts'
import type { Bare, BareInput } from './bare.ts'
import type { SendInput, Sent } from './sender.ts'

/** Sends what is queued in `place` with the application's dispatcher, in a process of its own. */
export function sendQueued(input: SendInput): Promise<Sent> {
  return runApart<Sent>(new URL('./sender.ts', import.meta.url), input)
}

/** What the HTTP client does with the bodies the responder has seen, in a process of its own. */
export function sendBare(input: BareInput): Promise<Bare> {
  return runApart<Bare>(new URL('./bare.ts', import.meta.url), input)
}

/** What the process may grow to; the embedded database lives in it, so there it is what it needs before the first message. */
export function memoryLimit(store: Store, restMb: number): { limit: number; against: string } {
  return store === 'pglite'
    ? { limit: restMb, against: 'before the first message; the database is part of the process' }
    : { limit: 300, against: 'to stay below' }
}
