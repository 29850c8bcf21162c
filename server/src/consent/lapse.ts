import { sql } from 'kysely'
import { type Context, createContext, type Runtime, withTransaction } from '../platform/index.ts'
import { consentChanged, consentWithdrawn } from './hooks.ts'
import { moveConsent } from './move.ts'
import { lockConsents } from './read.ts'
import { step } from './state.ts'

/** Without a policy of the business; no business can make it longer (C-45). */
const LAPSE_MONTHS = 24
const BATCH = 500

interface Unused {
  businessId: string
  contactId: string
  channelId: string
  topicId: string
}

/**
 * Ends consents that were of no use for 24 months, or as many as the business set: no marketing, no message of the person
 * (C-45). The gate counts them as lapsed already; this makes it final, so that a later message does not bring them back.
 * @returns how many ended
 */
export async function lapseConsents(runtime: Runtime): Promise<number> {
  let ended = 0
  for (;;) {
    const found = await unused(runtime, null)
    for (const one of found) {
      const ctx = createContext(runtime, one.businessId, { kind: 'system', job: 'consent.lapse' })
      if (await withTransaction(ctx, (tx) => lapse(tx, one))) ended++
    }
    if (found.length < BATCH) return ended
  }
}

async function unused(from: Pick<Context, 'db' | 'clock'>, one: Unused | null): Promise<Unused[]> {
  const { rows } = await sql<Unused>`
    select s.business_id as "businessId", s.contact_id as "contactId", s.channel_id as "channelId", s.topic_id as "topicId"
    from consent s
    join contact c on c.business_id = s.business_id and c.contact_id = s.contact_id
    left join contact_marketing m on m.business_id = s.business_id and m.contact_id = s.contact_id
    left join sending_policy p on p.business_id = s.business_id
    where s.state = 'confirmed' and greatest(s.state_at, m.last_at, c.last_inbound_at)
        <= ${from.clock.now()}::timestamptz - make_interval(months => coalesce(p.expire_after_months, ${LAPSE_MONTHS}::int))
      ${one ? sql`and s.business_id = ${one.businessId} and s.contact_id = ${one.contactId} and s.channel_id = ${one.channelId} and s.topic_id = ${one.topicId}` : sql``}
    limit ${BATCH}`.execute(from.db)
  return rows
}

async function lapse(tx: Context, { contactId, channelId, topicId, ...one }: Unused): Promise<boolean> {
  const consents = await lockConsents(tx, contactId, channelId)
  const consent = consents.find((row) => row.topic_id === topicId)
  // Somebody may have written in the meantime.
  if (
    !consent ||
    !step(consent.state, 'lapse') ||
    (await unused(tx, { contactId, channelId, topicId, ...one })).length === 0
  )
    return false
  await tx.hooks.run(consentWithdrawn, tx, { contactId, topicId, reason: 'expired' })
  await moveConsent(tx, consent, {
    event: 'lapse',
    type: 'expired',
    at: tx.clock.now(),
    evidence: { how: 'unused' },
  })
  await tx.hooks.run(consentChanged, tx, { contactId })
  return true
}
