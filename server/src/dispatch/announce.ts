import type { Context } from '../platform/index.ts'
import type { Claimed } from './claim.ts'
import { tell, tellConsequences, tellMarketing } from './consequences.ts'
import { messageAccepted, messageFailed } from './hooks.ts'
import { addPulses, beatOf } from './pulse.ts'
import type { Sent } from './send.ts'
import type { Settled } from './settle.ts'

/**
 * Tells the other features what became of a batch. Each piece has a transaction of its own, after the results are safe: a
 * handler locks consents, and a withdrawal locks consents before messages; in one transaction the two could block each other. What
 * must not get lost was done with the results (`settle-stop.ts`).
 */
export async function announceResults(
  ctx: Context,
  settled: readonly Settled[],
  sent: readonly Sent[],
): Promise<void> {
  const at = ctx.clock.now()
  await tellMarketing(
    ctx,
    settled.filter((message) => message.wamidDigest !== null),
    at,
  )
  const outcomes = new Map(sent.map(({ message, outcome }) => [message.messageId, outcome]))
  for (const message of settled) {
    const outcome = outcomes.get(message.messageId)
    const code = codeOf(outcome)
    if (message.campaignId) continue
    const event = {
      messageId: message.messageId,
      contactId: message.contactId,
      channelId: message.channelId,
      kind: message.kind,
      dedupeKey: message.dedupeKey,
      at,
    }
    if (message.state === 'failed') await tell(ctx, messageFailed, { ...event, reason: `error_${code ?? 0}` })
    // An answer that was lost is made up for by the statuses, which bring the id as well.
    else if (outcome && 'wamid' in outcome)
      await tell(ctx, messageAccepted, { ...event, wamid: outcome.wamid })
  }
  const details = new Map(sent.map(({ message, error }) => [message.messageId, error?.detail]))
  const failures = settled.flatMap((message) => {
    const code = codeOf(outcomes.get(message.messageId))
    return code === null ? [] : [{ ...message, code, detail: details.get(message.messageId) ?? '' }]
  })
  // The failures themselves are counted with their batch; here only what they mean.
  await addPulses(
    ctx,
    failures.flatMap(({ campaignId, code }) =>
      campaignId ? [{ ...beatOf(campaignId, { code }), failed: 0 }] : [],
    ),
  )
  await tellConsequences(ctx, failures)
}

function codeOf(outcome: Sent['outcome'] | undefined): number | null {
  return outcome && 'code' in outcome ? outcome.code : null
}

/** Single messages that the gate withheld: whoever asked for them hears it. */
export async function announceWithheld(
  ctx: Context,
  channelId: string,
  claimed: readonly Claimed[],
): Promise<void> {
  for (const message of claimed) {
    if (message.state !== 'withheld' || message.campaignId) continue
    await tell(ctx, messageFailed, {
      messageId: message.messageId,
      contactId: message.contactId,
      channelId,
      kind: message.kind,
      dedupeKey: message.dedupeKey,
      at: ctx.clock.now(),
      reason: message.reason ?? '',
    })
  }
}
