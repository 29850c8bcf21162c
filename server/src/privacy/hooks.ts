import { defineHook } from '../platform/index.ts'

/**
 * A person is being erased: runs in the erasure's transaction, after the consents ended and before the key is destroyed.
 * Whoever keeps something about the person takes it down here; whoever passed data on tells the recipients (Art. 17 (2), 19).
 */
export const personErased = defineHook<{
  contactId: string
  /** Keyed digests of the person's number and id, as `contact_identity` has them. */
  digests: readonly string[]
}>('privacy.person_erased')

/** Asked for the answer to an access request: handlers add who is given data about people, by name (Art. 15 (1) (c)). */
export const nameRecipients = defineHook<{ recipients: string[] }>('privacy.name_recipients')

/** How long something is kept, as the retention register says. */
export interface RetentionFact {
  table: string
  /** In English; whoever tells people has words of their own. */
  what: string
  /** Null: it ends with something else. */
  days: number | null
  basis: string
}

/** Asked for records and answers to people: the register, as this installation and this business are set; handlers fill the list. */
export const nameRetention = defineHook<{ retention: RetentionFact[] }>('privacy.name_retention')

/** Something about requests or the restricted vault changed; for pages that are open. */
export const privacyChanged = defineHook<Record<string, never>>('privacy.changed')
