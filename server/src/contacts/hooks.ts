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

/** A list that claims consents still waits for its second member, a week before it lapses, or has lapsed now. */
export const claimsUndecided = defineHook<{ importId: string; lapsesAt: Date; lapsed: boolean }>(
  'contacts.claims_undecided',
)
