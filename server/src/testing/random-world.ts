import { sql } from 'kysely'
import { onMessagesReturn } from '../campaigns/index.ts'
import { launchCampaign } from '../campaigns/launch.ts'
import { consentWithdrawn, say } from '../consent/index.ts'
import { resolveContact } from '../contacts/index.ts'
import { enqueueSaid, messagesReturn, withholdQueued } from '../dispatch/index.ts'
import { monthOf } from '../dispatch/month.ts'
import type { Course } from '../dispatch/outcome.ts'
import { withTransaction } from '../platform/index.ts'
import { startCampaignKit } from './campaign-kit.ts'
import { STARTS_AT } from './runtime.ts'

/** A message as the database has it, with all that decides what may become of it. */
export interface Found extends Course {
  id: string
  contactId: string
  campaignId: string | null
  category: string
  kind: string
  acceptedAt: Date | null
  /** Has a row in the queue. */
  open: boolean
  epoch: number | null
  claimedAt: Date | null
  consent: string | null
  campaign: string | null
  /** Erased, restricted, held or suppressed: gets no marketing. */
  barred: boolean
}

const CROWD = 18

/** One business that is brought back to its beginning again and again, for tests that do things in random order. */
export type RandomWorld = Awaited<ReturnType<typeof openRandomWorld>>

/** Two campaigns to the same people, half of which get both; nothing is sent by itself. */
export async function openRandomWorld() {
  const kit = await startCampaignKit()
  const { runtime, business, channel, topic } = kit
  runtime.hooks.on(messagesReturn, onMessagesReturn)
  runtime.hooks.on(consentWithdrawn, withholdQueued)
  runtime.hooks.on(say, enqueueSaid)
  const people: string[] = []
  let newcomers = 0
  for (let n = 0; n < CROWD; n++) {
    const phone = n % 2 ? `+49151222233${n + 10}` : `+43664222233${n + 10}`
    const { contactId } = await withTransaction(kit.as(), (tx) =>
      resolveContact(tx, { name: `P${n}`, phone }),
    )
    people.push(contactId)
  }
  const everybody = [...people, ...kit.people.values()]

  /** Everything as on the first day, also after a run that was broken off. */
  async function reset(): Promise<void> {
    runtime.clock.set(STARTS_AT)
    const now = kit.now()
    const { db } = runtime
    for (const table of [
      'message_queue',
      'message',
      'message_once',
      'campaign_pulse',
      'campaign_exclusion',
      'campaign',
    ])
      await sql`delete from ${sql.table(table)} where business_id = ${business}`.execute(db)
    for (const table of [
      'channel_reach',
      'channel_lease',
      'channel_start',
      'contact_marketing',
      'suppression',
    ])
      await sql`delete from ${sql.table(table)} where business_id = ${business}`.execute(db)
    await sql`update contact set hold_reason = null, restricted_at = null, last_inbound_at = ${now},
      erased_at = case when contact_id = any(${everybody}::uuid[]) then null else ${now}::timestamptz end
      where business_id = ${business}`.execute(db)
    await sql`insert into consent (business_id, contact_id, channel_id, topic_id, state, state_at, updated_at)
      select ${business}::uuid, unnest(${people}::uuid[]), ${channel}::uuid, ${topic}::uuid, 'confirmed', ${now}::timestamptz, ${now}::timestamptz
      on conflict (business_id, contact_id, channel_id, topic_id) do update set state = 'confirmed', state_at = excluded.state_at`.execute(
      db,
    )
    await sql`update template set state = 'approved' where business_id = ${business}`.execute(db)
  }

  /** Somebody who says yes only now; gone with the next reset. */
  async function newcomer(): Promise<void> {
    const phone = `+49151333${++newcomers + 10_000}`
    const { contactId } = await withTransaction(kit.as(), (tx) => resolveContact(tx, { name: 'New', phone }))
    await sql`insert into consent (business_id, contact_id, channel_id, topic_id, state, state_at, updated_at)
      values (${business}, ${contactId}, ${channel}, ${topic}, 'confirmed', ${kit.now()}, ${kit.now()})`.execute(
      runtime.db,
    )
  }

  /** Launches both campaigns. @returns their ids */
  async function launch(ramp: boolean): Promise<string[]> {
    const all = await kit.draft(ramp ? { ramp: { share: 0.4, waitMinutes: 60 } } : {})
    const some = await kit.draft({ segmentId: kit.segment })
    for (const { id } of [all, some]) await launchCampaign(kit.as(), id, {})
    return [all.id, some.id]
  }

  async function messages(): Promise<Map<string, Found>> {
    const { rows } = await sql<Found>`
      select m.message_id as id, m.contact_id as "contactId", m.campaign_id as "campaignId", m.category, m.kind, m.state, m.reason,
        m.attempts, m.tries, m.wamid_digest as wamid, m.accepted_at as "acceptedAt", q.message_id is not null as open,
        q.epoch::int as epoch, q.claimed_at as "claimedAt", s.state as consent, cp.state as campaign,
        c.erased_at is not null or c.restricted_at is not null or c.hold_reason is not null or exists (
          select 1 from contact_identity i join suppression u on u.business_id = i.business_id and u.kind = i.kind and u.digest = i.digest
          where i.business_id = m.business_id and i.contact_id = m.contact_id and u.lifted_at is null) as barred
      from message m join contact c on c.business_id = m.business_id and c.contact_id = m.contact_id
      left join message_queue q on q.business_id = m.business_id and q.month = m.month and q.message_id = m.message_id
      left join consent s on s.business_id = m.business_id and s.contact_id = m.contact_id and s.topic_id = ${topic}
      left join campaign cp on cp.business_id = m.business_id and cp.campaign_id = m.campaign_id
      -- Named, so that other months are not even opened.
      where m.business_id = ${business} and m.month between ${monthOf(new Date(STARTS_AT))}::date and ${monthOf(kit.now())}::date`.execute(
      runtime.db,
    )
    return new Map(rows.map((row) => [row.id, row]))
  }

  return { kit, people, everybody, reset, newcomer, launch, messages }
}
