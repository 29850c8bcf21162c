import { sql } from 'kysely'
import { z } from 'zod'
import { createContext, type Runtime, withTransaction } from '../platform/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import { nameDigestsOf } from './name-digest.ts'
import { openContacts } from './open.ts'
import { searchDigestsOf } from './search.ts'

const BATCH = 500

export const rebuildSearchJob: Job<Record<string, never>> = {
  name: 'contacts.rebuild_search',
  schema: z.object({}).strict(),
  cron: '*/10 * * * *',
}

/** What a contact from before lacks; each has an index of its own, which is empty once all have it. */
const LACKS = {
  search: sql<boolean>`search_digests is null and erased_at is null`,
  name: sql<boolean>`name_digest is null and name_sealed is not null and erased_at is null`,
}

/** Gives contacts from before their digests; only the key outside the database can make them. All businesses. */
export async function rebuildSearch(runtime: Runtime): Promise<void> {
  for (const lacks of Object.values(LACKS)) {
    for (;;) {
      const waiting = await runtime.db
        .selectFrom('contact')
        .select('business_id')
        .where(lacks)
        .limit(1)
        .executeTakeFirst()
      if (!waiting) break
      await rebuildSome(runtime, waiting.business_id, lacks)
    }
  }
}

async function rebuildSome(
  runtime: Runtime,
  businessId: string,
  lacks: (typeof LACKS)['search' | 'name'],
): Promise<void> {
  const ctx = createContext(runtime, businessId, { kind: 'system', job: rebuildSearchJob.name })
  await withTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom('contact')
      .select('contact_id')
      .where('business_id', '=', tx.businessId)
      .where(lacks)
      .orderBy('contact_id')
      .limit(BATCH)
      .forUpdate()
      .execute()
    const people = await openContacts(
      tx,
      rows.map((row) => row.contact_id),
    )
    const found = [...people.values()]
    const names = nameDigestsOf(
      tx.vault,
      tx.businessId,
      found.map(({ name }) => name),
    )
    const values = searchDigestsOf(tx.vault, tx.businessId, found).map((digests, index) => ({
      id: found[index]?.contactId,
      digests,
      // Whose name can be read by nobody any more has none to compare.
      name: names[index] ?? 0,
    }))
    await sql`
      update contact set search_digests = array(select jsonb_array_elements_text(v.digests)::bigint), name_digest = v.name
      from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as v (id uuid, digests jsonb, name bigint)
      where contact.business_id = ${tx.businessId}::uuid and contact.contact_id = v.id`.execute(tx.db)
  })
}
