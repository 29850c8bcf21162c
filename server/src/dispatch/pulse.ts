import { sql } from 'kysely'
import { besideTransaction, type Context, HOUR, SECOND } from '../platform/index.ts'
import { meaningOf } from './outcome.ts'

/** Width of one step of a campaign's pulse. */
const PULSE_MS = 5 * SECOND

/** One message's share in a campaign's figures. */
export interface Beat {
  campaignId: string
  accepted: number
  delivered: number
  failed: number
  unreachable: number
  unwanted: number
}

/** @param code the error's code when the message failed, else null */
export function beatOf(
  campaignId: string,
  {
    accepted = false,
    delivered = false,
    code,
  }: { accepted?: boolean; delivered?: boolean; code: number | null },
): Beat {
  const meaning = code === null ? null : meaningOf(code)
  return {
    campaignId,
    accepted: accepted ? 1 : 0,
    delivered: delivered ? 1 : 0,
    failed: code === null ? 0 : 1,
    unreachable: meaning === 'unreachable' ? 1 : 0,
    unwanted: meaning === 'unwanted' ? 1 : 0,
  }
}

const FIGURES = ['accepted', 'delivered', 'failed', 'unreachable', 'unwanted'] as const

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
    if (FIGURES.every((figure) => beat[figure] === 0)) continue
    const sum = sums.get(beat.campaignId)
    if (!sum) sums.set(beat.campaignId, { ...beat })
    else for (const figure of FIGURES) sum[figure] += beat[figure]
  }
  const rows = [...sums.values()].sort((a, b) => (a.campaignId < b.campaignId ? -1 : 1))
  if (rows.length === 0) return
  const columns = sql.join(FIGURES.map((figure) => sql.ref(figure)))
  await sql`
    insert into campaign_pulse as p (business_id, campaign_id, at, ${columns})
    select ${ctx.businessId}::uuid, b.campaign_id, ${pulseAt(ctx.clock.now())}::timestamptz, ${columns}
    from unnest(${rows.map((beat) => beat.campaignId)}::uuid[], ${sql.join(FIGURES.map((figure) => sql`${rows.map((beat) => beat[figure])}::int[]`))})
      as b (campaign_id, ${columns})
    on conflict (business_id, campaign_id, at) do update set
      ${sql.join(FIGURES.map((figure) => sql`${sql.ref(figure)} = p.${sql.ref(figure)} + excluded.${sql.ref(figure)}`))}`.execute(
    ctx.db,
  )
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
    const outside = besideTransaction(tx)
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
