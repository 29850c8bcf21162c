import { specialCategory } from '../contacts/index.ts'
import { type Context, Problem, type Sentence } from '../platform/index.ts'
import { eachRule, type Rules } from './rules.ts'

const GONE: Sentence = {
  de: 'Das gibt es nicht (mehr). Bitte wähle etwas anderes.',
  en: 'This does not exist (any more). Please choose something else.',
}
const BLOCKED: Sentence = {
  de: 'Nach besonderen Kategorien (Gesundheit, Religion, Herkunft, Politik, Sexualität …) darf nicht gruppiert werden: Art. 9 DSGVO. Bitte wähle ein anderes Feld.',
  en: 'Grouping by special categories (health, religion, origin, politics, sexuality …) is not allowed: Art. 9 GDPR. Please choose another field.',
}
const NEEDS_VALUE: Sentence = { de: 'Bitte gib einen Wert an.', en: 'Please give a value.' }

/**
 * Holds rules against what the business has: its topics, sources and declared fields.
 * @throws Problem `special_category` (C-23), `invalid_rules`; each names the rule's place in `fields`
 */
export async function checkRules(ctx: Context, rules: Rules): Promise<void> {
  const all = eachRule(rules)
  const attributes = all.flatMap(({ rule, path }) => (rule.field === 'attribute' ? [{ rule, path }] : []))
  const declared = await declaredFields(ctx)

  const blocked = attributes.filter(({ rule }) => {
    const field = declared.get(rule.key)
    return specialCategory(`${rule.key} ${field?.label ?? ''}`) !== null
  })
  if (blocked.length > 0) {
    throw new Problem(
      'invalid',
      'special_category',
      BLOCKED,
      Object.fromEntries(blocked.map(({ path }) => [path, BLOCKED])),
    )
  }

  const fields: Record<string, Sentence> = {}
  for (const { rule, path } of attributes) {
    if (!declared.has(rule.key)) fields[path] = GONE
    else if (rule.op !== 'set' && rule.op !== 'not_set' && (rule.value ?? '') === '')
      fields[path] = NEEDS_VALUE
  }
  const topics = await existing(
    ctx,
    'topic',
    all.flatMap(({ rule }) => (rule.field === 'topic' ? [rule.value] : [])),
  )
  const sources = await existing(
    ctx,
    'source',
    all.flatMap(({ rule }) => (rule.field === 'source' ? [rule.value] : [])),
  )
  for (const { rule, path } of all) {
    if (rule.field === 'topic' && !topics.has(rule.value)) fields[path] = GONE
    if (rule.field === 'source' && !sources.has(rule.value)) fields[path] = GONE
  }
  if (Object.keys(fields).length > 0) {
    throw new Problem(
      'invalid',
      'invalid_rules',
      { de: 'Einige Regeln stimmen noch nicht.', en: 'Some rules are not right yet.' },
      fields,
    )
  }
}

async function declaredFields(ctx: Context): Promise<Map<string, { label: string; purpose: string }>> {
  const rows = await ctx.db
    .selectFrom('contact_field')
    .select(['key', 'label', 'purpose'])
    .where('business_id', '=', ctx.businessId)
    .execute()
  return new Map(rows.map((row) => [row.key, row]))
}

async function existing(ctx: Context, table: 'topic' | 'source', ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  if (table === 'topic') {
    const rows = await ctx.db
      .selectFrom('topic')
      .select('topic_id')
      .where('business_id', '=', ctx.businessId)
      .where('topic_id', 'in', ids)
      .execute()
    return new Set(rows.map((row) => row.topic_id))
  }
  const rows = await ctx.db
    .selectFrom('source')
    .select('source_id')
    .where('business_id', '=', ctx.businessId)
    .where('source_id', 'in', ids)
    .execute()
  return new Set(rows.map((row) => row.source_id))
}
