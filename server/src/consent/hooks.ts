import { defineHook } from '../platform/index.ts'
import type { ConsentState } from './state.ts'

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

/** One consent went from one state to another. */
export interface ConsentMove {
  contactId: string
  channelId: string
  topicKey: string
  before: ConsentState
  after: ConsentState
  /** When it happened, by Meta's clock where there is one. */
  at: Date
}

/** Consents changed their state, in the same transaction; whoever passed data on tells of it (Art. 7 (3), 19 GDPR). */
export const consentMoved = defineHook<{ moves: readonly ConsentMove[] }>('consent.moved')

/** After any change of a person's consent, for pages that are open. */
export const consentChanged = defineHook<{ contactId: string }>('consent.changed')

/**
 * Before the consents to these wordings end all at once, in the same transaction: whatever is queued under them must be taken
 * down now, or the foreign key of `message` refuses it.
 */
export const wordingsEnd = defineHook<{ wordingIds: string[] }>('consent.wordings_end')

/** A wording turned out to be defective, and every consent to it has ended. */
export const wordingInvalidated = defineHook<{
  wordingId: string
  topic: string
  version: number
  language: string
  consents: number
  messages: number
}>('consent.wording_invalidated')

/** Somebody of the team has to look: what a person wrote stopped their marketing, and only a human can decide what is next. */
export const staffNeeded = defineHook<{
  contactId: string
  channelId: string
  why: 'unclear_stop' | 'age_hint' | 'wrong_person'
  at: Date
}>('consent.staff_needed')
