import { sql } from 'kysely'
import { z } from 'zod'
import { binaryArray } from '../platform/db/index.ts'
import type { Context } from '../platform/index.ts'
import type { ImportOrigin } from './import-evidence.ts'
import type { SealedPerson } from './import-seal.ts'
import { personKey, personKeys } from './keys.ts'
import { openPerson, sealPerson } from './open.ts'

/** Where a claim's sealed evidence belongs. */
export const claimPlace = (importId: string) => `claim:${importId}`

export const ClaimEvidence = z.object({ source: z.string(), wording: z.string().nullable() })

/**
 * Writes what a chunk of a list claims, after its people were written, in the same transaction, and counts it. Who has
 * objected gets no claim: an objection outlives every list (C-33, C-35). Nothing here touches a consent (C-19).
 */
export async function writeClaims(
  tx: Context,
  importId: string,
  people: readonly SealedPerson[],
): Promise<void> {
  const claiming = people.flatMap((person) =>
    person.row.claim ? [{ ...person, claim: person.row.claim }] : [],
  )
  const known = await whose(
    tx,
    claiming.map(({ digest }) => digest),
  )
  const keys = await personKeys(
    tx,
    [...known.values()].map(({ contactId }) => contactId),
  )
  const rows = claiming.flatMap(({ digest, row, claim }) => {
    const person = known.get(digest)
    const key = person && !person.objected ? keys.get(person.contactId) : undefined
    if (!person || !key) return []
    const evidence = JSON.stringify({ source: claim.source, wording: claim.wording })
    const sealed = sealPerson(tx, key, person.contactId, claimPlace(importId), evidence)
    return [{ contactId: person.contactId, line: row.line, claim, sealed }]
  })
  if (rows.length > 0) {
    const text = (value: (row: (typeof rows)[number]) => string | null) =>
      binaryArray('text', rows.map(value))
    await sql`
      insert into import_claim (business_id, contact_id, import_id, line, claimed_on, wording_id, evidence_sealed)
      select ${tx.businessId}::uuid, contact_id::uuid, ${importId}::uuid, line::int, claimed_on::date, wording_id::uuid, sealed
      from unnest(${text(({ contactId }) => contactId)}::text[], ${text(({ line }) => String(line))}::text[],
        ${text(({ claim }) => claim.on)}::text[], ${text(({ claim }) => claim.wordingId)}::text[],
        ${binaryArray(
          'bytea',
          rows.map(({ sealed }) => sealed),
        )}::bytea[]) as g (contact_id, line, claimed_on, wording_id, sealed)
      on conflict (business_id, contact_id, import_id) do update set line = excluded.line,
        claimed_on = excluded.claimed_on, wording_id = excluded.wording_id, evidence_sealed = excluded.evidence_sealed`.execute(
      tx.db,
    )
  }
  const objected = claiming.filter(({ digest }) => known.get(digest)?.objected).length
  await tx.db
    .updateTable('import_attestation')
    .set((eb) => ({
      claims: eb('claims', '+', rows.length),
      objected: eb('objected', '+', objected),
      incomplete: eb('incomplete', '+', people.length - claiming.length),
    }))
    .where('business_id', '=', tx.businessId)
    .where('import_id', '=', importId)
    .execute()
}

/** Whose numbers these are, and whether they are on the block list. */
async function whose(
  tx: Context,
  digests: string[],
): Promise<Map<string, { contactId: string; objected: boolean }>> {
  if (digests.length === 0) return new Map()
  const { rows } = await sql<{ digest: string; contactId: string; objected: boolean }>`
    select i.digest, i.contact_id as "contactId",
      exists (select 1 from suppression s where s.business_id = i.business_id and s.kind = 'phone'
        and s.digest = i.digest and s.lifted_at is null) as objected
    from contact_identity i
    where i.business_id = ${tx.businessId}::uuid and i.kind = 'phone' and i.digest = any(${binaryArray('text', digests)}::text[])`.execute(
    tx.db,
  )
  return new Map(rows.map((row) => [row.digest, row]))
}

/** A list's claim about a person, as their card shows it: claimed, never confirmed. */
export interface PersonClaim {
  importId: string
  /** `YYYY-MM-DD`, as the list says */
  claimedOn: string
  source: string
  wordingId: string | null
  wording: string | null
  origin: ImportOrigin
  /** SHA-256 of the list, hex */
  fileHash: string
  approvedAt: Date
}

/** What approved lists claim about a person, newest first. Lists that still wait for the second member say nothing. */
export async function claimsOf(ctx: Context, contactId: string): Promise<PersonClaim[]> {
  const rows = await ctx.db
    .selectFrom('import_claim as c')
    .innerJoin('import_attestation as a', (join) =>
      join.onRef('a.business_id', '=', 'c.business_id').onRef('a.import_id', '=', 'c.import_id'),
    )
    .leftJoin('wording as w', (join) =>
      join.onRef('w.business_id', '=', 'c.business_id').onRef('w.wording_id', '=', 'c.wording_id'),
    )
    .select([
      'c.import_id',
      'c.wording_id',
      'c.evidence_sealed',
      'a.origin',
      'a.file_hash',
      'a.decided_at',
      'w.body',
      sql<string>`to_char(c.claimed_on, 'YYYY-MM-DD')`.as('claimed_on'),
    ])
    .where('c.business_id', '=', ctx.businessId)
    .where('c.contact_id', '=', contactId)
    .where('a.state', '=', 'approved')
    .orderBy('c.import_id', 'desc')
    .execute()
  const key = rows.length > 0 ? await personKey(ctx, contactId) : null
  if (!key) return []
  return rows.map((row) => {
    const opened = openPerson(ctx, key, contactId, claimPlace(row.import_id), row.evidence_sealed)
    const evidence = ClaimEvidence.parse(JSON.parse(opened))
    if (!row.file_hash || !row.decided_at) throw new Error('An approved list has its hash and its day.')
    return {
      importId: row.import_id,
      claimedOn: row.claimed_on,
      source: evidence.source,
      wordingId: row.wording_id,
      wording: evidence.wording ?? row.body,
      origin: row.origin as ImportOrigin,
      fileHash: row.file_hash,
      approvedAt: row.decided_at,
    }
  })
}
