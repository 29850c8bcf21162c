import { ActionIcon, Divider, Textarea, Tooltip } from '@mantine/core'
import { IconBold, IconCode, IconItalic, IconStrikethrough } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldLabel, fieldId } from './field-label.tsx'
import { useTemplateForm } from './form.ts'
import { Advice, useErrorsAt } from './notes.tsx'
import classes from './template.module.css'
import { toggleMark } from './text-marks.ts'
import { useInsertion } from './use-insertion.ts'
import { VariableMenu } from './variable-menu.tsx'

const marks = [
  { key: 'bold', mark: '*', icon: IconBold, letter: 'b' },
  { key: 'italic', mark: '_', icon: IconItalic, letter: 'i' },
  { key: 'strike', mark: '~', icon: IconStrikethrough, letter: 'd' },
  { key: 'code', mark: '```', icon: IconCode, letter: 'm' },
] as const

interface BodyFieldProps {
  /** Where findings and jumps find it. */
  where: string
  label: string
  value: string
  onChange: (value: string) => void
  limit: number
  rows: number
}

/** A text of the message, with WhatsApp's formatting and variables at hand. */
export function BodyField({ where, label, value, onChange, limit, rows }: BodyFieldProps) {
  const { t } = useTranslation('template')
  const { readOnly } = useTemplateForm()
  const area = useRef<HTMLTextAreaElement>(null)
  const { apply, insertVariable, insertOwn } = useInsertion(area, value, onChange)
  return (
    <div>
      <Textarea
        id={fieldId(where)}
        ref={area}
        label={
          <FieldLabel text={value} limit={limit}>
            {label}
          </FieldLabel>
        }
        labelProps={{ style: { width: '100%' } }}
        placeholder={t('bodyPlaceholder')}
        autosize
        minRows={rows}
        maxRows={18}
        value={value}
        readOnly={readOnly}
        inputContainer={(input) => (
          <>
            {input}
            {!readOnly && (
              <div className={classes.toolbar} role="toolbar" aria-label={t('format.label')}>
                {marks.map(({ key, mark, icon: Icon }) => (
                  <Tooltip key={key} label={t(`format.${key}`)}>
                    <ActionIcon
                      aria-label={t(`format.${key}`)}
                      onClick={() => apply((selection) => toggleMark(selection, mark))}
                    >
                      <Icon size={17} stroke={1.8} />
                    </ActionIcon>
                  </Tooltip>
                ))}
                <Divider orientation="vertical" my={4} />
                <VariableMenu onInsert={insertVariable} onOwn={insertOwn} />
              </div>
            )}
          </>
        )}
        {...useErrorsAt(where)}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          const found = marks.find((each) => each.letter === event.key.toLowerCase())
          if (!readOnly && found && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            apply((selection) => toggleMark(selection, found.mark))
          }
        }}
        classNames={{ input: readOnly ? undefined : classes.bodyInput }}
      />
      <Advice where={where} />
    </div>
  )
}
