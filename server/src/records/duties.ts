import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'

const text = (max: number) => z.string().trim().min(1).max(max)
const country = z.string().regex(/^[A-Z]{2}$/)

/** Where a processing agreement of Art. 28 lies, and since when. */
export const Contract = z.object({ reference: text(200), signedOn: z.iso.date() })
export type Contract = z.infer<typeof Contract>

const Dpo = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('named'), name: text(200), contact: text(200) }),
  z.object({ kind: z.literal('none'), reason: z.string().trim().min(10).max(500) }),
])

/** Somebody else who gets data on behalf of the business, beside Meta and the hoster. */
const Processor = z.object({
  name: text(200),
  service: text(300),
  country,
  /** What makes a transfer outside the EU lawful; null inside. */
  safeguard: text(300).nullable().default(null),
  contract: Contract.nullable().default(null),
  /** First day of work; a later day announces a change. */
  from: z.iso.date().nullable().default(null),
})

/** What no program can know: everything is optional, because it is filled in step by step. */
export const DutyStatement = z.object({
  /** Postal address of the controller. */
  address: text(300).nullable().default(null),
  /** Representative in the EU of a controller elsewhere (Art. 27). */
  representative: text(300).nullable().default(null),
  dpo: Dpo.nullable().default(null),
  /** Who runs this installation on behalf of the business; null: the business itself. */
  operator: z
    .object({ name: text(200), address: text(300), contact: text(200) })
    .nullable()
    .default(null),
  hoster: z
    .object({ name: text(200), country, contract: Contract.nullable().default(null) })
    .nullable()
    .default(null),
  metaContract: Contract.nullable().default(null),
  processors: z.array(Processor).max(50).default([]),
  /** Technical and organisational measures outside of Jawort. */
  measures: z.array(text(300)).max(50).default([]),
  /** Supervisory authority that breaches are notified to. */
  authority: z
    .object({ name: text(200), url: z.url().nullable().default(null) })
    .nullable()
    .default(null),
  /** Hours from knowing of a breach to its notification: 72 today (Art. 33(1)); a proposal of the EU would make it 96. */
  breachHours: z.number().int().min(1).max(240).default(72),
})
export type DutyStatement = z.infer<typeof DutyStatement>

/** As stored; the defaults where nothing was stated yet. */
export async function findDuties(ctx: Pick<Context, 'db' | 'businessId'>): Promise<DutyStatement> {
  const row = await ctx.db
    .selectFrom('duty_statement')
    .select('content')
    .where('business_id', '=', ctx.businessId)
    .executeTakeFirst()
  return DutyStatement.parse(row?.content ?? {})
}

/** What the business states about its duties. */
export async function getDuties(ctx: Context): Promise<DutyStatement> {
  requireRole(ctx, 'dpo')
  return findDuties(ctx)
}

export const SaveDutiesInput = DutyStatement.partial()

/** Changes the given parts of the statement; others stay. */
export async function saveDuties(
  ctx: Context,
  input: z.input<typeof SaveDutiesInput>,
): Promise<DutyStatement> {
  requireRole(ctx, 'dpo')
  const given = Object.keys(input)
  const fields = SaveDutiesInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    const before = await findDuties(tx)
    // `partial` keeps the defaults of what was not given.
    const changed = Object.fromEntries(Object.entries(fields).filter(([key]) => given.includes(key)))
    const after = DutyStatement.parse({ ...before, ...changed })
    const values = { content: JSON.stringify(after), updated_at: tx.clock.now() }
    await tx.db
      .insertInto('duty_statement')
      .values({ business_id: tx.businessId, ...values })
      .onConflict((conflict) => conflict.column('business_id').doUpdateSet(values))
      .execute()
    await recordAudit(tx, {
      action: 'duties.save',
      entity: 'duties',
      entityId: tx.businessId,
      after: { changed: given.sort() },
    })
    return after
  })
}
