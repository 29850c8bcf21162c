import { defineHook } from '../platform/index.ts'

/** Processing of a person's data was restricted, or is free again; in the same transaction (Art. 18, 19 GDPR). */
export const personRestricted = defineHook<{ contactId: string; restricted: boolean }>(
  'contacts.person_restricted',
)

/** What is noted about a person was corrected or changed; in the same transaction (Art. 16, 19 GDPR). */
export const personRectified = defineHook<{
  contactId: string
  /** Names of what changed, never the values: `name`, `language`, `phone`, keys of fields. */
  changed: readonly string[]
}>('contacts.person_rectified')

/**
 * A contact's number is somebody else's now, or is another one without WhatsApp having said that the person changed it: what was
 * agreed to under it needs asking anew. Before the number goes, in the same transaction.
 */
export const numberDoubted = defineHook<{ contactId: string; at: Date }>('contacts.number_doubted')

/** WhatsApp showed two contacts to be one person; all that the one has is to go to the other. In the same transaction. */
export const contactsAreOne = defineHook<{
  keptId: string
  goneId: string
  at: Date
  /** Both ids are the person's still, each for another portfolio of the business; else the other record's is past. */
  allIds?: boolean
}>('contacts.contacts_are_one')

/** A record that a member had merged into another one has come alive under its own id: they are two. In the same transaction. */
export const mergeRefuted = defineHook<{ goneId: string; at: Date }>('contacts.merge_refuted')

/** A list that claims consents still waits for its second member, a week before it lapses, or has lapsed now. */
export const claimsUndecided = defineHook<{ importId: string; lapsesAt: Date; lapsed: boolean }>(
  'contacts.claims_undecided',
)
