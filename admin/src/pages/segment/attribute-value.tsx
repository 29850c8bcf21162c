import { NumberInput, Select, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ContactField, Rule } from '../../api/entities.ts'

type AttributeRule = Extract<Rule, { field: 'attribute' }>

interface AttributeValueProps {
  rule: AttributeRule
  onChange: (rule: AttributeRule) => void
  type: ContactField['type'] | undefined
  shared: { 'aria-label': string; error: string | undefined; className: string | undefined }
}

/** The input that fits one of the business's own fields; "is known" needs none. */
export function AttributeValue({ rule, onChange, type, shared }: AttributeValueProps) {
  const { t } = useTranslation('segment')
  if (rule.op === 'set' || rule.op === 'not_set') {
    return (
      shared.error && (
        <Text size="sm" c="red" role="alert">
          {shared.error}
        </Text>
      )
    )
  }
  if (type === 'boolean') {
    return (
      <Select
        {...shared}
        value={String(rule.value ?? '')}
        onChange={(value) => value && onChange({ ...rule, value: String(value) })}
        data={[
          { value: 'true', label: t('value.yes') },
          { value: 'false', label: t('value.no') },
        ]}
      />
    )
  }
  if (type === 'number') {
    return (
      <NumberInput
        {...shared}
        hideControls
        value={typeof rule.value === 'boolean' ? '' : (rule.value ?? '')}
        onChange={(value) => onChange({ ...rule, value: typeof value === 'bigint' ? Number(value) : value })}
      />
    )
  }
  return (
    <TextInput
      {...shared}
      type={type === 'date' ? 'date' : 'text'}
      maxLength={200}
      value={String(rule.value ?? '')}
      onChange={(event) => onChange({ ...rule, value: event.currentTarget.value })}
    />
  )
}
