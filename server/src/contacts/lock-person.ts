import type { Context } from '../platform/index.ts'

/**
 * Who a record is now, if it has been merged since: locked, so that nobody merges or erases them until the transaction ends.
 * @returns null when they were erased
 */
export async function lockPerson(tx: Context, contactId: string): Promise<string | null> {
  let now: string | null = null
  for (let next: string | null = contactId; next !== null; ) {
    const row = await tx.db
      .selectFrom('contact')
      .select(['merged_into', 'erased_at'])
      .where('business_id', '=', tx.businessId)
      .where('contact_id', '=', next)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (row?.erased_at === null) now = next
    next = row?.merged_into ?? null
  }
  return now
}
