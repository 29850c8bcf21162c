import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../platform/index.ts'
import type { GateInput } from './gate-checks.ts'

interface Place {
  channelId: string
  topicId: string
  templateId: string
  /** Only people with these ids are candidates; said to every table, because no planner finds it out by itself. */
  range?: Range
}

/** Contact ids after the first up to the last; null is open. */
export interface Range {
  after: string | null
  upTo: string | null
}

/** A condition that a contact id lies in the range. */
export function isWithin(range: Range | undefined, column: string): RawBuilder<boolean> {
  const after = range?.after ? sql` and ${sql.ref(column)} > ${range.after}::uuid` : sql``
  const upTo = range?.upTo ? sql` and ${sql.ref(column)} <= ${range.upTo}::uuid` : sql``
  return sql<boolean>`(true${after}${upTo})`
}

/** Ranges that an audience is counted in; more than processes, so that none has to wait long for the last. */
const RANGES = 6
/** Percent of the list's pages that are looked at for it, and how many people there must be on them to be worth it. */
const LOOKED_AT = 0.2
const ENOUGH = 200

/** Everybody of the business in some ranges of about the same size; a single one when there are not many people. */
export async function evenRanges(ctx: Context): Promise<Range[]> {
  const everybody = { after: null, upTo: null }
  const shares = Array.from({ length: RANGES - 1 }, (_, i) => (i + 1) / RANGES)
  const { rows } = await sql<{ people: number; ends: string[] | null }>`
    select count(*)::int as people, percentile_disc(${shares}::float8[]) within group (order by contact_id) as ends
    from contact tablesample system (${sql.lit(LOOKED_AT)}) where business_id = ${ctx.businessId}`.execute(
    ctx.db,
  )
  const [sample] = rows
  if (!sample?.ends || sample.people < ENOUGH) return [everybody]
  const ends = [null, ...new Set(sample.ends), null]
  return ends.slice(1).map((upTo, i) => ({ after: ends[i] ?? null, upTo }))
}

/** What every candidate of an audience has in common, as it stands now. */
export interface Common extends Place {
  home: string
  businessState: string
  channelState: string
  /** When the number went live; null: not yet. As text, because it comes inside of JSON. */
  channelLiveAt: string | null
  template: { state: string; category: string; quality: string } | null
  resting: { until: Date | null } | null
  /** Countries that Meta does not let the account write to. */
  blocked: string[]
  /** Whether anybody is suppressed, and whether messages are on their way: otherwise nobody has to be compared. */
  someSuppressed: boolean
  someBusy: boolean
  /** Whether anybody asked for a pause that may still last. */
  somePaused: boolean
  /** Whether anybody has written whose words were not read yet. */
  someWrote: boolean
  /** Whether any consent is so old that it may have lapsed: otherwise nobody's last use has to be known. */
  someOld: boolean
}

/**
 * Asks for it; the time is written as text because it comes inside of JSON.
 * @param unusedSince a consent that was confirmed later cannot have lapsed
 */
export async function commonFacts(ctx: Context, place: Place, unusedSince: Date): Promise<Common> {
  const { businessId } = ctx
  const { rows } = await sql<
    Omit<Common, keyof Place | 'resting'> & { resting: { until: string | null } | null }
  >`
    select b.country::text as home, b.state as "businessState", ch.state as "channelState", ch.live_at::text as "channelLiveAt",
      (select jsonb_build_object('state', t.state, 'category', t.category, 'quality', t.quality) from template t
        where t.business_id = ${businessId} and t.template_id = ${place.templateId}) as template,
      (select jsonb_build_object('until', r.until) from marketing_hold r
        where r.business_id = ${businessId} and r.channel_id = ch.channel_id) as resting,
      array(select x.country::text from country_block x
        where x.business_id = ${businessId} and x.waba_id = ch.waba_id) as blocked,
      exists (select 1 from suppression x where x.business_id = ${businessId} and x.lifted_at is null) as "someSuppressed",
      exists (select 1 from message_queue q where q.business_id = ${businessId} and q.epoch is not null) as "someBusy",
      exists (select 1 from marketing_pause z where z.business_id = ${businessId}) as "somePaused",
      exists (select 1 from webhook_waiting w where w.business_id = ${businessId} and w.lane = 'person') as "someWrote",
      exists (select 1 from consent s where s.business_id = ${businessId} and s.state = 'confirmed'
        and s.state_at <= ${unusedSince}::timestamptz) as "someOld"
    from business b join channel ch on ch.business_id = b.business_id
    where b.business_id = ${businessId} and ch.channel_id = ${place.channelId}`.execute(ctx.db)
  const [row] = rows
  if (!row) throw new Error('An audience needs a channel of the business.')
  const until = row.resting?.until
  return { ...place, ...row, resting: row.resting && { until: until ? new Date(until) : null } }
}

/**
 * The joins of the gate where all candidates share channel, topic and template and no campaign is asked about: what is the
 * same for everybody stands there as a constant, so that a million people cost two joins instead of twelve and the database
 * can share the work among its processes. Gives the checks the same names as `gateFrom`; the tests hold the two together.
 */
export function audienceFrom(
  candidates: RawBuilder<unknown>,
  { businessId, policy: { places } }: GateInput,
  {
    channelId,
    topicId,
    range,
    home,
    businessState,
    channelState,
    channelLiveAt,
    template,
    resting,
    blocked,
  }: Common,
): RawBuilder<unknown> {
  const here = sql`coalesce(c.country, b.country)::text`
  const isIn = (countries: string[]) =>
    countries.length > 0 ? sql`${here} = any(${countries}::text[])` : sql`false`
  const countries = (some: typeof places) => some.map((place) => place.country)
  const closed = Map.groupBy(
    places.filter((place) => place.opensAt),
    (place) => place.opensAt?.getTime(),
  )
  const opensAt = [...closed.values()].map(
    (some) => sql`when ${isIn(countries(some))} then ${some[0]?.opensAt}::timestamptz`,
  )
  return sql`from (${candidates}) g
    join contact c on c.business_id = ${businessId} and c.contact_id = g.contact_id
    left join consent s on s.business_id = ${businessId} and s.contact_id = g.contact_id
      and s.channel_id = ${channelId} and s.topic_id = ${topicId} and ${isWithin(range, 's.contact_id')}
    cross join (select ${home}::text as country, ${businessState}::text as state) b
    cross join (select ${channelState}::text as state, ${channelLiveAt}::timestamptz as live_at) ch
    cross join (select ${template?.state}::text as state, ${template?.category}::text as category, ${template?.quality}::text as quality) t
    cross join (select null::text as state) cp
    cross join (select ${resting && channelId}::uuid as channel_id, ${resting?.until}::timestamptz as until) resting
    cross join lateral (select case when ${isIn(countries(places))} then ${here} end as country,
      not ${isIn(countries(places.filter((place) => !place.marketing)))} as marketing,
      ${opensAt.length > 0 ? sql`case ${sql.join(opensAt, sql` `)} end` : sql`null::timestamptz`} as opens_at) place
    cross join lateral (select case when ${isIn(blocked)} then ${here} end as country) blocked`
}
