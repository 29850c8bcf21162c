import { sql } from 'kysely'
import { PREPARED } from '../platform/db/index.ts'
import { type Context, DAY } from '../platform/index.ts'
import { forgetKnown, rememberPerson } from './known.ts'

/**
 * A message of the person arrived. Older news changes nothing, but the contact is locked in any case. Runs in the caller's
 * transaction.
 */
export async function noteInbound(tx: Context, contactId: string, at: Date): Promise<void> {
  const { rows } = await sql<{ hold_reason: string | null }>`${PREPARED}
    update contact set last_inbound_at = greatest(last_inbound_at, ${at}::timestamptz)
    where business_id = ${tx.businessId} and contact_id = ${contactId} and erased_at is null
    returning hold_reason`.execute(tx.db)
  const [row] = rows
  if (row) rememberPerson(tx, contactId, { hold: row.hold_reason })
  else forgetKnown(tx, contactId)
}

/** How long the times of accepted marketing are kept with the person; longer than any window of a frequency cap. */
const TIMES_DAYS = 31

/** Marketing was accepted for these people; for segments, the frequency cap and the lapse of unused consent. */
export async function noteMarketing(
  ctx: Context,
  { contactIds, at }: { contactIds: readonly string[]; at: Date },
): Promise<void> {
  const since = new Date(at.getTime() - TIMES_DAYS * DAY)
  await sql`${PREPARED}
    update contact c set last_marketing_at = greatest(c.last_marketing_at, ${at}::timestamptz),
      marketing_times = case
        -- Most people have none: no need to unpack the list.
        when c.marketing_times = '{}' then array[${at}::timestamptz]
        else array(select x from unnest(array_append(c.marketing_times, ${at}::timestamptz)) as x
          where x > ${since}::timestamptz order by x desc) end
    from unnest(${[...contactIds].sort()}::uuid[]) as w (contact_id)
    where c.business_id = ${ctx.businessId} and c.contact_id = w.contact_id and c.erased_at is null`.execute(
    ctx.db,
  )
}
