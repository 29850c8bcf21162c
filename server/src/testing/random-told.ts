import { type MessageEvent, step } from '../dispatch/outcome.ts'
import type { Found } from './random-world.ts'

/** What each message was told by one operation, in order. */
export type Told = Map<string, MessageEvent[]>

export const at = <T>(list: readonly T[], nth: number): T | undefined => list[nth % list.length]

export function add(told: Told, id: string, event: MessageEvent): void {
  told.set(id, [...(told.get(id) ?? []), event])
}

/** The same for every message that is concerned. */
export function tell(
  before: ReadonlyMap<string, Found>,
  concerned: (one: Found) => boolean,
  event: MessageEvent,
): Told {
  return new Map([...before.values()].filter(concerned).map((one) => [one.id, [event]]))
}

export const courseOf = ({ state, reason, attempts, tries, wamid }: Found) => ({
  state,
  reason,
  attempts,
  tries,
  wamid,
})

/** Where the state machine leads a message that was told this. */
export function follow(one: Found, events: readonly MessageEvent[]) {
  return events.reduce(step, courseOf(one))
}
