import { sql } from 'kysely'
import { businessKey } from '../businesses/index.ts'
import { type Context, createContext, newId, type Runtime } from '../platform/index.ts'
import type { Slice } from '../whatsapp/index.ts'

/** One update as it is kept: sealed, under a keyed digest of its natural key. */
export interface UpdateRow {
  business_id: string
  update_key: string
  channel_id: string
  kind: string
  person_digest: string | null
  at: Date
  received_at: Date
  payload_sealed: Buffer
}

export interface WaitingUpdate {
  key: string
  channelId: string
  receivedAt: Date
  slice: Slice
}

const sealPlace = (key: string) => `webhook:${key}`

/** The updates of any number of requests in one statement; what Meta sent before is left out. @returns how many were new */
export async function insertUpdates(runtime: Runtime, rows: readonly UpdateRow[]): Promise<number> {
  const result = await runtime.db
    .insertInto('webhook_update')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['business_id', 'update_key']).doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0)
}

/** Seals an update for storage with the business key: whom it is about is not known yet. */
export async function sealUpdate(ctx: Context, key: string, slice: Slice): Promise<Buffer> {
  return ctx.vault.seal(await businessKey(ctx), JSON.stringify(slice), sealPlace(key))
}

/** Keeps what cannot be attributed or read, for a person to look at. */
export async function quarantine(runtime: Runtime, reason: string, text: string): Promise<void> {
  const id = newId()
  await runtime.db
    .insertInto('webhook_quarantine')
    .values({
      quarantine_id: id,
      received_at: runtime.clock.now(),
      reason,
      payload_sealed: runtime.vault.seal(runtime.vault.master, text, `quarantine:${id}`),
    })
    .execute()
}

const PEOPLE = sql`kind in ('message', 'preference')`

/** Businesses that have something to do; asks over all, because the worker serves the installation. */
export async function businessesWaiting(runtime: Runtime): Promise<string[]> {
  const { rows } = await sql<{ business_id: string }>`
    select b.business_id from business b where exists (
      select 1 from webhook_update u where u.business_id = b.business_id and u.processed_at is null)`.execute(
    runtime.db,
  )
  return rows.map((row) => row.business_id)
}

/** People who wrote, longest waiting first. */
export async function peopleWaiting(ctx: Context, limit: number): Promise<string[]> {
  const { rows } = await sql<{ person_digest: string }>`
    select person_digest from webhook_update
    where business_id = ${ctx.businessId} and processed_at is null and ${PEOPLE} and person_digest is not null
    group by person_digest order by min(received_at) limit ${limit}`.execute(ctx.db)
  return rows.map((row) => row.person_digest)
}

/**
 * Locks one person and gives the update of theirs that happened first. Nobody else works on this person until the
 * transaction ends.
 */
export async function takePerson(tx: Context, personDigest: string): Promise<WaitingUpdate | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.businessId}:${personDigest}`}::text, 0))`.execute(
    tx.db,
  )
  const [first] = await open(
    tx,
    await sql<StoredUpdate>`select update_key, channel_id, received_at, payload_sealed from webhook_update
      where business_id = ${tx.businessId} and person_digest = ${personDigest} and processed_at is null and ${PEOPLE}
      order by at, received_at, update_key limit 1 for update`.execute(tx.db),
  )
  return first
}

/** Statuses, or everything else that is about no person, oldest first; others may take the next ones meanwhile. */
export async function takeUpdates(
  tx: Context,
  kind: Exclude<Slice['kind'], 'message' | 'preference'>,
  limit: number,
): Promise<WaitingUpdate[]> {
  return open(
    tx,
    await sql<StoredUpdate>`select update_key, channel_id, received_at, payload_sealed from webhook_update
      where business_id = ${tx.businessId} and kind = ${kind} and processed_at is null
      order by received_at, update_key limit ${limit} for update skip locked`.execute(tx.db),
  )
}

/** One update by its key, if it still waits. */
export async function takeUpdate(tx: Context, key: string): Promise<WaitingUpdate | undefined> {
  const [update] = await open(
    tx,
    await sql<StoredUpdate>`select update_key, channel_id, received_at, payload_sealed from webhook_update
      where business_id = ${tx.businessId} and update_key = ${key} and processed_at is null for update`.execute(
      tx.db,
    ),
  )
  return update
}

interface StoredUpdate {
  update_key: string
  channel_id: string
  received_at: Date
  payload_sealed: Uint8Array
}

async function open(ctx: Context, { rows }: { rows: StoredUpdate[] }): Promise<WaitingUpdate[]> {
  if (rows.length === 0) return []
  const key = await businessKey(ctx)
  return rows.map((row) => ({
    key: row.update_key,
    channelId: row.channel_id,
    receivedAt: row.received_at,
    slice: JSON.parse(ctx.vault.open(key, row.payload_sealed, sealPlace(row.update_key))) as Slice,
  }))
}

/** Marks updates as done, and whom they were about, so that an erasure finds them. */
export async function markProcessed(
  tx: Context,
  keys: readonly string[],
  contactIds: readonly (string | null)[],
): Promise<void> {
  await sql`update webhook_update u set processed_at = ${tx.clock.now()}, contact_id = d.contact_id, problem = null
    from unnest(${[...keys]}::text[], ${[...contactIds]}::uuid[]) as d (update_key, contact_id)
    where u.business_id = ${tx.businessId} and u.update_key = d.update_key`.execute(tx.db)
}

/** Puts an update aside that cannot be processed, with the name of the problem; it stays visible and can be replayed. */
export async function park(ctx: Context, key: string, problem: string): Promise<void> {
  await ctx.db
    .updateTable('webhook_update')
    .set({ processed_at: ctx.clock.now(), problem })
    .where('business_id', '=', ctx.businessId)
    .where('update_key', '=', key)
    .execute()
  ctx.metrics.webhookUpdates.labels('parked').inc()
}

/** What was put aside, to see whom it is about. */
export async function parkedSlice(ctx: Context, key: string): Promise<Slice | undefined> {
  const [update] = await open(
    ctx,
    await sql<StoredUpdate>`select update_key, channel_id, received_at, payload_sealed from webhook_update
      where business_id = ${ctx.businessId} and update_key = ${key}`.execute(ctx.db),
  )
  return update?.slice
}

/** The contacts of our own messages, by message id. */
export async function contactsOfMessages(
  ctx: Context,
  messageIds: readonly string[],
): Promise<Map<string, string>> {
  if (messageIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('message')
    .select(['message_id', 'contact_id'])
    .where('business_id', '=', ctx.businessId)
    .where(sql<boolean>`message_id = any(${[...messageIds]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.message_id, row.contact_id]))
}

/** Makes parked updates wait again, after the cause was repaired. @returns how many */
export async function replayParked(ctx: Context): Promise<number> {
  const result = await ctx.db
    .updateTable('webhook_update')
    .set({ processed_at: null, problem: null })
    .where('business_id', '=', ctx.businessId)
    .where('problem', 'is not', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Deletes raw updates after their time (C-43: 14 days). */
export async function forgetUpdates(runtime: Runtime, before: Date): Promise<void> {
  await runtime.db
    .deleteFrom('webhook_update')
    .where('received_at', '<', before)
    .where('processed_at', 'is not', null)
    .execute()
  await runtime.db.deleteFrom('webhook_quarantine').where('received_at', '<', before).execute()
}

export function contextOf(runtime: Runtime, businessId: string): Context {
  return createContext(runtime, businessId, { kind: 'webhook', source: 'whatsapp' })
}
