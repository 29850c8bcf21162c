import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'

/** A message of the person arrived. Older news changes nothing. Runs in the caller's transaction. */
export async function noteInbound(tx: Context, contactId: string, at: Date): Promise<void> {
  await tx.db
    .updateTable('contact')
    .set({ last_inbound_at: at })
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .where('erased_at', 'is', null)
    .where((eb) => eb.or([eb('last_inbound_at', 'is', null), eb('last_inbound_at', '<', at)]))
    .execute()
}

/** How long the times of accepted marketing are kept with the person; longer than any window of a frequency cap. */
const TIMES_DAYS = 31

/** Marketing was accepted for these people; for segments, the frequency cap and the lapse of unused consent. */
export async function noteMarketing(
  ctx: Context,
  { contactIds, at }: { contactIds: readonly string[]; at: Date },
): Promise<void> {
  await sql`
    update contact set last_marketing_at = greatest(last_marketing_at, ${at}::timestamptz),
      marketing_times = array(select x from unnest(array_append(marketing_times, ${at}::timestamptz)) as x
        where x > ${at}::timestamptz - ${`${TIMES_DAYS} days`}::interval order by x desc)
    where business_id = ${ctx.businessId} and contact_id = any(${[...contactIds]}::uuid[]) and erased_at is null`.execute(
    ctx.db,
  )
}
