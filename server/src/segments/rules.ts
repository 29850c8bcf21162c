import { z } from 'zod'

const TopicRule = z.object({
  field: z.literal('topic'),
  op: z.enum(['confirmed', 'not_confirmed']),
  value: z.uuid(),
})
const SourceRule = z.object({ field: z.literal('source'), op: z.enum(['is', 'is_not']), value: z.uuid() })
const LanguageRule = z.object({
  field: z.literal('language'),
  op: z.enum(['is', 'is_not']),
  value: z.string().regex(/^[a-z]{2,3}$/),
})
const CountryRule = z.object({
  field: z.literal('country'),
  op: z.enum(['is', 'is_not']),
  value: z.string().regex(/^[A-Z]{2}$/),
})
const AttributeRule = z.object({
  field: z.literal('attribute'),
  key: z.string().min(1).max(41),
  op: z.enum(['is', 'is_not', 'contains', 'gt', 'lt', 'set', 'not_set']),
  value: z.union([z.string().max(200), z.number(), z.boolean()]).optional(),
})
const TimeRule = z.object({
  field: z.enum(['last_inbound', 'created', 'last_marketing']),
  op: z.enum(['within_days', 'not_within_days']),
  /** Days before now. */
  value: z.number().int().min(1).max(3650),
})

export const Rule = z.discriminatedUnion('field', [
  TopicRule,
  SourceRule,
  LanguageRule,
  CountryRule,
  AttributeRule,
  TimeRule,
])
export type Rule = z.infer<typeof Rule>

const Match = z.enum(['all', 'any'])

/** Whom a segment holds: groups of rules, joined by all or any. No group at all means everybody. */
export const Rules = z.object({
  match: Match,
  groups: z.array(z.object({ match: Match, rules: z.array(Rule).min(1).max(20) })).max(20),
})
export type Rules = z.infer<typeof Rules>

/** Every rule with its place, for messages that name the field of a form. */
export function eachRule(rules: Rules): { rule: Rule; path: string }[] {
  return rules.groups.flatMap((group, g) =>
    group.rules.map((rule, r) => ({ rule, path: `rules.groups.${g}.rules.${r}` })),
  )
}
