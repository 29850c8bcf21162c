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
