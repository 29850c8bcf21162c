import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, newId, notFound, Problem, withTransaction } from '../platform/index.ts'
import {
  hintsOf,
  judgeScreening,
  SCREENING_KEYS,
  type ScreeningFacts,
  type ScreeningKey,
  type ScreeningResult,
} from './screening-rules.ts'

const Key = z.enum(SCREENING_KEYS)

export interface Screening {
  id: string
  yes: ScreeningKey[]
  /** Why a hint of the configuration was answered with no. */
  reasons: Partial<Record<ScreeningKey, string>>
  result: ScreeningResult
  at: Date
  documented: { where: string; at: Date } | null
}

const StoredAnswers = z.object({ yes: z.array(Key), reasons: z.partialRecord(Key, z.string()) })

/** The last screening of the business; null when there was none. */
export async function findScreening(ctx: Pick<Context, 'db' | 'businessId'>): Promise<Screening | null> {
  const row = await ctx.db
    .selectFrom('impact_screening')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .orderBy('screening_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const { yes, reasons } = StoredAnswers.parse(row.answers)
  return {
    id: row.screening_id,
    yes,
    reasons,
    result: row.result,
    at: row.screened_at,
    documented:
      row.documented_where && row.documented_at
        ? { where: row.documented_where, at: row.documented_at }
        : null,
  }
}

/** What is configured, and the last screening. */
export async function readScreening(
  ctx: Context,
): Promise<{ facts: ScreeningFacts; last: Screening | null }> {
  requireRole(ctx, 'dpo')
  return { facts: await screeningFacts(ctx), last: await findScreening(ctx) }
}

/** What is configured now, as far as the rules look at it. */
async function screeningFacts(ctx: Pick<Context, 'db' | 'businessId'>): Promise<ScreeningFacts> {
  const count = async (table: 'contact' | 'contact_import') => {
    const row = await ctx.db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<string>().as('n'))
      .where('business_id', '=', ctx.businessId)
      .executeTakeFirstOrThrow()
    return Number(row.n)
  }
  const fields = await ctx.db
    .selectFrom('contact_field')
    .select(['key', 'label'])
    .where('business_id', '=', ctx.businessId)
    .execute()
  return {
    contacts: await count('contact'),
    imports: await count('contact_import'),
    fields: fields.flatMap((field) => [field.key, field.label]),
  }
}

/** Hints that came up since the last screening: it has to be done again. */
export async function newHints(
  ctx: Pick<Context, 'db' | 'businessId'>,
  screening: Screening,
): Promise<ScreeningKey[]> {
  const hints = hintsOf(await screeningFacts(ctx))
  return hints.filter((key) => !screening.yes.includes(key) && screening.reasons[key] === undefined)
}

export const ScreenInput = z.object({
  yes: z.array(Key).max(SCREENING_KEYS.length),
  /** Why a hint is answered with no. */
  reasons: z.partialRecord(Key, z.string().trim().min(10).max(500)).default({}),
})

/**
 * Records the answers and what follows from them (C-56, Art. 35). An answer against what is configured needs a reason.
 * @throws Problem `reason_missing` naming the questions
 */
export async function screenImpact(ctx: Context, input: z.input<typeof ScreenInput>): Promise<Screening> {
  requireRole(ctx, 'dpo')
  const { yes: given, reasons } = ScreenInput.parse(input)
  const yes = SCREENING_KEYS.filter((key) => given.includes(key))
  return withTransaction(ctx, async (tx) => {
    const hints = hintsOf(await screeningFacts(tx))
    const unexplained = hints.filter((key) => !yes.includes(key) && !reasons[key])
    if (unexplained.length > 0) throw reasonMissing(unexplained)
    const id = newId()
    const at = tx.clock.now()
    const result = judgeScreening(yes)
    await tx.db
      .insertInto('impact_screening')
      .values({
        business_id: tx.businessId,
        screening_id: id,
        answers: JSON.stringify({ yes, reasons }),
        findings: JSON.stringify({ hints }),
        result,
        screened_at: at,
        screened_by: tx.actor.kind === 'member' ? tx.actor.memberId : null,
      })
      .execute()
    await recordAudit(tx, {
      action: 'screening.record',
      entity: 'screening',
      entityId: id,
      after: { result, yes },
    })
    return { id, yes, reasons, result, at, documented: null }
  })
}

function reasonMissing(keys: readonly ScreeningKey[]): Problem {
  return new Problem(
    'invalid',
    'reason_missing',
    {
      de: 'Die Einrichtung spricht für ein Ja. Bitte sag bei diesen Fragen, warum die Antwort trotzdem Nein ist.',
      en: 'What is configured points at a yes. Please say for these questions why the answer is no all the same.',
    },
    Object.fromEntries(keys.map((key) => [key, { de: 'Bitte begründen.', en: 'Please give a reason.' }])),
  )
}

export const DocumentInput = z.object({ where: z.string().trim().min(5).max(300) })

/**
 * Notes where the assessment lies that the screening asked for; only then may a number go live (C-56).
 * @throws Problem `not_found` when there is no screening
 */
export async function documentAssessment(
  ctx: Context,
  input: z.input<typeof DocumentInput>,
): Promise<Screening> {
  requireRole(ctx, 'dpo')
  const { where } = DocumentInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    const screening = await findScreening(tx)
    if (!screening) throw notFound({ de: 'Eine Risikoprüfung', en: 'A risk screening' })
    const at = tx.clock.now()
    await tx.db
      .updateTable('impact_screening')
      .set({
        documented_where: where,
        documented_at: at,
        documented_by: tx.actor.kind === 'member' ? tx.actor.memberId : null,
      })
      .where('business_id', '=', tx.businessId)
      .where('screening_id', '=', screening.id)
      .execute()
    await recordAudit(tx, {
      action: 'screening.document',
      entity: 'screening',
      entityId: screening.id,
      after: { where },
    })
    return { ...screening, documented: { where, at } }
  })
}
