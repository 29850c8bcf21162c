import { Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { variablesOf } from '../../design/message-variables.ts'
import { fieldId } from './field-label.tsx'
import { useTemplateForm } from './form.ts'
import { Advice, useErrorsAt } from './notes.tsx'
import classes from './template.module.css'
import { useKnownVariables } from './variable-menu.tsx'

/** Every variable beside its example, and what fills it when the message leaves. */
export function SamplesField() {
  const { t } = useTranslation('template')
  const { draft } = useTemplateForm()
  const known = useKnownVariables()
  const names = variablesOf(draft.content)
  if (names.length === 0) return null
  return (
    <fieldset className={classes.samples}>
      <legend className={classes.samplesTitle}>{t('samples.title')}</legend>
      <Text size="xs" c="dimmed">
        {t('samples.hint')}
      </Text>
      {names.map((name) => (
        <Sample key={name} name={name} filledBy={known.find((each) => each.name === name)?.label} />
      ))}
    </fieldset>
  )
}

function Sample({ name, filledBy }: { name: string; filledBy: string | undefined }) {
  const { t } = useTranslation('template')
  const { draft, setContent, readOnly } = useTemplateForm()
  const { samples } = draft.content
  const where = `samples.${name}`
  return (
    <div className={classes.sample}>
      <span className={classes.sampleName}>
        <code>{`{{${name}}}`}</code>
        <span>{filledBy ? t('samples.filledBy', { field: filledBy }) : t('samples.filledInCampaign')}</span>
      </span>
      <div>
        <TextInput
          id={fieldId(where)}
          aria-label={t('samples.label', { name: `{{${name}}}`, interpolation: { escapeValue: false } })}
          placeholder={t('samples.placeholder')}
          value={samples[name] ?? ''}
          readOnly={readOnly}
          {...useErrorsAt(where)}
          onChange={(event) => setContent({ samples: { ...samples, [name]: event.currentTarget.value } })}
        />
        <Advice where={where} />
      </div>
    </div>
  )
}
