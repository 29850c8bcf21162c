import { NumberInput, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ContactField, Rule } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { useTopics } from '../../api/use-topics.ts'
import { useFormat } from '../../i18n/format.ts'
import { AttributeValue } from './attribute-value.tsx'
import { regions, tongues } from './regions.ts'
import { isTimeRule } from './rule-fields.ts'
import classes from './segment.module.css'

const longestDays = 3650

interface RuleValueProps {
  rule: Rule
  onChange: (rule: Rule) => void
  fields: ContactField[]
  error?: string | undefined
}

/** The input that fits a rule: a list to choose from, a number of days, or what fits the field. */
export function RuleValue({ rule, onChange, fields, error }: RuleValueProps) {
  const { t } = useTranslation('segment')
  const format = useFormat()
  const api = useApi()
  const { topics, topicName } = useTopics()
  const sources = useQuery(
    api.query(['sources', 'list'], (client, signal) => client.GET('/api/v1/sources', { signal })),
  )
  const shared = { 'aria-label': t('value.label'), error, className: classes.value }

  if (rule.field === 'attribute') {
    const type = fields.find((field) => field.key === rule.key)?.type
    return <AttributeValue rule={rule} onChange={onChange} type={type} shared={shared} />
  }
  if (isTimeRule(rule)) {
    return (
      <NumberInput
        {...shared}
        aria-label={t('value.daysLabel')}
        min={1}
        max={longestDays}
        allowDecimal={false}
        suffix={` ${t('value.days')}`}
        value={rule.value}
        onChange={(value) => onChange({ ...rule, value: Number(value) || 0 })}
      />
    )
  }
  const choices = {
    topic: () => topics.map((topic) => ({ value: topic.id, label: topicName(topic.id) })),
    source: () => (sources.data ?? []).map((source) => ({ value: source.id, label: source.name })),
    language: () => tongues.map((code) => ({ value: code, label: format.language(code) })),
    country: () => regions.map((code) => ({ value: code, label: format.country(code) })),
  }[rule.field]()
  const known = rule.value === '' || choices.some((choice) => choice.value === rule.value)
  return (
    <Select
      {...shared}
      searchable
      placeholder={t('value.choose')}
      value={rule.value || null}
      onChange={(value) => value && onChange(withValue(rule, String(value)))}
      data={known ? choices : [...choices, { value: rule.value, label: t('value.gone') }]}
    />
  )
}

type ChoiceRule = Extract<Rule, { field: 'topic' | 'source' | 'language' | 'country' }>

/** Spelled out per field: a union cannot be spread with its field kept. */
function withValue(rule: ChoiceRule, value: string): Rule {
  if (rule.field === 'topic') return { ...rule, value }
  return rule.field === 'source' ? { ...rule, value } : { ...rule, value }
}
