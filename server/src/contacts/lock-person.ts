import type { Context } from '../platform/index.ts'

/**
 * The record and those that it has been merged into since, the last being who they are now: locked, so that nobody merges or erases
 * them until the transaction ends. What a person says counts for all of them. Empty when they were erased.
 */
export async function lockPerson(tx: Context, contactId: string): Promise<string[]> {
  const records: string[] = []
  for (let next: string | null = contactId; next !== null; ) {
    const row = await tx.db
      .selectFrom('contact')
      .select(['merged_into', 'erased_at'])
      .where('business_id', '=', tx.businessId)
      .where('contact_id', '=', next)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (row?.erased_at === null) records.push(next)
    next = row?.merged_into ?? null
  }
  return records
}
