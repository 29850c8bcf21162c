import { ActionIcon, Button, Divider, Menu, Textarea, Tooltip } from '@mantine/core'
import { IconBold, IconItalic, IconPlus, IconStrikethrough, IconVariable } from '@tabler/icons-react'
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldLabel, fieldId } from './field-label.tsx'
import classes from './template.module.css'
import { insertText, type Selection, toggleMark } from './text-marks.ts'

const marks = [
  { key: 'bold', mark: '*', icon: IconBold, letter: 'b' },
  { key: 'italic', mark: '_', icon: IconItalic, letter: 'i' },
  { key: 'strike', mark: '~', icon: IconStrikethrough, letter: 'd' },
] as const

interface BodyFieldProps {
  value: string
  onChange: (value: string) => void
  /** Variables that are offered for insertion: those of contacts, and those already used. */
  offered: { name: string; label: string }[]
  readOnly: boolean
  error?: string
}

/** The message itself, with WhatsApp's formatting and variables at hand. */
export function BodyField({ value, onChange, offered, readOnly, error }: BodyFieldProps) {
  const { t } = useTranslation('template')
  const area = useRef<HTMLTextAreaElement>(null)
  const wanted = useRef<Selection>(null)

  // The cursor can only be placed after React has written the new text.
  useLayoutEffect(() => {
    const selection = wanted.current
    if (!selection || selection.text !== value) return
    wanted.current = null
    area.current?.focus()
    area.current?.setSelectionRange(selection.start, selection.end)
  }, [value])

  const apply = (change: (selection: Selection) => Selection) => {
    const { selectionStart = value.length, selectionEnd = value.length } = area.current ?? {}
    const next = change({ text: value, start: selectionStart, end: selectionEnd })
    wanted.current = next
    onChange(next.text)
  }
  const insert = (name: string) => apply((selection) => insertText(selection, `{{${name}}}`))
  const own = () =>
    apply((selection) => {
      const next = insertText(selection, '{{name}}')
      return { ...next, start: next.end - 6, end: next.end - 2 }
    })

  return (
    <div>
      <Textarea
        id={fieldId('body')}
        ref={area}
        label={
          <FieldLabel text={value} limit={1024}>
            {t('body')}
          </FieldLabel>
        }
        labelProps={{ style: { width: '100%' } }}
        placeholder={t('bodyPlaceholder')}
        autosize
        minRows={7}
        maxRows={18}
        value={value}
        readOnly={readOnly}
        error={error}
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
          <Menu position="bottom-start" withinPortal returnFocus={false}>
            <Menu.Target>
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                leftSection={<IconVariable size={16} aria-hidden />}
              >
                {t('insert.button')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {offered.map(({ name, label }) => (
                <Menu.Item
                  key={name}
                  onClick={() => insert(name)}
                  rightSection={<code>{`{{${name}}}`}</code>}
                >
                  {label}
                </Menu.Item>
              ))}
              <Menu.Divider />
              <Menu.Item leftSection={<IconPlus size={15} aria-hidden />} onClick={own}>
                {t('insert.own')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      )}
    </div>
  )
}
