import { defineHook } from '../platform/index.ts'

/** A message that consent wants said; dispatch queues it in the same transaction. */
export interface Say {
  contactId: string
  channelId: string
  kind: 'question' | 'welcome' | 'receipt' | 'notice'
  /** Body for the Graph API, without the address. */
  body: object
  /** The same thing is never said twice. */
  dedupeKey: string
}
export const say = defineHook<Say>('consent.say')

/**
 * Runs before the consent changes, in the same transaction: whatever is queued for the person and topic must be taken
 * down now, or the foreign key of `message` refuses the withdrawal. `topicId` null means every topic.
 */
export const consentWithdrawn = defineHook<{
  contactId: string
  topicId: string | null
  reason: 'withdrawn' | 'refused' | 'expired' | 'inactive'
}>('consent.withdrawn')

/** After any change of a person's consent, for pages that are open. */
export const consentChanged = defineHook<{ contactId: string }>('consent.changed')
