import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Variable } from '../../api/campaign-entities.ts'
import type { ContactField } from '../../api/entities.ts'
import classes from './campaign-new.module.css'
import { isComplete } from './mapping.ts'

interface VariableFieldProps {
  name: string
  value: Variable
  fields: ContactField[]
  onChange: (variable: Variable) => void
}

const prefix = 'field:'

/** Where one variable comes from, and what stands there when nothing is known: a message is never left with a hole. */
export function VariableField({ name, value, fields, onChange }: VariableFieldProps) {
  const { t } = useTranslation('campaign-new')
  const origin = value.from === 'attribute' ? prefix + value.key : value.from
  const fallback = value.from === 'fixed' ? '' : value.fallback
  const choose = (next: string | null) => {
    if (next === 'fixed') onChange({ from: 'fixed', value: '' })
    else if (next === 'first_name') onChange({ from: 'first_name', fallback })
    else if (next) onChange({ from: 'attribute', key: next.slice(prefix.length), fallback })
  }
  const missing = isComplete(value) ? undefined : t('variables.missing')
  return (
    <fieldset className={classes.variable}>
      <legend>
        <code>{`{{${name}}}`}</code>
      </legend>
      <Select
        label={t('variables.from')}
        value={origin}
        onChange={choose}
        data={[
          { value: 'first_name', label: t('variables.firstName') },
          ...fields.map((field) => ({ value: prefix + field.key, label: field.label })),
          { value: 'fixed', label: t('variables.fixed') },
        ]}
      />
      {value.from === 'fixed' ? (
        <TextInput
          label={t('variables.value')}
          value={value.value}
          description={missing}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={(event) => onChange({ from: 'fixed', value: event.currentTarget.value })}
        />
      ) : (
        <TextInput
          label={t('variables.fallback')}
          placeholder={t('variables.fallbackExample')}
          value={value.fallback}
          description={missing}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={(event) => onChange({ ...value, fallback: event.currentTarget.value })}
        />
      )}
    </fieldset>
  )
}
