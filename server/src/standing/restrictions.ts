import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { getChannel } from '../channels/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, notFound, withTransaction } from '../platform/index.ts'
import type { ChannelUpdate } from '../whatsapp/index.ts'
import { noteReported } from './note-reported.ts'

export const RestrictionView = z.object({
  /** As Meta names it. */
  kind: z.string(),
  since: z.iso.datetime(),
  /** Null while Meta named no end. */
  until: z.iso.datetime().nullable(),
})
export type RestrictionView = z.infer<typeof RestrictionView>

const BAN_IS_COMING = 'SCHEDULE_FOR_DISABLE'
const DISABLED = 'DISABLE'
/** What keeps a number from writing to people by itself, even while its own status reads well. */
const STOPS_SENDING: readonly string[] = ['RESTRICTED_BIZ_INITIATED_MESSAGING', BAN_IS_COMING]

/** Remembers what an account update restricts, with its end, or that everything is open again. */
export async function noteRestrictions(
  tx: Context,
  channelId: string,
  change: Extract<ChannelUpdate['change'], { what: 'account' }>,
): Promise<void> {
  if (change.event === 'ACCOUNT_RESTRICTION') {
    for (const { kind, until } of change.restrictions) await put(tx, channelId, kind, until)
  }
  if (change.event !== 'DISABLED_UPDATE') return
  if (change.banState === 'REINSTATE') await forget(tx, channelId)
  else await put(tx, channelId, change.banState === DISABLED ? DISABLED : BAN_IS_COMING, null)
}

async function put(tx: Context, channelId: string, kind: string, until: Date | null): Promise<void> {
  await tx.db
    .insertInto('standing_restriction')
    .values({ business_id: tx.businessId, channel_id: channelId, kind, since: tx.clock.now(), until })
    .onConflict((conflict) =>
      conflict.columns(['business_id', 'channel_id', 'kind']).doUpdateSet((eb) => ({
        until: eb.ref('excluded.until'),
      })),
    )
    .execute()
}

async function forget(tx: Context, channelId: string, kind?: string): Promise<boolean> {
  let gone = tx.db
    .deleteFrom('standing_restriction')
    .where('business_id', '=', tx.businessId)
    .where('channel_id', '=', channelId)
  if (kind) gone = gone.where('kind', '=', kind)
  const { numDeletedRows } = await gone.executeTakeFirst()
  return numDeletedRows > 0n
}

/** What is in force now. */
export async function listRestrictions(
  ctx: Pick<Context, 'db' | 'businessId' | 'clock'>,
): Promise<(RestrictionView & { channelId: string })[]> {
  const rows = await ctx.db
    .selectFrom('standing_restriction')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', ctx.clock.now())]))
    .orderBy('since')
    .execute()
  return rows.map((row) => ({
    channelId: row.channel_id,
    kind: row.kind,
    since: row.since.toISOString(),
    until: row.until?.toISOString() ?? null,
  }))
}

/** Whether something is in force that stops sending, whatever the number's own status says. */
export async function isRestricted(tx: Context, channelId: string): Promise<boolean> {
  const all = await listRestrictions(tx)
  return all.some((each) => each.channelId === channelId && STOPS_SENDING.includes(each.kind))
}

export const LiftRestrictionInput = z.object({
  kind: z.string().min(1).max(100),
  reason: z.string().trim().min(3).max(200),
})

/**
 * A member says that Meta has lifted a restriction of which no news came; the reason is kept. Marketing rests on until
 * somebody releases it as well.
 * @throws Problem `not_found`
 */
export async function liftRestriction(
  ctx: Context,
  channelId: string,
  input: z.input<typeof LiftRestrictionInput>,
): Promise<void> {
  requireRole(ctx, 'marketer')
  const { kind, reason } = LiftRestrictionInput.parse(input)
  await withTransaction(ctx, async (tx) => {
    const channel = await getChannel(tx, channelId)
    if (!(await forget(tx, channelId, kind)))
      throw notFound({ de: 'Diese Einschränkung', en: 'This restriction' })
    await recordAudit(tx, {
      action: 'channel.lift_restriction',
      entity: 'channel',
      entityId: channelId,
      before: { kind },
      after: { reason },
    })
    const free = !(await isRestricted(tx, channelId))
    if (free && channel.state === 'restricted') await noteReported(tx, channel, { state: 'connected' })
  })
}
