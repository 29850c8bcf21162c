import type { MessageState } from '../api/campaign-entities.ts'
import type { Tone } from './state-badge.tsx'

export type PartKey = 'arrived' | 'underWay' | 'held' | 'uncertain' | 'failed' | 'withheld' | 'waiting'

/** The bar of a campaign from left to right: what arrived, what is under way, what went wrong, what did not go. */
const order: readonly (readonly [PartKey, Tone, readonly MessageState[]])[] = [
  ['arrived', 'good', ['delivered', 'read']],
  ['underWay', 'info', ['accepted', 'sent']],
  // Meta looks at the template's quality before it lets these go.
  ['held', 'warn', ['held']],
  ['uncertain', 'warn', ['unknown']],
  ['failed', 'bad', ['failed']],
  ['withheld', 'plan', ['withheld']],
  ['waiting', 'quiet', ['queued', 'sending']],
]

export interface Parts {
  /** All messages of the campaign. */
  total: number
  /** Those that WhatsApp has accepted. */
  done: number
  parts: { key: PartKey; tone: Tone; count: number }[]
}

/** Counts by state as the parts of one bar. */
export function partsOf(messages: Partial<Record<MessageState, number>>): Parts {
  const count = (states: readonly MessageState[]) =>
    states.reduce((sum, state) => sum + (messages[state] ?? 0), 0)
  const parts = order.map(([key, tone, states]) => ({ key, tone, count: count(states) }))
  return {
    total: parts.reduce((sum, part) => sum + part.count, 0),
    done: count(['accepted', 'held', 'sent', 'delivered', 'read']),
    parts,
  }
}
