import type { ContactField, Rule } from '../../api/entities.ts'

const textOps = ['is', 'is_not', 'contains', 'set', 'not_set'] as const
const orderedOps = ['is', 'is_not', 'gt', 'lt', 'set', 'not_set'] as const
const truthOps = ['is', 'set', 'not_set'] as const
const dayOps = ['within_days', 'not_within_days'] as const
const isOps = ['is', 'is_not'] as const
const topicOps = ['confirmed', 'not_confirmed'] as const

const defaultDays = 30
const attributePrefix = 'field:'

type TimeRule = Extract<Rule, { field: 'last_inbound' | 'created' | 'last_marketing' }>

/** Rules over a number of days. */
export const isTimeRule = (rule: Rule): rule is TimeRule =>
  typeof rule.value === 'number' && rule.field !== 'attribute'

/** What the field select holds for a rule: the field, or `field:<key>` for one of the business's own. */
export const fieldValueOf = (rule: Rule): string =>
  rule.field === 'attribute' ? `${attributePrefix}${rule.key}` : rule.field

export const attributeValue = (key: string): string => `${attributePrefix}${key}`

/** A fresh rule for a choice of the field select. */
export function ruleFor(choice: string, fields: readonly ContactField[]): Rule {
  if (choice.startsWith(attributePrefix)) {
    const key = choice.slice(attributePrefix.length)
    const type = fields.find((field) => field.key === key)?.type
    return { field: 'attribute', key, op: 'is', ...(type === 'boolean' ? { value: 'true' } : {}) }
  }
  switch (choice) {
    case 'source':
      return { field: 'source', op: 'is', value: '' }
    case 'language':
    case 'country':
      return { field: choice, op: 'is', value: '' }
    case 'last_inbound':
    case 'created':
    case 'last_marketing':
      return { field: choice, op: 'within_days', value: defaultDays }
    default:
      return { field: 'topic', op: 'confirmed', value: '' }
  }
}

/** The comparisons that make sense for a rule. */
export function opsFor(rule: Rule, fields: readonly ContactField[]): readonly Rule['op'][] {
  if (rule.field === 'topic') return topicOps
  if (rule.field === 'attribute') {
    const type = fields.find((field) => field.key === rule.key)?.type
    if (type === 'boolean') return truthOps
    return type === 'number' || type === 'date' ? orderedOps : textOps
  }
  return typeof rule.value === 'number' ? dayOps : isOps
}

/** The same rule with another comparison, which must be one of `opsFor`. */
export function withOp(rule: Rule, op: Rule['op']): Rule {
  if (rule.field !== 'attribute') return { ...rule, op } as Rule
  const { value, ...rest } = rule
  const changed = { ...rest, op: op as (typeof rule)['op'] }
  return op === 'set' || op === 'not_set' || value === undefined ? changed : { ...changed, value }
}
