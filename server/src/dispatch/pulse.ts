import { sql } from 'kysely'
import { type Context, HOUR, SECOND } from '../platform/index.ts'
import { meaningOf } from './outcome.ts'

/** Width of one step of a campaign's pulse. */
const PULSE_MS = 5 * SECOND

/** One message's share in the figures that breakers judge. */
export interface Beat {
  campaignId: string
  delivered: number
  failed: number
  unreachable: number
  unwanted: number
}

export function beatOf(campaignId: string, delivered: boolean, failed: boolean, code: number | null): Beat {
  const meaning = failed ? meaningOf(code ?? 0) : null
  return {
    campaignId,
    delivered: delivered ? 1 : 0,
    failed: failed ? 1 : 0,
    unreachable: meaning === 'unreachable' ? 1 : 0,
    unwanted: meaning === 'unwanted' ? 1 : 0,
  }
}

/** The step of the pulse that a moment belongs to. */
export function pulseAt(at: Date): Date {
  return new Date(Math.floor(at.getTime() / PULSE_MS) * PULSE_MS)
}

/**
 * Adds to the pulses of campaigns, outside the transaction that settled the messages: figures for breakers and curves, so
 * a crash may cost some, and nobody waits for anybody's row.
 */
export async function addPulses(ctx: Context, beats: readonly Beat[]): Promise<void> {
  const sums = new Map<string, Beat>()
  for (const beat of beats) {
    if (!beat.delivered && !beat.failed && !beat.unreachable && !beat.unwanted) continue
    const sum = sums.get(beat.campaignId)
    if (!sum) sums.set(beat.campaignId, { ...beat })
    else for (const key of ['delivered', 'failed', 'unreachable', 'unwanted'] as const) sum[key] += beat[key]
  }
  const rows = [...sums.values()].sort((a, b) => (a.campaignId < b.campaignId ? -1 : 1))
  if (rows.length === 0) return
  const column = <T>(pick: (beat: Beat) => T) => rows.map(pick)
  await sql`
    insert into campaign_pulse as p (business_id, campaign_id, at, delivered, failed, unreachable, unwanted)
    select ${ctx.businessId}::uuid, b.campaign_id, ${pulseAt(ctx.clock.now())}::timestamptz, b.delivered, b.failed, b.unreachable,
      b.unwanted
    from unnest(${column((b) => b.campaignId)}::uuid[], ${column((b) => b.delivered)}::int[], ${column((b) => b.failed)}::int[],
      ${column((b) => b.unreachable)}::int[], ${column((b) => b.unwanted)}::int[])
      as b (campaign_id, delivered, failed, unreachable, unwanted)
    on conflict (business_id, campaign_id, at) do update set delivered = p.delivered + excluded.delivered,
      failed = p.failed + excluded.failed, unreachable = p.unreachable + excluded.unreachable,
      unwanted = p.unwanted + excluded.unwanted`.execute(ctx.db)
}

/** An opt-out counts for the campaign that reached the person last, if that was within three days. */
const COUNTS_MS = 72 * HOUR

/**
 * Handler of consent's `consentWithdrawn`: counts the opt-out for the last campaign the person got, after the withdrawal is
 * safe; a STOP waits for no figures.
 */
export async function countOptOut(
  tx: Context,
  { contactId, reason }: { contactId: string; reason: string },
): Promise<void> {
  if (reason !== 'withdrawn') return
  const at = tx.clock.now()
  tx.afterCommit?.(() => {
    const outside: Context = { ...tx, db: tx.runtime.db, afterCommit: undefined }
    writeOptOut(outside, contactId, at).catch((error: unknown) =>
      tx.log.error({ err: error }, 'an opt-out was not counted'),
    )
  })
}

async function writeOptOut(ctx: Context, contactId: string, at: Date): Promise<void> {
  await sql`
    insert into campaign_pulse as p (business_id, campaign_id, at, opt_outs)
    select ${ctx.businessId}::uuid, last.campaign_id, ${pulseAt(at)}::timestamptz, 1 from (
      select m.campaign_id from message m
      where m.business_id = ${ctx.businessId} and m.contact_id = ${contactId} and m.campaign_id is not null
        and m.accepted_at > ${new Date(at.getTime() - COUNTS_MS)}
      order by m.message_id desc limit 1) last
    -- Only the STOP that ended something, not the second one.
    where exists (select 1 from consent s where s.business_id = ${ctx.businessId} and s.contact_id = ${contactId}
      and s.state = 'withdrawn' and s.updated_at >= ${at})
    on conflict (business_id, campaign_id, at) do update set opt_outs = p.opt_outs + 1`.execute(ctx.db)
}
