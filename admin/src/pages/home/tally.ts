import type { CampaignProgress } from '../../api/campaign-entities.ts'
import type { Tone } from '../../design/state-badge.tsx'

export interface Tally {
  /** All messages of the campaign; exclusions are not messages. */
  total: number
  /** Messages that Meta has accepted. */
  done: number
  parts: { key: string; count: number; tone: Tone }[]
}

/** Sums a campaign's messages into the few parts that a bar can show. */
export function tally({ messages }: CampaignProgress): Tally {
  const arrived = messages.read + messages.delivered
  const underway = messages.accepted + messages.held + messages.sent
  const troubled = messages.failed + messages.unknown
  const waiting = messages.queued + messages.sending
  return {
    total: arrived + underway + troubled + messages.withheld + waiting,
    done: arrived + underway,
    parts: [
      { key: 'arrived', count: arrived, tone: 'good' },
      { key: 'underway', count: underway, tone: 'info' },
      { key: 'withheld', count: messages.withheld, tone: 'plan' },
      { key: 'troubled', count: troubled, tone: 'bad' },
    ],
  }
}
