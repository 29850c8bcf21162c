import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { businessKey } from '../businesses/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, newId, notFound, Problem, type Sentence, withTransaction } from '../platform/index.ts'
import { countAffected } from './affected.ts'
import { NewEntry, StoredEntry } from './breach-entries.ts'
import { type BreachState, breachState, refusal } from './breach-state.ts'
import { findDuties } from './duties.ts'

export interface BreachRow {
  id: string
  number: number
  knownAt: Date
  deadlineHours: number
  createdAt: Date
}

export type TimelineEntry = StoredEntry & { seq: number; writtenAt: Date; by: string | null }

/** A breach with everything that was written down about it. */
export interface Breach extends BreachRow {
  state: BreachState
  entries: TimelineEntry[]
}

/** All breaches of the business, newest first, notified or not: the register of Art. 33(5). */
export async function listBreaches(ctx: Context): Promise<Breach[]> {
  requireRole(ctx, 'dpo')
  const rows = await ctx.db
    .selectFrom('breach')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .orderBy('number', 'desc')
    .execute()
  const breaches: Breach[] = []
  for (const row of rows) breaches.push(await withEntries(ctx, row))
  return breaches
}

/** @throws Problem `not_found` */
export async function getBreach(ctx: Context, breachId: string): Promise<Breach> {
  requireRole(ctx, 'dpo')
  const row = await ctx.db
    .selectFrom('breach')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .where('breach_id', '=', breachId)
    .executeTakeFirst()
  if (!row) throw notFound({ de: 'Diesen Vorfall', en: 'This breach' })
  return withEntries(ctx, row)
}

async function withEntries(
  ctx: Context,
  row: { breach_id: string; number: number; known_at: Date; deadline_hours: number; created_at: Date },
): Promise<Breach> {
  const breach: BreachRow = {
    id: row.breach_id,
    number: row.number,
    knownAt: row.known_at,
    deadlineHours: row.deadline_hours,
    createdAt: row.created_at,
  }
  const key = await businessKey(ctx)
  const rows = await ctx.db
    .selectFrom('breach_entry')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .where('breach_id', '=', breach.id)
    .orderBy('seq')
    .execute()
  const entries = rows.map((entry): TimelineEntry => {
    const content = ctx.vault.open(key, entry.content_sealed, placeOf(breach.id, entry.seq))
    return { ...StoredEntry.parse(JSON.parse(content)), seq: entry.seq, writtenAt: entry.at, by: entry.by }
  })
  return { ...breach, state: breachState(breach, entries, ctx.clock.now()), entries }
}

const placeOf = (breachId: string, seq: number) => `breach:${breachId}:${seq}`

export const OpenBreachInput = z.object({
  /** When somebody of the business knew: the clock starts here. */
  knownAt: z.iso.datetime(),
  what: z.string().trim().min(10).max(4_000),
})

/**
 * Opens a breach and starts its clock. It stays in the register for good, whatever comes of it.
 * @throws Problem `in_the_future`
 */
export async function openBreach(ctx: Context, input: z.input<typeof OpenBreachInput>): Promise<Breach> {
  requireRole(ctx, 'dpo')
  const { knownAt, what } = OpenBreachInput.parse(input)
  if (new Date(knownAt) > ctx.clock.now()) throw REFUSALS.in_the_future()
  return withTransaction(ctx, async (tx) => {
    const breachId = newId()
    const { breachHours } = await findDuties(tx)
    const last = await tx.db
      .selectFrom('breach')
      .select((eb) => eb.fn.max('number').as('number'))
      .where('business_id', '=', tx.businessId)
      .executeTakeFirst()
    const number = Number(last?.number ?? 0) + 1
    await tx.db
      .insertInto('breach')
      .values({
        business_id: tx.businessId,
        breach_id: breachId,
        number,
        known_at: new Date(knownAt),
        deadline_hours: breachHours,
        created_at: tx.clock.now(),
        created_by: memberOf(tx),
      })
      .execute()
    await writeEntry(tx, breachId, 1, { kind: 'note', text: what })
    await recordAudit(tx, { action: 'breach.open', entity: 'breach', entityId: breachId, after: { number } })
    return getBreach(tx, breachId)
  })
}

/**
 * Adds to a breach what was found out, decided or done. Nothing is ever changed: a new form replaces the one before and both stay.
 * @throws Problem `not_found`, `breach_closed`, `delay_reason_missing`, `in_the_future`, `decisions_missing`, `form_incomplete`
 */
export async function addToBreach(
  ctx: Context,
  breachId: string,
  input: z.input<typeof NewEntry>,
): Promise<Breach> {
  requireRole(ctx, 'dpo')
  const entry = NewEntry.parse(input)
  return withTransaction(ctx, async (tx) => {
    const stored: StoredEntry =
      entry.kind === 'affected'
        ? { ...entry, people: await countAffected(tx, entry.query), told: null }
        : entry
    const seq = await append(tx, breachId, stored)
    await recordAudit(tx, {
      action: 'breach.add',
      entity: 'breach',
      entityId: breachId,
      after: { seq, kind: entry.kind, ...('decision' in entry ? { decision: entry.decision } : {}) },
    })
    return getBreach(tx, breachId)
  })
}

type Told = Extract<StoredEntry, { kind: 'affected' }>

/** Writes down who was told in the chat; only for `tellAffected`. @throws Problem `not_found`, `breach_closed` */
export async function addTold(
  tx: Context,
  breachId: string,
  entry: Told,
): Promise<{ breach: Breach; seq: number }> {
  const seq = await append(tx, breachId, entry)
  return { breach: await getBreach(tx, breachId), seq }
}

/** @returns the entry's number */
async function append(tx: Context, breachId: string, entry: StoredEntry): Promise<number> {
  const breach = await getBreach(tx, breachId)
  const refused = refusal(breach.state, entry, tx.clock.now())
  if (refused) throw REFUSALS[refused]()
  const seq = (breach.entries.at(-1)?.seq ?? 0) + 1
  await writeEntry(tx, breachId, seq, entry)
  return seq
}

async function writeEntry(tx: Context, breachId: string, seq: number, entry: StoredEntry): Promise<void> {
  const key = await businessKey(tx)
  await tx.db
    .insertInto('breach_entry')
    .values({
      business_id: tx.businessId,
      breach_id: breachId,
      seq,
      kind: entry.kind,
      at: tx.clock.now(),
      by: memberOf(tx),
      content_sealed: tx.vault.seal(key, JSON.stringify(entry), placeOf(breachId, seq)),
    })
    .execute()
}

function memberOf(tx: Context): string | null {
  return tx.actor.kind === 'member' ? tx.actor.memberId : null
}

const refuse = (code: string, sentence: Sentence) => () => new Problem('conflict', code, sentence)

const REFUSALS = {
  breach_closed: refuse('breach_closed', {
    de: 'Dieser Vorfall ist abgeschlossen. Nachträge gehen als Notiz.',
    en: 'This breach is closed. Additions can be made as a note.',
  }),
  delay_reason_missing: refuse('delay_reason_missing', {
    de: 'Die Frist ist vorbei. Bitte begründe die Verzögerung, das verlangt Art. 33 Abs. 1 DSGVO.',
    en: 'The deadline is past. Please give the reason for the delay; Article 33 (1) GDPR asks for it.',
  }),
  in_the_future: refuse('in_the_future', {
    de: 'Dieser Zeitpunkt liegt in der Zukunft. Bitte prüfe Datum und Uhrzeit.',
    en: 'This moment is in the future. Please check date and time.',
  }),
  decisions_missing: refuse('decisions_missing', {
    de: 'Vor dem Abschluss müssen beide Entscheidungen getroffen sein: Behörde (Art. 33) und Betroffene (Art. 34).',
    en: 'Before it is closed both decisions must be made: authority (Article 33) and people (Article 34).',
  }),
  form_incomplete: refuse('form_incomplete', {
    de: 'Vor dem Abschluss muss das Formular vollständig sein (Art. 33 Abs. 3 und 5 DSGVO).',
    en: 'Before it is closed the form must be complete (Article 33 (3) and (5) GDPR).',
  }),
}
