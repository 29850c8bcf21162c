import { sql } from 'kysely'
import { businessKey } from '../businesses/index.ts'
import { limitUnseen, PREPARED } from '../platform/db/index.ts'
import { type Context, createContext, type Runtime } from '../platform/index.ts'
import type { Slice } from '../whatsapp/index.ts'
import { RecentStatuses } from './recent.ts'
import { sealPlace } from './to-row.ts'

export type Lane = 'person' | 'status' | 'change'

export interface WaitingUpdate {
  key: string
  month: string
  channelId: string
  receivedAt: Date
  /** Opened when it is asked for: what cannot be opened fails alone, when it is known which update it is. */
  readonly slice: Slice
}

/** A row of the waiting table. */
interface Turn {
  updateKey: string
  month: string
  receivedAt: Date
}

/** Businesses that have something to do, and of which kind; asks over all, because the worker serves the installation. */
export async function othersWaiting(
  runtime: Pick<Runtime, 'db'>,
): Promise<{ businessId: string; lane: 'status' | 'change' }[]> {
  const { rows } = await sql<{ businessId: string; lane: 'status' | 'change' }>`${PREPARED}
    select b.business_id as "businessId", l.lane
    from business_key b cross join (values ('change'), ('status')) as l (lane)
    cross join lateral (
      select from webhook_waiting w where w.business_id = b.business_id and w.lane = l.lane
      order by received_at, update_key ${limitUnseen(1)}) as first`.execute(runtime.db)
  return rows
}

export interface WaitingPerson {
  businessId: string
  personDigest: string
  /** Of theirs, among those that were looked at. */
  updates: number
}

/** People who wrote, longest waiting first; so many updates of each business are looked at. */
export async function peopleWaiting(runtime: Pick<Runtime, 'db'>, limit: number): Promise<WaitingPerson[]> {
  const { rows } = await sql<WaitingPerson>`${PREPARED}
    select b.business_id as "businessId", w.person_digest as "personDigest", count(*)::int as updates
    from business_key b cross join lateral (
      select person_digest, received_at from webhook_waiting
      where business_id = b.business_id and lane = 'person'
      order by received_at, update_key ${limitUnseen(limit)}) as w
    group by 1, 2 order by min(w.received_at)`.execute(runtime.db)
  return rows
}

/** The update of a person's that happened first, and whether more of theirs waits. */
export interface PersonTurn {
  first: WaitingUpdate | undefined
  more: boolean
}

/**
 * Locks one person, if nobody else works on them, until the transaction ends, and gives the update of theirs that happened
 * first.
 * @returns `busy` when another worker has the person
 */
export async function takePerson(tx: Context, personDigest: string): Promise<PersonTurn | 'busy'> {
  const name = `${tx.businessId}:${personDigest}`
  // One statement sees what was there before it had the lock. The rows are therefore locked too: what another worker
  // has finished in between is gone by then.
  const { rows } = await sql<
    { locked: boolean; waiting: number } & (StoredUpdate | { payload_sealed: null })
  >`${PREPARED}
    with turn as materialized (select pg_try_advisory_xact_lock(hashtextextended(${name}::text, 0)) as locked),
    own as materialized (
      select w.* from turn cross join lateral (
        select month, update_key, at, received_at from webhook_waiting
        where turn.locked and business_id = ${tx.businessId} and person_digest = ${personDigest}
        order by at, received_at, update_key limit 2 for update) as w)
    select turn.locked, (select count(*)::int from own) as waiting, f.*
    from turn left join lateral (
      select u.update_key, u.month, u.channel_id, u.received_at, u.payload_sealed
      from (select * from own order by at, received_at, update_key limit 1) as w
      join webhook_update u on u.business_id = ${tx.businessId} and u.month = w.month and u.update_key = w.update_key) as f on true`.execute(
    tx.db,
  )
  const [row] = rows
  if (!row?.locked) return 'busy'
  const [first] = row.payload_sealed === null ? [] : await open(tx, { rows: [row] })
  return { first, more: row.waiting > 1 }
}

/** A time as we read it has whole milliseconds; the position in its webhook is kept below. */
const within = (receivedAt: Date) =>
  sql`received_at >= ${receivedAt} and received_at < ${new Date(receivedAt.getTime() + 1)}`

/** Ends the wait of a person's update, and notes whom it was about, so that an erasure finds it. */
export async function finishPerson(
  tx: Context,
  update: WaitingUpdate,
  contactId: string | null,
): Promise<void> {
  await sql`${PREPARED}
    with done as (
      delete from webhook_waiting
      where business_id = ${tx.businessId} and lane = 'person' and ${within(update.receivedAt)} and update_key = ${update.key})
    update webhook_update set contact_id = ${contactId}, problem = null
    where business_id = ${tx.businessId} and month = ${update.month} and update_key = ${update.key}`.execute(
    tx.db,
  )
}

/**
 * Takes statuses, or what is about no person, oldest first, off the waiting table; others may take the next ones meanwhile.
 * They wait again if the transaction fails.
 */
export async function takeUpdates(
  tx: Context,
  lane: 'status' | 'change',
  limit: number,
): Promise<WaitingUpdate[]> {
  // The planner takes this table for empty, as it was when it was last looked at: without a bound it compares all that waits
  // with each of those that are taken.
  const { rows } = await sql<Turn>`
    with next as materialized (
      select ctid as place, received_at from webhook_waiting where business_id = ${tx.businessId} and lane = ${lane}
      order by received_at, update_key ${limitUnseen(limit)} for update skip locked)
    delete from webhook_waiting where business_id = ${tx.businessId} and lane = ${lane}
      and received_at <= (select max(received_at) from next) and ctid = any(array(select place from next))
    returning update_key as "updateKey", month, received_at as "receivedAt"`.execute(tx.db)
  return read(tx, rows)
}

/** One update by its key, if it still waits. */
export async function takeUpdate(
  tx: Context,
  lane: 'status' | 'change',
  update: Turn,
): Promise<WaitingUpdate[]> {
  const { rows } = await sql<Turn>`
    delete from webhook_waiting where business_id = ${tx.businessId} and lane = ${lane}
      and ${within(update.receivedAt)} and update_key = ${update.updateKey}
    returning update_key as "updateKey", month, received_at as "receivedAt"`.execute(tx.db)
  return read(tx, rows)
}

/** What this process received a moment ago is still in memory; the rest is read and opened. */
async function read(tx: Context, turns: readonly Turn[]): Promise<WaitingUpdate[]> {
  const recent = RecentStatuses.of(tx.runtime)
  const found: WaitingUpdate[] = []
  const missing: Turn[] = []
  for (const turn of turns) {
    const received = recent?.take(turn.updateKey)
    if (received)
      found.push({ key: turn.updateKey, month: turn.month, receivedAt: turn.receivedAt, ...received })
    else missing.push(turn)
  }
  if (missing.length === 0) return found
  const keys = missing.map((turn) => turn.updateKey)
  const months = missing.map((turn) => turn.month)
  const stored = await sql<StoredUpdate>`
    select u.update_key, u.month, u.channel_id, u.received_at, u.payload_sealed
    from unnest(${months}::date[], ${keys}::text[]) as w (month, update_key)
    -- Each by its key: joined, the planner may read all that a business received in the month.
    cross join lateral (select * from webhook_update u
      where u.business_id = ${tx.businessId} and u.month = w.month and u.update_key = w.update_key limit 1) u
    order by u.received_at, u.update_key`.execute(tx.db)
  return [...found, ...(await open(tx, stored))]
}

interface StoredUpdate {
  update_key: string
  month: string
  channel_id: string
  received_at: Date
  payload_sealed: Uint8Array
}

async function open(ctx: Context, { rows }: { rows: StoredUpdate[] }): Promise<WaitingUpdate[]> {
  if (rows.length === 0) return []
  const key = await businessKey(ctx)
  return rows.map((row) => {
    let slice: Slice | undefined
    return {
      key: row.update_key,
      month: row.month,
      channelId: row.channel_id,
      receivedAt: row.received_at,
      get slice() {
        slice ??= JSON.parse(ctx.vault.open(key, row.payload_sealed, sealPlace(row.update_key))) as Slice
        return slice
      },
    }
  })
}

/** One update as it is stored, whatever became of it. */
export async function storedUpdate(
  ctx: Context,
  { key, month }: Pick<WaitingUpdate, 'key' | 'month'>,
): Promise<WaitingUpdate | undefined> {
  const [update] = await open(
    ctx,
    await sql<StoredUpdate>`select update_key, month, channel_id, received_at, payload_sealed from webhook_update
      where business_id = ${ctx.businessId} and month = ${month} and update_key = ${key}`.execute(ctx.db),
  )
  return update
}

export function contextOf(runtime: Runtime, businessId: string): Context {
  return createContext(runtime, businessId, { kind: 'webhook', source: 'whatsapp' })
}
