import { type RawBuilder, sql } from 'kysely'
import { purseSql } from './budget-room.ts'
import { audienceFrom, isWithin } from './gate-audience.ts'
import { busyPeople, cappedPeople, type GateInput, unusedPeople } from './gate-checks.ts'
import { limitedChannels } from './gate-later.ts'
import type { PolicyNow } from './policy.ts'

/**
 * The joins of the gate: candidates `g` beside everything the checks read. Big sets are joined as sets, once; a handful of
 * candidates is looked up one by one.
 */
export function gateFrom(candidates: RawBuilder<unknown>, input: GateInput): RawBuilder<unknown> {
  const { businessId, policy, common } = input
  if (common) return sql`${audienceFrom(candidates, input, common)} ${limitsSql(input)} ${peopleFacts(input)}`
  const home = sql`coalesce(c.country, b.country)`
  return sql`from (${candidates}) g
    ${commonOf(candidates, businessId)}
    ${personOf(input)}
    ${placeOf(policy, home)}
    cross join lateral (select case when ${home}::text = any(common.blocked) then ${home} end as country) blocked
    ${
      input.spending
        ? purseSql(
            input.spending,
            policy.places.map((place) => place.country),
            home,
          )
        : sql``
    } ${limitsSql(input)} ${peopleFacts(input)}`
}

/**
 * Business, channel, template and campaign: candidates that share them look them up together, once, instead of each for itself. The
 * lateral selects only give them the names that the checks know; they cost nothing.
 */
function commonOf(candidates: RawBuilder<unknown>, businessId: string): RawBuilder<unknown> {
  return sql`join (
      with common as materialized (
        select d.*, b.country as home, b.state as business_state, ch.state as channel_state, ch.live_at, t.state as template_state,
          t.category, t.quality, cp.state as campaign_state, r.channel_id as resting_id, r.until,
          array(select x.country::text from country_block x where x.business_id = ${businessId} and x.waba_id = ch.waba_id) as blocked
        from (select distinct channel_id, template_id, campaign_id from (${candidates}) every) d
        join business b on b.business_id = ${businessId}
        join channel ch on ch.business_id = ${businessId} and ch.channel_id = d.channel_id
        left join template t on t.business_id = ${businessId} and t.template_id = d.template_id
        left join campaign cp on cp.business_id = ${businessId} and cp.campaign_id = d.campaign_id
        left join marketing_hold r on r.business_id = ${businessId} and r.channel_id = d.channel_id)
      select * from common) common on common.channel_id = g.channel_id and common.template_id is not distinct from g.template_id
      and common.campaign_id is not distinct from g.campaign_id
    cross join lateral (select common.home as country, common.business_state as state) b
    cross join lateral (select common.channel_state as state, common.live_at) ch
    cross join lateral (select common.template_state as state, common.category, common.quality) t
    cross join lateral (select common.campaign_state as state) cp
    cross join lateral (select common.resting_id as channel_id, common.until) resting`
}

/**
 * The candidate's contact and consent. For a handful the limit keeps each a look-up by its key, whatever the planner believes
 * about their number: it has been seen to read every consent of a business for each claim.
 */
function personOf({ businessId, few, limitKept }: GateInput): RawBuilder<unknown> {
  const consent = sql`s.contact_id = g.contact_id and s.channel_id = g.channel_id and s.topic_id = g.topic_id`
  return few || limitKept
    ? sql`cross join lateral (
      select * from contact c where c.business_id = ${businessId} and c.contact_id = g.contact_id limit 1) c
    left join lateral (select * from consent s where s.business_id = ${businessId} and ${consent} limit 1) s on true`
    : sql`join contact c on c.business_id = ${businessId} and c.contact_id = g.contact_id
    left join consent s on s.business_id = ${businessId} and ${consent}`
}

/** What holds in the person's country, looked up in one parameter that names them all. */
function placeOf({ places }: PolicyNow, home: RawBuilder<unknown>): RawBuilder<unknown> {
  const byCountry = Object.fromEntries(
    places.map(({ country, marketing, opensAt }) => [country, { marketing, opens_at: opensAt }]),
  )
  // Read once: a parameter that is cast in every row would be parsed in every row.
  return sql`cross join (select ${JSON.stringify(byCountry)}::jsonb as countries offset 0) world
    left join lateral (
      select ${home}::text as country, (it.value ->> 'marketing')::boolean as marketing, (it.value ->> 'opens_at')::timestamptz as opens_at
      from (select world.countries -> ${home}::text as value offset 0) it
      where it.value is not null) place on true`
}

// Most audiences have no limit: what is not there is not joined.

function limitsSql(input: GateInput): RawBuilder<unknown> {
  const limited = limitedChannels(input)
  if (limited.length === 0) return sql``
  const rows = limited.map((channel) => ({
    channel_id: channel.channelId,
    room: channel.room,
    frees_at: channel.freesAt,
    warm_room: channel.warmRoom,
    warm_frees_at: channel.warmFreesAt,
    trial_room: channel.trialRoom,
    trial_frees_at: channel.trialFreesAt,
  }))
  return sql`left join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as reach (channel_id uuid, room int, frees_at timestamptz, warm_room int, warm_frees_at timestamptz,
      trial_room int, trial_frees_at timestamptz)
    on reach.channel_id = g.channel_id`
}

function peopleFacts(input: GateInput): RawBuilder<unknown> {
  const { businessId, few, limitKept, common } = input
  if (few || limitKept) {
    return sql`left join lateral (
      select i.contact_id from contact_identity i
      join suppression x on x.business_id = ${businessId} and x.kind = i.kind and x.digest = i.digest and x.lifted_at is null
      where i.business_id = ${businessId} and i.contact_id = g.contact_id
        -- Asked once: where nobody is suppressed, no identity is looked up.
        and (select exists (select 1 from suppression x where x.business_id = ${businessId} and x.lifted_at is null))
      limit 1) suppressed on true
    left join lateral (
      select z.until from marketing_pause z where z.business_id = ${businessId} and z.contact_id = g.contact_id
        and (select exists (select 1 from marketing_pause z where z.business_id = ${businessId}))
      limit 1) paused on true`
  }
  const nobody = sql`cross join (select null::uuid as contact_id, false as too_much)`
  const written = common && sql`left join ${cappedPeople(input)} capped on capped.contact_id = g.contact_id`
  const unused =
    common?.someOld &&
    sql`left join ${unusedPeople(input, common)} unused on unused.contact_id = g.contact_id`
  const suppressed = sql`left join (
      select distinct i.contact_id from suppression x
      join contact_identity i on i.business_id = ${businessId} and i.kind = x.kind and i.digest = x.digest
      where x.business_id = ${businessId} and x.lifted_at is null and ${isWithin(common?.range, 'i.contact_id')}) suppressed
      on suppressed.contact_id = g.contact_id`
  const busy = sql`left join ${common ? busyPeople(input) : writtenNow(businessId)} busy on busy.contact_id = g.contact_id`
  return sql`${common?.someSuppressed === false ? sql`${nobody} suppressed` : suppressed}
    ${common?.someBusy === false ? sql`${nobody} busy` : busy} ${pausedPeople(input)} ${written ?? sql``} ${unused || sql``}`
}

function pausedPeople({ businessId, common }: GateInput): RawBuilder<unknown> {
  if (common?.somePaused === false) return sql`cross join (select null::timestamptz as until) paused`
  return sql`left join marketing_pause paused on paused.business_id = ${businessId} and paused.contact_id = g.contact_id
    and ${isWithin(common?.range, 'paused.contact_id')}`
}

function writtenNow(businessId: string): RawBuilder<unknown> {
  return sql`(select distinct q.contact_id from message_queue q where q.business_id = ${businessId} and q.epoch is not null)`
}
