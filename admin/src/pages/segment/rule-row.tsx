import { ActionIcon, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ContactField, Rule } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { attributeValue, fieldValueOf, opsFor, ruleFor, withOp } from './rule-fields.ts'
import { RuleValue } from './rule-value.tsx'
import classes from './segment.module.css'
import { useSegmentText } from './use-segment-text.ts'

interface RuleRowProps {
  rule: Rule
  onChange: (rule: Rule) => void
  onRemove: () => void
  error?: string | undefined
  /** A rule that was just added takes the focus. */
  fresh: boolean
}

/** One rule: what it is about, how it is compared, with what. */
export function RuleRow({ rule, onChange, onRemove, error, fresh }: RuleRowProps) {
  const { t } = useTranslation('segment')
  const api = useApi()
  const text = useSegmentText()
  const fields = useQuery(
    api.query(['contact-fields'], (client, signal) => client.GET('/api/v1/contact-fields', { signal })),
  )
  const own: ContactField[] = fields.data ?? []
  const ops = opsFor(rule, own)
  const dated = rule.field === 'attribute' && own.find((field) => field.key === rule.key)?.type === 'date'
  const opLabel = (op: Rule['op']) =>
    t(`op.${dated && op === 'gt' ? 'after' : dated && op === 'lt' ? 'before' : op}`)
  return (
    <li className={classes.rule}>
      <Select
        aria-label={t('field.label')}
        autoFocus={fresh}
        searchable
        value={fieldValueOf(rule)}
        onChange={(value) => value && onChange(ruleFor(String(value), own))}
        data={[
          {
            group: t('field.said'),
            items: (['topic', 'source'] as const).map((value) => ({ value, label: t(`field.${value}`) })),
          },
          {
            group: t('field.person'),
            items: (['language', 'country'] as const).map((value) => ({ value, label: t(`field.${value}`) })),
          },
          {
            group: t('field.times'),
            items: (['last_inbound', 'created', 'last_marketing'] as const).map((value) => ({
              value,
              label: t(`field.${value}`),
            })),
          },
          {
            group: t('field.own'),
            items: own.map((field) => ({ value: attributeValue(field.key), label: field.label })),
          },
        ]}
        className={classes.field}
      />
      <Select
        aria-label={t('op.label')}
        value={rule.op}
        onChange={(value) => {
          const op = ops.find((one) => one === value)
          if (op) onChange(withOp(rule, op))
        }}
        data={ops.map((op) => ({ value: op, label: opLabel(op) }))}
        className={classes.op}
      />
      <RuleValue rule={rule} onChange={onChange} fields={own} error={error} />
      <ActionIcon
        className={classes.remove}
        aria-label={t('rules.removeRule', { rule: text.one(rule) })}
        onClick={onRemove}
      >
        <IconX size={16} stroke={1.8} />
      </ActionIcon>
    </li>
  )
}
