export { closeImportsJob, closeInterruptedImports } from './close-imports.ts'
export { absorbContact, combineProfiles, lockBoth, type Taken } from './combine.ts'
export { correctNumber, readNumber } from './correct-number.ts'
export { type IdentityDigest, identityDigests } from './digests.ts'
export { eraseContact } from './erase.ts'
export { HoldInput, holdContact, unholdContact } from './hold.ts'
export {
  claimsUndecided,
  contactsAreOne,
  mergeRefuted,
  numberDoubted,
  personRectified,
  personRestricted,
} from './hooks.ts'
export { importContacts, importFinished, importProgressed } from './import.ts'
export { claimPlace, claimsOf, type PersonClaim } from './import-claims.ts'
export { ImportOrigin } from './import-evidence.ts'
export { personKey, personKeys } from './keys.ts'
export type { SealedAddress } from './known.ts'
export { lapseClaims, UNDECIDED } from './lapse-claims.ts'
export { ContactsQuery, listContacts, searchFor } from './list.ts'
export { lockPerson } from './lock-person.ts'
export { moveIdentity } from './move-identity.ts'
export { noteInbound, noteMarketing } from './note.ts'
export { noteMetaPreference } from './note-meta-preference.ts'
export {
  type Address,
  addressOpener,
  openContacts,
  openPerson,
  type Person,
  sealedPerson,
  sealPerson,
} from './open.ts'
export { idPlace } from './parent-ids.ts'
export { LATE_DAYS } from './past.ts'
export { rebuildSearch, rebuildSearchJob } from './rebuild-search.ts'
export { type Identity, resolveContact } from './resolve.ts'
export { RestrictInput, RestrictionGround, restrictContact, unrestrictContact } from './restrict.ts'
export { rewrapPersonKeys } from './rewrap-keys.ts'
export { contactRoutes } from './routes.ts'
export { CONSENT_STATES, ContactRow, contactRows } from './row.ts'
export { mergedInto, shelveContact, unshelveContact } from './shelve.ts'
export { specialCategory } from './special-category.ts'
export { holdForAge, holdForUnclearStop, isHeld, releaseUnclearStop } from './unclear-stop.ts'
export { lockContact, lockRecord, requireContact, UpdateContactInput, updateContact } from './update.ts'
export { findPerson, whoChanged } from './who-changed.ts'
