import { z } from 'zod'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem, type Role, withTransaction } from '../platform/index.ts'
import { ALERT_SUBJECTS, AlertSubject, AlertWay, defaultWay } from './alert-subjects.ts'

export const AlertSettings = z.object({
  /** Whether this installation can send mail at all. */
  mail: z.boolean(),
  ways: z.array(z.object({ subject: AlertSubject, way: AlertWay, byDefault: z.boolean() })),
})
export type AlertSettings = z.infer<typeof AlertSettings>

export const AlertSettingsInput = z.object({
  ways: z.array(z.object({ subject: AlertSubject, way: AlertWay })).max(ALERT_SUBJECTS.length),
})

/** Which alerts the caller gets by e-mail. @throws Problem `forbidden`, `member_needed` */
export async function getAlertSettings(ctx: Context): Promise<AlertSettings> {
  const { memberId, role } = self(ctx)
  const rows = await ctx.db
    .selectFrom('alert_setting')
    .select(['subject', 'way'])
    .where('business_id', '=', ctx.businessId)
    .where('member_id', '=', memberId)
    .execute()
  const chosen = new Map(rows.map(({ subject, way }) => [subject, way]))
  return {
    mail: ctx.config.mail !== undefined,
    ways: ALERT_SUBJECTS.map((subject) => {
      const way = chosen.get(subject)
      return { subject, way: way ?? defaultWay(role, subject), byDefault: way === undefined }
    }),
  }
}

/** Changes the caller's own. @throws Problem `forbidden`, `member_needed` */
export async function setAlertSettings(
  ctx: Context,
  input: z.input<typeof AlertSettingsInput>,
): Promise<AlertSettings> {
  const { memberId } = self(ctx)
  const { ways } = AlertSettingsInput.parse(input)
  await withTransaction(ctx, async (tx) => {
    for (const { subject, way } of ways) {
      await tx.db
        .insertInto('alert_setting')
        .values({ business_id: tx.businessId, member_id: memberId, subject, way })
        .onConflict((conflict) =>
          conflict.columns(['business_id', 'member_id', 'subject']).doUpdateSet({ way }),
        )
        .execute()
    }
  })
  return getAlertSettings(ctx)
}

function self(ctx: Context): { memberId: string; role: Role } {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const { actor } = ctx
  if (actor.kind === 'member') return { memberId: actor.memberId, role: actor.role }
  throw new Problem('forbidden', 'member_needed', {
    de: 'Das stellt jedes Mitglied für sich selbst ein.',
    en: 'Every member sets this for themselves.',
  })
}
