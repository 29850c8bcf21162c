import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import type { Language } from '../platform/http/index.ts'
import { type Context, citation, DAY, Problem, withTransaction } from '../platform/index.ts'
import { REGISTER } from './register.ts'
import type { Rule } from './rule.ts'
import { ENDS, WHAT } from './words.ts'

const RetentionLine = z.object({
  /** Of a rule that the business may make shorter; null for the others. */
  key: z.string().nullable(),
  what: z.string(),
  /** How: rows go, only their content goes, or whole months at once; `end`: something else ends it. */
  does: z.enum(['delete', 'empty', 'drop months', 'end']),
  /** Days it stays here now; null where whole months count, or something else ends it. */
  days: z.number().int().nullable(),
  months: z.number().int().nullable(),
  /** What ends it, where it is not age. */
  end: z.string().nullable(),
  /** The longest and shortest that can be set. */
  longest: z.number().int().nullable(),
  shortest: z.number().int().nullable(),
  /** The rule of C-43 or the article it follows. */
  basis: z.string(),
})
export const RetentionPage = z.object({
  nextRunAt: z.iso.datetime(),
  lines: z.array(RetentionLine),
})
export type RetentionPage = z.infer<typeof RetentionPage>

const ARTICLE = { de: 'Art. 5 Abs. 1 lit. e DSGVO', en: 'Article 5 (1) (e) GDPR' } as const

/** When the nightly job runs; the same as in `job.ts`. */
const RUNS_AT = { hour: 2, minute: 40 } as const

/** What goes when, made from the register that the nightly job does (C-43). */
export async function retentionPage(ctx: Context, language: Language): Promise<RetentionPage> {
  requireRole(ctx, 'dpo')
  const shorter = await settingsOf(ctx)
  const lines = Object.entries(REGISTER).flatMap(([table, rules]) =>
    rules.flatMap((rule) => lineOf(table, rule, shorter, language, ctx.config.keepMessagesMonths)),
  )
  return { nextRunAt: nextRun(ctx.clock.now()).toISOString(), lines: distinct(lines) }
}

type Line = z.infer<typeof RetentionLine>

function lineOf(
  table: string,
  rule: Rule,
  shorter: ReadonlyMap<string, number>,
  language: Language,
  months: number,
): Line[] {
  if (rule.does === 'keep') {
    const ends = ENDS[table]
    if (!ends) return []
    return [
      {
        key: null,
        what: ends.what[language],
        does: 'end',
        days: null,
        months: null,
        end: ends.end[language],
        longest: null,
        shortest: null,
        basis: ARTICLE[language],
      },
    ]
  }
  const own = rule.does === 'drop months' ? undefined : rule.business
  const longest = rule.days === 'as messages' ? null : rule.days
  return [
    {
      key: own?.key ?? null,
      what: WHAT[rule.what]?.[language] ?? rule.what,
      does: rule.does,
      days: longest === null ? null : Math.min(longest, (own && shorter.get(own.key)) ?? longest),
      months: longest === null ? months : null,
      end: null,
      longest: own ? longest : null,
      shortest: own?.shortest ?? null,
      basis: rule.basis.startsWith('C-')
        ? `${ARTICLE[language]}, ${rule.basis}`
        : basisOf(rule.basis, language),
    },
  ]
}

const basisOf = (basis: string, language: Language) =>
  basis.startsWith('Art. 5') ? ARTICLE[language] : citation(basis, language)

/** Two rules may do the same thing to one kind of data, by the month and by the row. */
function distinct(lines: readonly Line[]): Line[] {
  const seen = new Set<string>()
  return lines.filter((line) => {
    const name = `${line.what} ${line.days} ${line.months}`
    if (seen.has(name)) return false
    seen.add(name)
    return true
  })
}

function nextRun(now: Date): Date {
  const today = Date.UTC(
    now.getUTCFullYear(),
    now.getUTCMonth(),
    now.getUTCDate(),
    RUNS_AT.hour,
    RUNS_AT.minute,
  )
  return new Date(today > now.getTime() ? today : today + DAY)
}

/** Days that the business made shorter, by the key of the rule. */
export async function settingsOf(ctx: Context): Promise<Map<string, number>> {
  const rows = await ctx.db
    .selectFrom('retention_setting')
    .select(['rule', 'days'])
    .where('business_id', '=', ctx.businessId)
    .execute()
  return new Map(rows.map((row) => [row.rule, row.days]))
}

export const ShortenInput = z.object({
  /** Null: as the register says. */
  days: z.number().int().nullable(),
})

/**
 * Keeps a kind of data shorter than the register says, for this business; never longer (C-43). Takes effect in the next night.
 * @throws Problem `invalid` when the rule cannot be shortened, or not to that
 */
export async function shortenRetention(
  ctx: Context,
  key: string,
  input: z.input<typeof ShortenInput>,
): Promise<void> {
  requireRole(ctx, 'dpo')
  const { days } = ShortenInput.parse(input)
  const rule = Object.values(REGISTER)
    .flat()
    .find((each) => (each.does === 'delete' || each.does === 'empty') && each.business?.key === key)
  const own = rule && (rule.does === 'delete' || rule.does === 'empty') ? rule : undefined
  const longest = own && own.days !== 'as messages' ? own.days : 0
  if (!own?.business || (days !== null && (days < own.business.shortest || days > longest))) {
    throw new Problem('invalid', 'retention_wrong', {
      de: own?.business
        ? `Möglich sind ${own.business.shortest} bis ${longest} Tage: kürzer ja, länger nie.`
        : 'Diese Frist lässt sich nicht ändern.',
      en: own?.business
        ? `Possible are ${own.business.shortest} to ${longest} days: shorter yes, longer never.`
        : 'This period cannot be changed.',
    })
  }
  await withTransaction(ctx, async (tx) => {
    const before = (await settingsOf(tx)).get(key) ?? longest
    await tx.db
      .deleteFrom('retention_setting')
      .where('business_id', '=', tx.businessId)
      .where('rule', '=', key)
      .execute()
    if (days !== null && days < longest) {
      await tx.db
        .insertInto('retention_setting')
        .values({ business_id: tx.businessId, rule: key, days, updated_at: tx.clock.now() })
        .execute()
    }
    await recordAudit(tx, {
      action: 'retention.shorten',
      entity: 'retention',
      entityId: key,
      before: { days: before },
      after: { days: days ?? longest },
    })
  })
}
