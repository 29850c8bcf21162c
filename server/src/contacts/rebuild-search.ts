import { sql } from 'kysely'
import { z } from 'zod'
import { createContext, type Runtime, withTransaction } from '../platform/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import { openContacts } from './open.ts'
import { searchDigestsOf } from './search.ts'

const BATCH = 500

export const rebuildSearchJob: Job<Record<string, never>> = {
  name: 'contacts.rebuild_search',
  schema: z.object({}).strict(),
  cron: '*/10 * * * *',
}

/** Gives contacts from before their search digests; only the key outside the database can make them. All businesses. */
export async function rebuildSearch(runtime: Runtime): Promise<void> {
  for (;;) {
    const waiting = await runtime.db
      .selectFrom('contact')
      .select('business_id')
      .where('search_digests', 'is', null)
      .where('erased_at', 'is', null)
      .limit(1)
      .executeTakeFirst()
    if (!waiting) return
    await rebuildSome(runtime, waiting.business_id)
  }
}

async function rebuildSome(runtime: Runtime, businessId: string): Promise<void> {
  const ctx = createContext(runtime, businessId, { kind: 'system', job: rebuildSearchJob.name })
  await withTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom('contact')
      .select('contact_id')
      .where('business_id', '=', tx.businessId)
      .where('search_digests', 'is', null)
      .where('erased_at', 'is', null)
      .orderBy('contact_id')
      .limit(BATCH)
      .forUpdate()
      .execute()
    const people = await openContacts(
      tx,
      rows.map((row) => row.contact_id),
    )
    const found = [...people.values()]
    const values = searchDigestsOf(tx.vault, tx.businessId, found).map((digests, index) => ({
      id: found[index]?.contactId,
      digests,
    }))
    await sql`
      update contact set search_digests = array(select jsonb_array_elements_text(v.digests)::bigint)
      from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as v (id uuid, digests jsonb)
      where contact.business_id = ${tx.businessId}::uuid and contact.contact_id = v.id`.execute(tx.db)
  })
}
