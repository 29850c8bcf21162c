import { sql } from 'kysely'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { PREPARED } from '../platform/db/index.ts'
import { type Context, newId } from '../platform/index.ts'
import { type IdentityDigest, identityDigests } from './digests.ts'
import { mergeRefuted } from './hooks.ts'
import { createPersonKey, personKey } from './keys.ts'
import { forgetKnown, rememberPerson, type SealedPerson } from './known.ts'
import { lockPerson } from './lock-person.ts'
import { nameDigest } from './name-digest.ts'
import { openContacts, sealContext } from './open.ts'
import { joinByParent, keepIds } from './parent-ids.ts'
import { mergedOwner, ownerThen } from './past.ts'
import { searchDigests } from './search.ts'
import { settleIdentities } from './settle-identities.ts'

/** What a webhook or an import tells of a person; either identity may be missing (C-75). */
export interface Identity {
  /** E.164 with plus */
  phone?: string | null
  bsuid?: string | null
  /** What linked portfolios of the business share of the person. */
  parentBsuid?: string | null
  username?: string | null
  name?: string | null
  language?: string | null
  sourceId?: string | null
  /** When they were it, by Meta's clock; now, if it is not said. */
  at?: Date
}

export interface Resolved {
  contactId: string
  created: boolean
  /** Number and id came together that we had not seen together: what holds for one holds for both now. */
  joined: boolean
}

/**
 * Finds the contact by number or BSUID, learns what is new about it, or creates it. Number and BSUID that arrive
 * together are linked; what contradicts them is settled (`settle-identities.ts`). A message from before a change of identity
 * belongs to who it was then, and teaches nothing. Must run inside a transaction.
 * @throws Error when neither identity is given
 */
export async function resolveContact(tx: Context, identity: Identity): Promise<Resolved> {
  const wanted = identityDigests(tx, identity)
  if (wanted.length === 0) throw new Error('A contact needs a number or a BSUID.')
  const names = (kind: IdentityDigest['kind']) => wanted.some((each) => each.kind === kind)
  const at = identity.at ?? tx.clock.now()
  let found = await find(tx, wanted)
  // Nearly every message names both, and both are known: then nobody looks into the past.
  if (!found.some((row) => row.kind !== 'phone')) {
    const then = await ownerThen(tx, wanted, at)
    const now = then && (await lockPerson(tx, then))
    if (now) return { contactId: now, created: false, joined: false }
    const goneId = await mergedOwner(tx, wanted)
    if (goneId) {
      await tx.hooks.run(mergeRefuted, tx, { goneId, at })
      found = await find(tx, wanted)
    }
  }
  const by = (kind: IdentityDigest['kind']) => found.find((row) => row.kind === kind)
  if (await areJoined(tx, by('bsuid'), by('parent_bsuid'), identity, at)) found = await find(tx, wanted)
  const byId = by('bsuid') ?? by('parent_bsuid')
  const clash = wanted.length > 1 && names('phone') && !areOne(byId, by('phone'))
  const contactId = clash
    ? await settleIdentities(tx, identity, byId, by('phone'), at)
    : (byId ?? by('phone'))?.contact_id
  if (contactId) {
    // What was settled has changed whose they are; everybody else is what was read.
    const now = clash ? await find(tx, wanted) : found
    const known = now.find((row) => row.contact_id === contactId)
    if (known) {
      const { kind: _, ...sealed } = known
      rememberPerson(tx, contactId, { sealed })
      // Nearly every message comes from somebody of whom nothing is new: then nothing is opened and nothing written.
      if (isNews(known, identity)) await learn(tx, contactId, identity)
    }
    const unlinked = wanted.filter(({ kind }) => !now.some((row) => row.kind === kind))
    if (unlinked.length > 0) {
      await link(tx, contactId, unlinked)
      await keepIds(tx, contactId, identity)
    }
    return { contactId, created: false, joined: clash || unlinked.length > 0 }
  }
  return welcome(tx, identity, wanted)
}

/** Somebody new to us, unless another transaction has just made the same person: then theirs stays, and ours is taken back. */
async function welcome(tx: Context, identity: Identity, wanted: IdentityDigest[]): Promise<Resolved> {
  const created = await create(tx, identity)
  const owner = await link(tx, created, wanted)
  if (owner === created) {
    await keepIds(tx, created, identity)
    return { contactId: created, created: true, joined: wanted.length > 1 }
  }
  await tx.db
    .deleteFrom('contact_key')
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', created)
    .execute()
  await tx.db
    .deleteFrom('contact')
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', created)
    .execute()
  forgetKnown(tx, created)
  return { contactId: owner, created: false, joined: wanted.length > 1 }
}

/** Whether two identities lead to the same contact, or to nobody yet. */
const areOne = (one: SealedPerson | undefined, other: SealedPerson | undefined): boolean =>
  one?.contact_id === other?.contact_id

/** The id and the parent's beside it lead to two contacts: they become one. @returns whether they had to */
async function areJoined(
  tx: Context,
  own: SealedPerson | undefined,
  parent: SealedPerson | undefined,
  identity: Identity,
  at: Date,
): Promise<boolean> {
  if (!own || !parent || areOne(own, parent)) return false
  await joinByParent(tx, { keptId: own.contact_id, goneId: parent.contact_id, at }, identity)
  return true
}

type Found = SealedPerson & { kind: IdentityDigest['kind'] }

/**
 * The contacts that have these identities, with all that a message of theirs needs, so that nobody looks them up again. They are
 * locked: what their message says is about who they are until the transaction ends.
 */
async function find(tx: Context, wanted: readonly IdentityDigest[]): Promise<Found[]> {
  const isThere = (row: Found | { contact_id: null }): row is Found => row.contact_id !== null
  const rows = await look(tx, wanted)
  // Who was found has been merged or erased while we waited for them: by now the identity leads to somebody else, or to nobody.
  return rows.every(isThere) ? rows : (await look(tx, wanted)).filter(isThere)
}

async function look(
  tx: Context,
  wanted: readonly IdentityDigest[],
): Promise<(Found | { contact_id: null })[]> {
  const { rows } = await sql<Found | { contact_id: null }>`${PREPARED}
    select w.kind, c.contact_id, c.name_sealed, c.phone_sealed, c.bsuid_sealed, c.username_sealed, c.language, c.country, k.wrapped
    from unnest(${wanted.map(({ kind }) => kind)}::text[], ${wanted.map(({ digest }) => digest)}::text[]) as w (kind, digest)
    cross join lateral (select i.contact_id from contact_identity i
      where i.business_id = ${tx.businessId} and i.kind = w.kind and i.digest = w.digest limit 1) i
    left join lateral (select * from contact c
      where c.business_id = ${tx.businessId} and c.contact_id = i.contact_id and c.erased_at is null and c.merged_into is null
      limit 1 for no key update) c on true
    left join lateral (select k.wrapped from contact_key k
      where k.business_id = ${tx.businessId} and k.contact_id = i.contact_id limit 1) k on true`.execute(
    tx.db,
  )
  return rows
}

async function create(tx: Context, identity: Identity): Promise<string> {
  const contactId = newId()
  const now = tx.clock.now()
  const name = identity.name ?? null
  const phone = identity.phone ?? null
  await tx.db
    .insertInto('contact')
    .values({
      business_id: tx.businessId,
      contact_id: contactId,
      language: identity.language ?? null,
      country: countryOf(identity),
      name_digest: nameDigest(tx.vault, tx.businessId, name),
      search_digests: searchDigests(tx.vault, tx.businessId, {
        name,
        phone,
        username: identity.username ?? null,
      }),
      first_source_id: identity.sourceId ?? null,
      meta_preference: 'none',
      created_at: now,
      updated_at: now,
    })
    .execute()
  const key = await createPersonKey(tx, contactId)
  const seal = (value: string | null | undefined, column: string) =>
    value ? tx.vault.seal(key, value, sealContext(contactId, column)) : null
  await tx.db
    .updateTable('contact')
    .set({
      name_sealed: seal(name, 'name'),
      phone_sealed: seal(phone, 'phone'),
      bsuid_sealed: seal(identity.bsuid, 'bsuid'),
      username_sealed: seal(identity.username, 'username'),
    })
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .execute()
  return contactId
}

/** @returns the contact that owns the identities afterwards */
async function link(tx: Context, contactId: string, digests: IdentityDigest[]): Promise<string> {
  let owner = contactId
  for (const { kind, digest } of digests) {
    const row = await tx.db
      .insertInto('contact_identity')
      .values({ business_id: tx.businessId, kind, digest, contact_id: contactId, created_at: tx.clock.now() })
      .onConflict((conflict) =>
        conflict
          .columns(['business_id', 'kind', 'digest'])
          .doUpdateSet((eb) => ({ digest: eb.ref('excluded.digest') })),
      )
      .returning('contact_id')
      .executeTakeFirstOrThrow()
    if (kind === digests[0]?.kind) owner = row.contact_id
  }
  return owner
}

/** Whether an identity may say something that is not known of the contact; a username can change, so it is always looked at. */
function isNews(known: SealedPerson, identity: Identity): boolean {
  return Boolean(
    identity.username ||
      (identity.name && !known.name_sealed) ||
      (identity.phone && !known.phone_sealed) ||
      (identity.bsuid && !known.bsuid_sealed) ||
      (identity.language && known.language === null) ||
      known.country === null,
  )
}

/** Takes over what the person's own message says and we did not know: a name, a number, a username. Never overwrites a name. */
async function learn(tx: Context, contactId: string, identity: Identity): Promise<void> {
  const known = (await openContacts(tx, [contactId])).get(contactId)
  const key = await personKey(tx, contactId)
  if (!known || !key) return
  const name = known.name ?? identity.name ?? null
  const phone = known.phone ?? identity.phone ?? null
  const username = identity.username ?? known.username
  const changes = {
    ...(name !== known.name && name
      ? {
          name_sealed: tx.vault.seal(key, name, sealContext(contactId, 'name')),
          name_digest: nameDigest(tx.vault, tx.businessId, name),
        }
      : {}),
    ...(phone !== known.phone && phone
      ? { phone_sealed: tx.vault.seal(key, phone, sealContext(contactId, 'phone')) }
      : {}),
    ...(!known.bsuid && identity.bsuid
      ? { bsuid_sealed: tx.vault.seal(key, identity.bsuid, sealContext(contactId, 'bsuid')) }
      : {}),
    ...(identity.username && identity.username !== known.username
      ? { username_sealed: tx.vault.seal(key, identity.username, sealContext(contactId, 'username')) }
      : {}),
    ...(known.language === null && identity.language ? { language: identity.language } : {}),
    ...(known.country === null
      ? { country: countryOf({ phone, bsuid: identity.bsuid ?? known.bsuid }) }
      : {}),
  }
  if (Object.keys(changes).length === 0) return
  await tx.db
    .updateTable('contact')
    .set({
      ...changes,
      search_digests: searchDigests(tx.vault, tx.businessId, { name, phone, username }),
      updated_at: tx.clock.now(),
    })
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .execute()
  forgetKnown(tx, contactId)
}

/** ISO country of the number, else of the BSUID's prefix; an indication for prices and quiet hours, not a residence. */
function countryOf(identity: Pick<Identity, 'phone' | 'bsuid'>): string | null {
  const fromPhone = identity.phone ? parsePhoneNumberFromString(identity.phone)?.country : undefined
  return fromPhone ?? identity.bsuid?.slice(0, 2) ?? null
}
