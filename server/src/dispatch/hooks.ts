import { defineHook } from '../platform/index.ts'

interface Outcome {
  messageId: string
  contactId: string
  channelId: string
  kind: string
  dedupeKey: string | null
  at: Date
}

/** Meta accepted a single message (not a campaign's). May run twice for the same message. */
export const messageAccepted = defineHook<Outcome & { wamid: string }>('dispatch.message_accepted')

/** A single message (not a campaign's) will not be sent: refused by Meta (`error_…`) or withheld by us (a reason of the gate). */
export const messageFailed = defineHook<Outcome & { reason: string }>('dispatch.message_failed')

/** Error 131050: the person stopped marketing inside WhatsApp. Must become a withdrawal of all marketing (C-32). */
export const stoppedByMeta = defineHook<{
  contactId: string
  channelId: string
  at: Date
  messageId: string
}>('dispatch.stopped_by_meta')

/** Marketing was accepted for these people, at this time; for `last_marketing_at`. */
export const marketingAccepted = defineHook<{ contactIds: string[]; at: Date }>('dispatch.marketing_accepted')

/**
 * Meta's answer makes sending on pointless until a person has looked: campaigns on it pause, somebody is told.
 * `scope` says what is affected; `templateId` is set for a template.
 */
export const sendingStopped = defineHook<{
  scope: 'template' | 'channel' | 'waba'
  channelId: string
  templateId: string | null
  marketingOnly: boolean
  /** Nobody should go on before. */
  restHours: number
  errorCode: number
}>('dispatch.sending_stopped')

/** Undeliverable three times in 30 days: the consent must rest (C-66). */
export const personUnreachable = defineHook<{ contactId: string; channelId: string; at: Date }>(
  'dispatch.person_unreachable',
)

/** An error that nothing stops for but somebody should look at: unknown to us, or a fault of our own request. */
export const errorSeen = defineHook<{ channelId: string; code: number }>('dispatch.error_seen')

/** Meta lets this account send to nobody in this country (130497). */
export const countryBlocked = defineHook<{ channelId: string; country: string }>('dispatch.country_blocked')

/**
 * Messages of these campaigns are about to come back into the queue, in the same transaction and before their rows are
 * touched: campaigns that finished go on, and no other step of theirs comes in between.
 */
export const messagesReturn = defineHook<{ campaignIds: string[] }>('dispatch.messages_return')

/** After a commit that changed messages of these campaigns; outside any transaction, at most a few times per second. */
export const messagesChanged = defineHook<{ campaignIds: string[] }>('dispatch.messages_changed')

/** Name of the signal that wakes the dispatcher. */
export const WAKE = 'dispatch'
