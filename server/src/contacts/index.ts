export { createPersonKey, personKey, personKeys } from './keys.ts'
export { openContacts, openPerson, type Person, sealPerson } from './open.ts'
export { type Identity, identityDigests, type Resolved, resolveContact } from './resolve.ts'
export { queryDigests, searchDigests } from './search.ts'
