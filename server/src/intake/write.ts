import { sql } from 'kysely'
import { PREPARED, plainArray } from '../platform/db/index.ts'
import type { Runtime } from '../platform/index.ts'

/** One update as it is kept: sealed, under a keyed digest of its natural key. */
export interface UpdateRow {
  updateKey: string
  /** First day, ISO */
  month: string
  channelId: string
  kind: string
  /** Whose turn it is. */
  personDigest: string | null
  /** Their number, where `personDigest` is not that already. */
  phoneDigest: string | null
  at: Date
  receivedAt: Date
  /** Where it stood in its webhook: Meta's times are whole seconds, and two words of one second have an order all the same. */
  position: number
  sealed: Buffer
}

/**
 * Makes the updates of one business durable and lets them wait for processing, in one statement; what Meta sent before is
 * left out. The text is always the same, whatever the number of rows, so that it is planned once, and the sealed bytes travel
 * as one value: neither side spends its time on parameters.
 * @returns how many were new
 */
export async function writeUpdates(
  runtime: Pick<Runtime, 'db'>,
  businessId: string,
  updates: readonly UpdateRow[],
): Promise<number> {
  const rows = onePerKey(updates)
  const column = (pick: (row: UpdateRow) => string | null) => plainArray(rows.map(pick))
  const ends: number[] = []
  let end = 0
  for (const { sealed } of rows) {
    end += sealed.length
    ends.push(end)
  }
  const starts = ends.map((each, index) => each - (rows[index]?.sealed.length ?? 0) + 1)
  const { numAffectedRows } = await sql`${PREPARED}
    with given as (
      select * from unnest(${column((row) => row.month)}::date[], ${column((row) => row.updateKey)}::text[],
        ${column((row) => row.channelId)}::uuid[], ${column((row) => row.kind)}::text[],
        ${column((row) => row.personDigest)}::text[], ${column((row) => row.phoneDigest)}::text[], ${column((row) => String(row.at.getTime()))}::float8[],
        ${column((row) => String(row.receivedAt.getTime() + Math.min(row.position, 999) / 1000))}::float8[], ${plainArray(starts)}::int[],
        ${plainArray(rows.map((row) => row.sealed.length))}::int[])
        as g (month, update_key, channel_id, kind, person_digest, phone_digest, at, received_at, start, size)),
    fresh as (
      insert into webhook_update
        (business_id, month, update_key, channel_id, kind, person_digest, phone_digest, at, received_at, payload_sealed)
      select ${businessId}::uuid, month, update_key, channel_id, kind, person_digest, phone_digest, to_timestamp(at / 1000),
        to_timestamp(received_at / 1000),
        substring(${Buffer.concat(rows.map((row) => row.sealed))}::bytea from start for size)
      from given
      on conflict (business_id, month, update_key) do nothing
      returning business_id, kind, received_at, update_key, month, person_digest, phone_digest, at)
    insert into webhook_waiting (business_id, lane, received_at, update_key, month, person_digest, phone_digest, at)
    select business_id, case kind when 'status' then 'status' when 'change' then 'change' else 'person' end,
      received_at, update_key, month, person_digest, phone_digest, at
    from fresh`.execute(runtime.db)
  return Number(numAffectedRows ?? 0)
}

/**
 * One statement must not name a key twice; Meta may repeat an update within one webhook, and several webhooks share a
 * statement. In the order of the keys, so that statements that hold the same updates never wait for each other crosswise.
 */
function onePerKey(rows: readonly UpdateRow[]): UpdateRow[] {
  const first = new Map<string, UpdateRow>()
  for (const row of rows) if (!first.has(row.updateKey)) first.set(row.updateKey, row)
  return [...first.values()].sort((a, b) => (a.updateKey < b.updateKey ? -1 : 1))
}
