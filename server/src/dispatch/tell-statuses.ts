import { besideTransaction, type Context } from '../platform/index.ts'
import { actionFor } from '../whatsapp/index.ts'
import { tellConsequences, tellMarketing } from './consequences.ts'
import { messageAccepted, messageFailed, stoppedByMeta } from './hooks.ts'
import type { Joined } from './join-statuses.ts'
import { noteLateRefusals } from './late-refusal.ts'
import { consequencesOf } from './outcome.ts'
import { addPulses, type Beat, beatOf } from './pulse.ts'
import type { Booked } from './settle-statuses.ts'
import { noteChanges } from './tell-changes.ts'

/**
 * Tells the other features what statuses brought. What must not get lost (a withdrawal, the end of a question) in the same
 * transaction; what stops more than one message afterwards, each in its own: it locks campaigns, and those are locked before
 * messages everywhere else.
 */
export async function tellStatuses(
  tx: Context,
  rows: readonly Booked[],
  round: readonly Joined[],
): Promise<void> {
  const byMessage = new Map(round.map((status) => [status.messageId, status]))
  const beats: Beat[] = []
  const failures: (Booked & { code: number; detail: string })[] = []
  const accepted: Booked[] = []
  for (const message of rows) {
    const status = byMessage.get(message.messageId)
    if (!status) continue
    const failed = status.failedAt !== null && !['delivered', 'read', 'sent'].includes(message.state)
    if (failed) failures.push({ ...message, code: status.code ?? 0, detail: status.detail })
    else if (!message.campaignId) await tellAccepted(tx, message, status)
    if (message.campaignId) {
      const figures = { accepted: message.fresh, delivered: status.deliveredAt !== null }
      beats.push(beatOf(message.campaignId, { ...figures, code: failed ? (status.code ?? 0) : null }))
    }
    if (message.fresh && !failed) accepted.push(message)
  }
  for (const failure of failures) await tellFailed(tx, failure, byMessage.get(failure.messageId)?.failedAt)
  const campaignIds = [...new Set(rows.flatMap((row) => row.campaignId ?? []))]
  if (campaignIds.length + failures.length + accepted.length === 0) return
  const at = tx.clock.now()
  tx.afterCommit?.(() => {
    const outside = besideTransaction(tx)
    const work = async () => {
      await addPulses(outside, beats)
      await tellMarketing(outside, accepted, at)
      await tellConsequences(outside, failures)
      await noteLateRefusals(outside, failures)
      noteChanges(tx, campaignIds)
    }
    work().catch((error: unknown) => tx.log.error({ err: error }, 'after statuses'))
  })
}

const eventOf = ({ messageId, contactId, channelId, kind, dedupeKey }: Booked) => ({
  messageId,
  contactId,
  channelId,
  kind,
  dedupeKey,
})

/** Also settles a single message whose answer was lost. */
async function tellAccepted(tx: Context, message: Booked, status: Joined): Promise<void> {
  const at = status.sentAt ?? status.deliveredAt ?? status.readAt
  if (at) await tx.hooks.run(messageAccepted, tx, { ...eventOf(message), at, wamid: status.wamid })
}

async function tellFailed(
  tx: Context,
  failure: Booked & { code: number },
  at: Date | null | undefined,
): Promise<void> {
  const event = { ...eventOf(failure), at: at ?? tx.clock.now() }
  if (consequencesOf(actionFor(failure.code)).person === 'withdraw')
    await tx.hooks.run(stoppedByMeta, tx, event)
  if (failure.campaignId || failure.state === 'queued') return
  const reason = failure.state === 'withheld' ? (failure.reason ?? '') : `error_${failure.code}`
  await tx.hooks.run(messageFailed, tx, { ...event, reason })
}
