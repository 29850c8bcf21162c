import { ActionIcon, TextInput } from '@mantine/core'
import { IconArrowBackUp, IconCopy, IconExternalLink, IconPhone, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContentButton } from '../../api/campaign-entities.ts'
import type { ButtonKind } from './buttons.ts'
import { isOptOut, labelOf } from './draft.ts'
import { FieldLabel, fieldId } from './field-label.tsx'
import { useTemplateForm } from './form.ts'
import { LinkFields } from './link-fields.tsx'
import { Advice, useErrorsAt } from './notes.tsx'
import classes from './template.module.css'
import { useInsertion } from './use-insertion.ts'
import { VariableMenu } from './variable-menu.tsx'

export const buttonIcons: Record<ButtonKind, typeof IconPhone> = {
  quick_reply: IconArrowBackUp,
  url: IconExternalLink,
  phone_number: IconPhone,
  copy_code: IconCopy,
}

interface ButtonFieldsProps {
  where: string
  button: ContentButton
  handle: ReactNode
  onChange: (button: ContentButton) => void
  onRemove: () => void
}

/** One button: its kind, what it says and what it does. */
export function ButtonFields({ where, button, handle, onChange, onRemove }: ButtonFieldsProps) {
  const { t } = useTranslation('template')
  const { readOnly } = useTemplateForm()
  const errors = useErrorsAt(where)
  const Icon = buttonIcons[button.kind]
  const name = labelOf(button) || t(`buttons.kinds.${button.kind}`)
  return (
    <div className={classes.button} id={fieldId(where)}>
      <div className={classes.buttonHead}>
        <span className={classes.buttonKind}>
          {handle}
          <Icon size={16} aria-hidden />
          {isOptOut(button) ? t('buttons.optOut') : t(`buttons.kinds.${button.kind}`)}
        </span>
        {!readOnly && (
          <ActionIcon size="sm" onClick={onRemove} aria-label={t('buttons.remove', { name })}>
            <IconTrash size={15} />
          </ActionIcon>
        )}
      </div>
      <div className={classes.buttonFields}>
        {button.kind === 'copy_code' ? (
          <Code where={where} value={button.code} onChange={(code) => onChange({ ...button, code })} />
        ) : (
          <TextInput
            label={
              <FieldLabel text={button.text} limit={25}>
                {t('buttons.text')}
              </FieldLabel>
            }
            labelProps={{ style: { width: '100%' } }}
            value={button.text}
            readOnly={readOnly}
            {...errors}
            onChange={(event) => onChange({ ...button, text: event.currentTarget.value })}
          />
        )}
        {button.kind === 'url' && <LinkFields button={button} onChange={onChange} />}
        {button.kind === 'phone_number' && (
          <TextInput
            type="tel"
            label={t('buttons.phone')}
            value={button.phone}
            readOnly={readOnly}
            onChange={(event) => onChange({ ...button, phone: event.currentTarget.value })}
          />
        )}
      </div>
      <Advice where={where} />
    </div>
  )
}

function Code({
  where,
  value,
  onChange,
}: {
  where: string
  value: string
  onChange: (code: string) => void
}) {
  const { t } = useTranslation('template')
  const { readOnly } = useTemplateForm()
  const field = useRef<HTMLInputElement>(null)
  const { insertVariable, insertOwn } = useInsertion(field, value, onChange)
  return (
    <TextInput
      ref={field}
      label={t('buttons.code')}
      description={t('buttons.codeHint', { example: '{{code}}', interpolation: { escapeValue: false } })}
      placeholder="HERBST20"
      value={value}
      readOnly={readOnly}
      {...(readOnly
        ? {}
        : {
            rightSection: <VariableMenu onInsert={insertVariable} onOwn={insertOwn} />,
            rightSectionWidth: '7.5rem',
          })}
      {...useErrorsAt(where)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
