import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'

/** A pause that either of two records of a person asked for holds for the kept one, as long as the longer one. In the caller's transaction. */
export async function joinPauses(
  tx: Context,
  { keptId, goneId }: { keptId: string; goneId: string },
): Promise<void> {
  await sql`
    insert into marketing_pause as k (business_id, contact_id, since, until)
    select business_id, ${keptId}::uuid, since, until from marketing_pause
    where business_id = ${tx.businessId} and contact_id = ${goneId}
    on conflict (business_id, contact_id) do update set since = least(k.since, excluded.since),
      until = greatest(k.until, excluded.until)`.execute(tx.db)
}
