import { sql } from 'kysely'
import { appendRedaction } from '../ledger/index.ts'
import { type Context, createContext, DAY, type Runtime, withTransaction } from '../platform/index.ts'

/** What was kept of an attempt that nobody confirmed goes after so many days (C-43). */
const FORGET_DAYS = 30
const BATCH = 500

/**
 * Destroys the evidence of opt-ins that ended without a YES, 30 days after they did: the person's words, the page, the time of
 * the question. The leaves stay, one redaction leaf says what was destroyed. Proof of an earlier yes is not touched.
 * @returns how many pieces of evidence went
 */
export async function forgetAttempts(runtime: Runtime): Promise<number> {
  let gone = 0
  for (;;) {
    const { rows } = await sql<{ business_id: string }>`select distinct business_id from (
      select e.business_id ${attempts(runtime)} limit ${BATCH}) due`.execute(runtime.db)
    if (rows.length === 0) return gone
    for (const { business_id } of rows) {
      const ctx = createContext(runtime, business_id, { kind: 'system', job: 'consent.forget_attempts' })
      gone += await withTransaction(ctx, forgetSome)
    }
  }
}

async function forgetSome(tx: Context): Promise<number> {
  const { rows } = await sql<{ event_id: string }>`
    update consent_event set evidence_sealed = null, salt_sealed = null, shredded_at = ${tx.clock.now()}
    where (business_id, event_id) in (select e.business_id, e.event_id ${attempts(tx)} and e.business_id = ${tx.businessId} limit ${BATCH})
    returning event_id`.execute(tx.db)
  await appendRedaction(
    tx,
    rows.map(({ event_id }) => event_id),
    'retention',
  )
  return rows.length
}

/** The events of attempts that are over for long enough; what came before the attempt is proof of something else. */
function attempts({ clock }: Pick<Runtime, 'clock'>) {
  return sql`from consent c
    join consent_event e on e.business_id = c.business_id and e.contact_id = c.contact_id and e.channel_id = c.channel_id
      and e.topic_id = c.topic_id and e.at >= c.requested_at and e.evidence_sealed is not null
    where c.state = 'expired' and c.confirmed_at is null and c.requested_at is not null
      and c.state_at < ${new Date(clock.now().getTime() - FORGET_DAYS * DAY)}`
}
