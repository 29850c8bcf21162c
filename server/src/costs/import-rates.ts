import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import type { Language } from '../platform/http/index.ts'
import { type Context, notFound, Problem, withTransaction } from '../platform/index.ts'
import { billingOf } from './billing.ts'
import { type ReadLine, readRates, UnreadableFile } from './read-rates.ts'
import { rateRow } from './set.ts'
import { addImport, closeImport, putRates, type RateRow, removeRates } from './store.ts'
import { PriceRate, toPriceRate } from './view.ts'

export const ImportRatesInput = z.object({
  fileName: z.string().trim().min(1).max(200),
  text: z.string().min(1).max(600_000),
  /** True: only say what would happen. */
  dryRun: z.boolean(),
})

export const ImportedRates = z.object({
  /** Of the import, to undo it; null for a dry run, or when nothing changed. */
  id: z.uuid().nullable(),
  fileName: z.string(),
  changes: z.array(
    PriceRate.omit({ id: true }).extend({
      line: z.number().int(),
      change: z.enum(['new', 'changed', 'same']),
      /** The price that it replaces. */
      before: z.number().nullable(),
    }),
  ),
  /** Lines that are left out, and why. */
  bad: z.array(z.object({ line: z.number().int(), problem: z.string() })),
})
type ImportedRates = z.infer<typeof ImportedRates>

/**
 * Reads prices from a CSV file: bad lines are reported, good ones kept; as a dry run first, and to be undone afterwards.
 * @throws Problem `file_unreadable`
 */
export async function importRates(
  ctx: Context,
  input: z.input<typeof ImportRatesInput>,
  language: Language,
): Promise<ImportedRates> {
  requireRole(ctx, 'marketer')
  const { fileName, text, dryRun } = ImportRatesInput.parse(input)
  const { currency } = await billingOf(ctx)
  const lines = read(text, { currency, source: fileName })
  return withTransaction(ctx, async (tx) => {
    const known = new Map((await allRates(tx)).map((row) => [keyOf(row), row]))
    const planned = lines.flatMap((one) => {
      if ('problem' in one) return []
      const row = rateRow(one.rate, one.rate.currency)
      const before = known.get(keyOf(row))
      const change = !before ? 'new' : isSame(before, row) ? 'same' : 'changed'
      return [{ line: one.line, row, before, change } as const]
    })
    const result: ImportedRates = {
      id: null,
      fileName,
      changes: planned.map(({ line, row, before, change }) => {
        const { id: _, ...rate } = toPriceRate({ ...row, business_id: tx.businessId, rate_id: '' })
        return { ...rate, line, change, before: before ? Number(before.price) : null }
      }),
      bad: lines.flatMap((one) =>
        'problem' in one ? [{ line: one.line, problem: one.problem[language] }] : [],
      ),
    }
    const changed = planned.filter((one) => one.change !== 'same')
    if (dryRun || changed.length === 0) return result
    const written = await putRates(
      tx,
      changed.map((one) => one.row),
    )
    const after = new Map(written.map((row) => [keyOf(row), row]))
    const changes = changed.map(({ row, before }) => ({
      before: before ?? null,
      after: after.get(keyOf(row)),
    }))
    const id = await addImport(tx, fileName, changes)
    await recordAudit(tx, {
      action: 'price_import.apply',
      entity: 'price_import',
      entityId: id,
      after: { fileName, changed: changed.length, leftOut: result.bad.length },
    })
    return { ...result, id }
  })
}

function read(text: string, defaults: { currency: string; source: string }): ReadLine[] {
  try {
    return readRates(text, defaults)
  } catch (error) {
    throw new Problem(
      'invalid',
      'file_unreadable',
      error instanceof UnreadableFile
        ? error.sentence
        : {
            de: 'Diese Datei ist kein CSV, das sich lesen lässt.',
            en: 'This file is no CSV that can be read.',
          },
    )
  }
}

const allRates = (tx: Context): Promise<RateRow[]> =>
  tx.db.selectFrom('price_rate').selectAll().where('business_id', '=', tx.businessId).execute()

type Keyed = Pick<RateRow, 'market' | 'category' | 'currency' | 'effective_from'> & { tier_from: number }

const keyOf = (row: Keyed) =>
  [row.market, row.category, row.currency, row.effective_from, Number(row.tier_from)].join(' ')

type Told = Pick<RateRow, 'price' | 'effective_to' | 'tier_to' | 'source' | 'verified'>

function isSame(a: Told, b: Told): boolean {
  return (
    Number(a.price) === Number(b.price) &&
    a.effective_to === b.effective_to &&
    (a.tier_to === null ? b.tier_to === null : Number(a.tier_to) === Number(b.tier_to)) &&
    a.source === b.source &&
    a.verified === b.verified
  )
}

const Stored = z.object({
  rate_id: z.uuid(),
  market: z.string(),
  category: PriceRate.shape.category,
  currency: z.string(),
  price: z.coerce.string(),
  effective_from: z.string(),
  effective_to: z.string().nullable(),
  tier_from: z.coerce.number(),
  tier_to: z.coerce.number().nullable(),
  source: z.string(),
  verified: z.boolean(),
})
const Changes = z.array(z.object({ before: Stored.nullable(), after: Stored }))

export const PriceImport = z.object({
  id: z.uuid(),
  fileName: z.string(),
  at: z.iso.datetime(),
  rates: z.number().int(),
  undoneAt: z.iso.datetime().nullable(),
})

/** The files that were read in, newest first. */
export async function listImports(ctx: Context): Promise<z.infer<typeof PriceImport>[]> {
  requireRole(ctx, 'marketer', 'dpo')
  const rows = await ctx.db
    .selectFrom('price_import')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .orderBy('at', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    id: row.import_id,
    fileName: row.file_name,
    at: row.at.toISOString(),
    rates: Changes.parse(row.changes).length,
    undoneAt: row.undone_at?.toISOString() ?? null,
  }))
}

export const UndoneImport = z.object({
  undone: z.number().int(),
  /** Rates that somebody changed since: they stay as they are. */
  kept: z.number().int(),
})

/** Takes an import back: what it added goes, what it replaced returns, what was changed since stays. @throws Problem `not_found`, `already_undone` */
export async function undoImport(ctx: Context, importId: string): Promise<z.infer<typeof UndoneImport>> {
  requireRole(ctx, 'marketer')
  return withTransaction(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom('price_import')
      .selectAll()
      .where('business_id', '=', tx.businessId)
      .where('import_id', '=', importId)
      .forUpdate()
      .executeTakeFirst()
    if (!row) throw notFound({ de: 'Dieser Import', en: 'This import' })
    if (row.undone_at) {
      throw new Problem('conflict', 'already_undone', {
        de: 'Dieser Import ist schon zurückgenommen.',
        en: 'This import was undone already.',
      })
    }
    const changes = Changes.parse(row.changes)
    const known = new Map((await allRates(tx)).map((rate) => [rate.rate_id, rate]))
    const untouched = changes.filter(({ after }) => {
      const now = known.get(after.rate_id)
      return now !== undefined && isSame(now, after)
    })
    await removeRates(
      tx,
      untouched.flatMap(({ before, after }) => (before ? [] : [after.rate_id])),
    )
    await putRates(
      tx,
      untouched.flatMap(({ before }) => {
        if (!before) return []
        const { rate_id: _, ...rate } = before
        return [rate]
      }),
    )
    await closeImport(tx, importId)
    const result = { undone: untouched.length, kept: changes.length - untouched.length }
    await recordAudit(tx, {
      action: 'price_import.undo',
      entity: 'price_import',
      entityId: importId,
      after: result,
    })
    return result
  })
}
