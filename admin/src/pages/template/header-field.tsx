import { Input, NumberInput, Select, TextInput } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Content } from '../../api/campaign-entities.ts'
import { FieldLabel, fieldId } from './field-label.tsx'
import { FileField } from './file-field.tsx'
import { useTemplateForm } from './form.ts'
import { Advice, useErrorsAt } from './notes.tsx'
import classes from './template.module.css'
import { useInsertion } from './use-insertion.ts'
import { VariableMenu } from './variable-menu.tsx'

type Header = NonNullable<Content['header']>
type Of<F extends Header['format']> = Extract<Header, { format: F }>

const formats = ['none', 'text', 'image', 'video', 'document', 'location'] as const
type Format = (typeof formats)[number]

function freshHeader(format: Format): Header | undefined {
  switch (format) {
    case 'none':
      return undefined
    case 'text':
      return { format, text: '' }
    case 'location':
      return { format, latitude: null, longitude: null, name: '', address: '' }
    default:
      return { format, url: '' }
  }
}

/** Nothing, a short line, a file or a place above the message. */
export function HeaderField() {
  const { t } = useTranslation('template')
  const { draft, setContent, readOnly } = useTemplateForm()
  const { header } = draft.content
  const set = (next: Header | undefined) => setContent({ header: next })
  return (
    <div className={classes.stack}>
      <Select
        label={t('header.label')}
        value={header?.format ?? 'none'}
        disabled={readOnly}
        onChange={(next) => set(freshHeader(formats.find((format) => format === next) ?? 'none'))}
        data={formats.map((format) => ({ value: format, label: t(`header.${format}`) }))}
      />
      {header?.format === 'text' && <Line value={header} onChange={set} />}
      {(header?.format === 'image' || header?.format === 'video') && (
        <FileField key={header.format} where="header" value={header} onChange={set} />
      )}
      {header?.format === 'document' && <Document value={header} onChange={set} />}
      {header?.format === 'location' && <Place value={header} onChange={set} />}
    </div>
  )
}

interface PartProps<F extends Header['format']> {
  value: Of<F>
  onChange: (value: Of<F>) => void
}

function Line({ value, onChange }: PartProps<'text'>) {
  const { t } = useTranslation('template')
  const { readOnly } = useTemplateForm()
  const field = useRef<HTMLInputElement>(null)
  const set = (text: string) => onChange({ format: 'text', text })
  const { insertVariable, insertOwn } = useInsertion(field, value.text, set)
  return (
    <div>
      <TextInput
        ref={field}
        id={fieldId('header')}
        label={
          <FieldLabel text={value.text} limit={60}>
            {t('header.textLabel')}
          </FieldLabel>
        }
        labelProps={{ style: { width: '100%' } }}
        value={value.text}
        readOnly={readOnly}
        {...(readOnly
          ? {}
          : {
              rightSection: <VariableMenu onInsert={insertVariable} onOwn={insertOwn} />,
              rightSectionWidth: '7.5rem',
            })}
        {...useErrorsAt('header')}
        onChange={(event) => set(event.currentTarget.value)}
      />
      <Advice where="header" />
    </div>
  )
}

function Document({ value, onChange }: PartProps<'document'>) {
  const { t } = useTranslation('template')
  const { readOnly } = useTemplateForm()
  return (
    <>
      <FileField where="header" value={value} onChange={onChange} />
      <TextInput
        label={t('header.filename')}
        description={t('header.filenameHint')}
        placeholder={t('header.filenamePlaceholder')}
        value={value.filename ?? ''}
        readOnly={readOnly}
        onChange={(event) => onChange({ ...value, filename: event.currentTarget.value })}
      />
    </>
  )
}

function Place({ value, onChange }: PartProps<'location'>) {
  const { t } = useTranslation('template')
  const { readOnly } = useTemplateForm()
  const degrees = (axis: 'latitude' | 'longitude', most: number) => (
    <NumberInput
      label={t(`header.${axis}`)}
      value={value[axis] ?? ''}
      min={-most}
      max={most}
      decimalScale={6}
      hideControls
      readOnly={readOnly}
      onChange={(next) => onChange({ ...value, [axis]: typeof next === 'number' ? next : null })}
    />
  )
  return (
    <div id={fieldId('header')} className={classes.stack}>
      <TextInput
        label={t('header.placeName')}
        value={value.name}
        readOnly={readOnly}
        onChange={(event) => onChange({ ...value, name: event.currentTarget.value })}
      />
      <TextInput
        label={t('header.placeAddress')}
        value={value.address}
        readOnly={readOnly}
        onChange={(event) => onChange({ ...value, address: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        {degrees('latitude', 90)}
        {degrees('longitude', 180)}
      </div>
      <Input.Description>{t('header.placeHint')}</Input.Description>
      <Advice where="header" errors />
    </div>
  )
}
