import { type Context, type Hook, withTransaction } from '../platform/index.ts'
import type { Claimed } from './claim.ts'
import { marketingAccepted, messageAccepted, messageFailed, sendingStopped, stoppedByMeta } from './hooks.ts'
import type { Sent } from './send.ts'
import type { Settled } from './settle.ts'

/**
 * Tells the other features what became of a batch. Each piece has a transaction of its own, after the results are safe: a
 * handler locks consents, and a withdrawal locks consents before messages; in one transaction the two could block each other.
 */
export async function announceResults(
  ctx: Context,
  settled: readonly Settled[],
  sent: readonly Sent[],
): Promise<void> {
  const at = ctx.clock.now()
  const marketing = settled.filter(
    (message) => message.category === 'marketing' && message.wamidDigest !== null,
  )
  if (marketing.length > 0) {
    await tell(ctx, marketingAccepted, { contactIds: marketing.map((message) => message.contactId), at })
  }
  const outcomes = new Map(sent.map(({ outcome }) => [outcome.messageId, outcome]))
  for (const message of settled) {
    const outcome = outcomes.get(message.messageId)
    const code = outcome && 'code' in outcome ? outcome.code : null
    if (code === 131050) {
      await tell(ctx, stoppedByMeta, {
        contactId: message.contactId,
        channelId: message.channelId,
        at,
        messageId: message.messageId,
      })
    }
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
  await announceStops(ctx, settled, sent)
}

/** One announcement per thing that is stopped, however many messages ran into it. */
async function announceStops(
  ctx: Context,
  settled: readonly Settled[],
  sent: readonly Sent[],
): Promise<void> {
  const messages = new Map(settled.map((message) => [message.messageId, message]))
  const told = new Set<string>()
  for (const { outcome, error } of sent) {
    const message = messages.get(outcome.messageId)
    if (!message || !error) continue
    const { action } = error
    if (action.do !== 'stop_template' && action.do !== 'stop_channel' && action.do !== 'stop_waba') continue
    const scope =
      action.do === 'stop_template' ? 'template' : action.do === 'stop_channel' ? 'channel' : 'waba'
    const key = `${scope}:${scope === 'template' ? message.templateId : ''}`
    if (told.has(key)) continue
    told.add(key)
    await tell(ctx, sendingStopped, {
      scope,
      channelId: message.channelId,
      templateId: message.templateId,
      marketingOnly: action.do === 'stop_channel' && action.marketingOnly,
      errorCode: error.code,
    })
  }
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

/** A handler that fails must not stop the sending of everybody else; it is logged with the hook's name. */
async function tell<Event>(ctx: Context, hook: Hook<Event>, event: Event): Promise<void> {
  try {
    await withTransaction(ctx, (tx) => tx.hooks.run(hook, tx, event))
  } catch (error) {
    ctx.log.error({ err: error, hook: hook.name }, 'a handler of dispatch failed')
  }
}
