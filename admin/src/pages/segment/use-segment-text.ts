import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Rule, Rules } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { useTopics } from '../../api/use-topics.ts'
import { useFormat } from '../../i18n/format.ts'
import { joinRules } from './join-rules.ts'

/** Rules in plain language: `whole` is the sentence of a segment, `one` the clause of a rule. */
export function useSegmentText(): { whole: (rules: Rules) => string; one: (rule: Rule) => string } {
  const { t } = useTranslation('segment')
  const format = useFormat()
  const api = useApi()
  const { topicName } = useTopics()
  const sources = useQuery(
    api.query(['sources', 'list'], (client, signal) => client.GET('/api/v1/sources', { signal })),
  )
  const fields = useQuery(
    api.query(['contact-fields'], (client, signal) => client.GET('/api/v1/contact-fields', { signal })),
  )
  const gone = t('value.gone')
  const sourceName = (id: string) => sources.data?.find((source) => source.id === id)?.name ?? gone

  const attributeText = (value: string | number | boolean, dated: boolean): string => {
    if (typeof value === 'number') return format.number(value)
    if (value === true || value === 'true') return t('value.yes')
    if (value === false || value === 'false') return t('value.no')
    return dated && !Number.isNaN(Date.parse(value)) ? format.date(value) : value
  }
  const attribute = (rule: Extract<Rule, { field: 'attribute' }>) => {
    const field = fields.data?.find((one) => one.key === rule.key)
    const dated = field?.type === 'date'
    const op = dated && rule.op === 'gt' ? 'after' : dated && rule.op === 'lt' ? 'before' : rule.op
    return t(`text.attribute.${op}`, {
      field: field?.label ?? rule.key,
      value: attributeText(rule.value ?? '', dated),
    })
  }
  const one = (rule: Rule): string => {
    switch (rule.field) {
      case 'topic':
        return t(`text.topic.${rule.op}`, { value: topicName(rule.value) || gone })
      case 'source':
        return t(`text.source.${rule.op}`, { value: sourceName(rule.value) })
      case 'language':
        return t(`text.language.${rule.op}`, { value: format.language(rule.value) })
      case 'country':
        return t(`text.country.${rule.op}`, { value: format.country(rule.value) })
      case 'attribute':
        return attribute(rule)
      default:
        return t(`text.${rule.field}.${rule.op}`, { days: format.number(rule.value) })
    }
  }
  return {
    one,
    whole: (rules) =>
      rules.groups.length === 0
        ? t('text.everybody')
        : t('text.people', {
            clauses: joinRules(rules, { and: t('rules.and'), or: t('rules.or'), rule: one }),
          }),
  }
}
