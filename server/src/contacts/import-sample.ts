import { sql } from 'kysely'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { ClaimEvidence, claimPlace } from './import-claims.ts'
import { getImport } from './import-view.ts'
import { personKeys } from './keys.ts'
import { openContacts, openPerson } from './open.ts'

const SAMPLE = 10

export const ClaimSample = z.array(
  z.object({
    line: z.number().int(),
    contactId: z.uuid(),
    name: z.string().nullable(),
    phone: z.string().nullable(),
    claimedOn: z.iso.date(),
    source: z.string(),
    wording: z.string().nullable(),
  }),
)

/**
 * Ten rows of a list for the second member to check, picked by a hash, so that nobody who brings a list can choose them (C-19).
 * Looking is written down.
 * @throws Problem `not_found`
 */
export async function sampleClaims(ctx: Context, importId: string): Promise<z.infer<typeof ClaimSample>> {
  requireRole(ctx, 'marketer', 'dpo')
  return withTransaction(ctx, async (tx) => {
    await getImport(tx, importId)
    const rows = await tx.db
      .selectFrom('import_claim as c')
      .leftJoin('wording as w', (join) =>
        join.onRef('w.business_id', '=', 'c.business_id').onRef('w.wording_id', '=', 'c.wording_id'),
      )
      .select(['c.contact_id', 'c.line', 'c.evidence_sealed', 'w.body'])
      .select(sql<string>`to_char(c.claimed_on, 'YYYY-MM-DD')`.as('claimed_on'))
      .where('c.business_id', '=', tx.businessId)
      .where('c.import_id', '=', importId)
      .orderBy(sql`md5(c.contact_id::text || c.import_id::text)`)
      .limit(SAMPLE)
      .execute()
    const ids = rows.map((row) => row.contact_id)
    const people = await openContacts(tx, ids)
    const keys = await personKeys(tx, ids)
    await recordAudit(tx, { action: 'contact_import.sample', entity: 'contact_import', entityId: importId })
    return rows.flatMap((row) => {
      const key = keys.get(row.contact_id)
      if (!key) return []
      const opened = openPerson(tx, key, row.contact_id, claimPlace(importId), row.evidence_sealed)
      const { source, wording } = ClaimEvidence.parse(JSON.parse(opened))
      const person = people.get(row.contact_id)
      return [
        {
          line: row.line,
          contactId: row.contact_id,
          name: person?.name ?? null,
          phone: person?.phone ?? null,
          claimedOn: row.claimed_on,
          source,
          wording: wording ?? row.body,
        },
      ]
    })
  })
}
