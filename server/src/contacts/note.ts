import { sql } from 'kysely'
import { PREPARED, plainArray } from '../platform/db/index.ts'
import type { Context } from '../platform/index.ts'
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
const KEPT = '31 days'

/** Marketing was accepted for these people; for segments, the frequency cap and the lapse of unused consent. */
export async function noteMarketing(
  ctx: Context,
  { contactIds, at }: { contactIds: readonly string[]; at: Date },
): Promise<void> {
  await sql`${PREPARED}
    insert into contact_marketing as m (business_id, contact_id, last_at, times)
    select ${ctx.businessId}::uuid, w.contact_id, ${at}::timestamptz, array[${at}::timestamptz]
    from unnest(${plainArray([...new Set(contactIds)])}::uuid[]) as w (contact_id) cross join lateral (
      -- One look-up by key each, whatever the planner believes about their number.
      select from contact c where c.business_id = ${ctx.businessId} and c.contact_id = w.contact_id and c.erased_at is null limit 1) c
    order by w.contact_id
    on conflict (business_id, contact_id) do update set last_at = greatest(m.last_at, excluded.last_at),
      times = array(select x from unnest(m.times || excluded.times) as x where excluded.last_at - x < ${sql.lit(KEPT)}::interval order by x desc)`.execute(
    ctx.db,
  )
}
