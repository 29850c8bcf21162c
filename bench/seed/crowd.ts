import { sql } from 'kysely'
import { type Context, DAY } from '../../server/src/platform/index.ts'
import type { Shop } from './shop.ts'

/** Of each hundred people, by their index: who said yes, who was asked, who withdrew; the rest never said anything. */
const CONFIRMED = 70
const PENDING = 10
const WITHDRAWN = 15
/** People per statement; the embedded database keeps a whole statement in memory. */
const BATCH = 100_000

/**
 * Adds people as a list grows over a year, by SQL alone and without anything to open: for questions about everybody, where
 * sealed names and numbers only take up their room. Some have heard from us, some wrote, some rest.
 * @param from index of the first one
 */
export async function seedCrowd(ctx: Context, shop: Shop, count: number, from = 0): Promise<void> {
  const { businessId, channelId, topicId } = shop
  const now = ctx.clock.now()
  const start = now.getTime() - 365 * DAY
  // Version 7 ids by the time a person came, as the application gives them.
  const at = sql`(${start}::bigint + (i::bigint * ${365 * DAY}::bigint) / ${from + count}::bigint)`
  const time = sql`to_timestamp(${at} / 1000.0)`
  await ctx.db.connection().execute(async (db) => {
    await sql`set session_replication_role = replica`.execute(db)
    for (let first = from; first < from + count; first += BATCH) {
      const last = Math.min(first + BATCH, from + count) - 1
      await sql`
        with people as materialized (
          select i, ${time} as at, (left(h, 8) || '-' || right(h, 4) || '-7' || right(r, 3) || '-8' || left(r, 3) || '-' || left(md5(r), 12))::uuid as id
          from (select i, lpad(to_hex(${at}), 12, '0') as h, md5(i::text) as r
            from generate_series(${first}::int, ${last}::int) i) x),
        contacts as (
          insert into contact (business_id, contact_id, name_sealed, phone_sealed, language, country, search_digests, name_digest,
            attributes, created_at, updated_at, last_inbound_at, hold_reason, meta_preference)
          select ${businessId}::uuid, id, decode(md5(i::text) || md5(id::text), 'hex'), decode(md5(id::text) || md5(i::text), 'hex'),
            'de', case when i % 10 = 0 then 'AT' when i % 50 = 1 then 'CH' else 'DE' end,
            array[i, i * 7, i * 13, i * 17, i * 19, i * 23]::bigint[], i, jsonb_build_object('city', 'Ort ' || i % 500),
            at, at, case when i % 5 = 0 then greatest(at, ${new Date(now.getTime() - 40 * DAY)}) end,
            case when i % 1000 = 7 then 'undeliverable' end, case when i % 500 = 9 then 'stop' else 'none' end
          from people),
        written as (
          insert into contact_marketing (business_id, contact_id, last_at, times)
          select ${businessId}::uuid, id, last, array[last]
          from (select id, greatest(at, ${new Date(now.getTime() - 20 * DAY)}::timestamptz) as last from people where i % 3 = 0) p),
        identities as (
          insert into contact_identity (business_id, kind, digest, contact_id, created_at)
          select ${businessId}::uuid, 'phone', md5(i::text), id, at from people),
        blocked as (
          insert into suppression (business_id, kind, digest, reason, since)
          select ${businessId}::uuid, 'phone', md5(i::text), 'asked', at from people where i % 1000 = 3)
        insert into consent (business_id, contact_id, channel_id, topic_id, state, state_at, confirmed_at, updated_at)
        select ${businessId}::uuid, id, ${channelId}::uuid, ${topicId}::uuid,
          case when i % 100 < ${CONFIRMED} then 'confirmed' when i % 100 < ${CONFIRMED + PENDING} then 'pending' else 'withdrawn' end,
          at, case when i % 100 < ${CONFIRMED} then at end, at
        from people where i % 100 < ${CONFIRMED + PENDING + WITHDRAWN}`.execute(db)
    }
    await sql`set session_replication_role = origin`.execute(db)
  })
}
