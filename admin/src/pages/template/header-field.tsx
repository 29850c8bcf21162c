import { Input, SegmentedControl, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Content } from '../../api/campaign-entities.ts'
import { FieldLabel, fieldId } from './field-label.tsx'
import classes from './template.module.css'

const formats = ['none', 'text', 'image'] as const
type Format = (typeof formats)[number]

interface HeaderFieldProps {
  value: Content['header']
  onChange: (value: Content['header']) => void
  readOnly: boolean
  error?: string
}

/** Nothing, a short line or a picture above the message. */
export function HeaderField({ value, onChange, readOnly, error }: HeaderFieldProps) {
  const { t } = useTranslation('template')
  const change = (format: Format) => {
    if (format === 'none') onChange(undefined)
    else onChange(format === 'text' ? { format, text: '' } : { format, url: '' })
  }
  return (
    <div className={classes.stack}>
      <Input.Wrapper label={t('header.label')} labelElement="div">
        <SegmentedControl
          fullWidth
          aria-label={t('header.label')}
          value={value?.format ?? 'none'}
          readOnly={readOnly}
          onChange={(next) => change(formats.find((format) => format === next) ?? 'none')}
          data={formats.map((format) => ({ value: format, label: t(`header.${format}`) }))}
        />
      </Input.Wrapper>
      {value?.format === 'text' && (
        <TextInput
          id={fieldId('header')}
          label={
            <FieldLabel text={value.text} limit={60}>
              {t('header.textLabel')}
            </FieldLabel>
          }
          labelProps={{ style: { width: '100%' } }}
          value={value.text}
          readOnly={readOnly}
          error={error}
          onChange={(event) => onChange({ format: 'text', text: event.currentTarget.value })}
        />
      )}
      {value?.format === 'image' && (
        <TextInput
          id={fieldId('header')}
          type="url"
          label={t('header.imageLabel')}
          description={t('header.imageHint')}
          placeholder="https://"
          value={value.url}
          readOnly={readOnly}
          error={error}
          onChange={(event) => onChange({ format: 'image', url: event.currentTarget.value })}
        />
      )}
    </div>
  )
}
