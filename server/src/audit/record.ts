import { type Context, newId } from '../platform/index.ts'

type Fields = Record<string, unknown>

interface Entry {
  /** `{entity}.{verb}`, for example `campaign.launch`. */
  action: `${string}.${string}`
  entity: string
  entityId: string
  before?: Fields
  after?: Fields
}

/** Never written to the audit log, whatever a caller passes: personal data and secrets (C-47). */
const FORBIDDEN = /phone|email|token|secret|password|(^|_)text$|body|username|(contact|person)_?name/i

/**
 * Writes who did what, in the caller's transaction: without the entry there is no change. Only fields that differ
 * are kept. The audit log is for the business's own order; consent is proved by the ledger, which is another thing.
 */
export async function recordAudit(ctx: Context, entry: Entry): Promise<void> {
  const { before, after } = difference(entry.before ?? {}, entry.after ?? {})
  await ctx.db
    .insertInto('audit_entry')
    .values({
      business_id: ctx.businessId,
      audit_id: newId(),
      at: ctx.clock.now(),
      actor: JSON.stringify(ctx.actor),
      action: entry.action,
      entity: entry.entity,
      entity_id: entry.entityId,
      before: entry.before ? JSON.stringify(before) : null,
      after: entry.after ? JSON.stringify(after) : null,
    })
    .execute()
}

/** The part of two states that differs, without what may not be kept. */
export function difference(before: Fields, after: Fields): { before: Fields; after: Fields } {
  const changed = { before: {} as Fields, after: {} as Fields }
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (JSON.stringify(before[key]) === JSON.stringify(after[key])) continue
    if (key in before) changed.before[key] = kept(key, before[key])
    if (key in after) changed.after[key] = kept(key, after[key])
  }
  return changed
}

/** The value, without what may not be kept, however deep it lies. */
function kept(key: string, value: unknown): unknown {
  if (FORBIDDEN.test(key)) return '(not kept)'
  if (Array.isArray(value)) return value.map((each) => kept('', each))
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, kept(name, each)]))
}
