import { ActionIcon, Button, Input, Menu, Switch, TextInput } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowDown,
  IconArrowUp,
  IconExternalLink,
  IconPhone,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ContentButton } from '../../api/campaign-entities.ts'
import { isOptOut, moved } from './draft.ts'
import { FieldLabel, fieldId } from './field-label.tsx'
import { optOutTextFor } from './opt-out-texts.ts'
import classes from './template.module.css'

const kinds = [
  { kind: 'quick_reply', icon: IconArrowBackUp },
  { kind: 'url', icon: IconExternalLink },
  { kind: 'phone_number', icon: IconPhone },
] as const

const fresh: Record<ContentButton['kind'], ContentButton> = {
  quick_reply: { kind: 'quick_reply', text: '' },
  url: { kind: 'url', text: '', url: 'https://' },
  phone_number: { kind: 'phone_number', text: '', phone: '+' },
}

interface ButtonsFieldProps {
  buttons: ContentButton[]
  onChange: (buttons: ContentButton[]) => void
  language: string
  marketing: boolean
  readOnly: boolean
  errorAt: (where: string) => string | undefined
}

/** The buttons under the message, in their order; on marketing the way out is one of them. */
export function ButtonsField({
  buttons,
  onChange,
  language,
  marketing,
  readOnly,
  errorAt,
}: ButtonsFieldProps) {
  const { t } = useTranslation('template')
  const toggleOptOut = (on: boolean) =>
    onChange(
      on
        ? [...buttons, { kind: 'quick_reply', text: optOutTextFor(language).button, optOut: true }]
        : buttons.filter((button) => !isOptOut(button)),
    )
  // Buttons have no identity but their place.
  const rowAt = (place: number, button: ContentButton) => (
    <li key={place} className={classes.button} id={fieldId(`buttons.${place}`)}>
      <ButtonRow
        button={button}
        index={place}
        count={buttons.length}
        readOnly={readOnly}
        error={errorAt(`buttons.${place}`)}
        onChange={(next) => onChange(buttons.map((each, at) => (at === place ? next : each)))}
        onMove={(by) => onChange(moved(buttons, place, by))}
        onRemove={() => onChange(buttons.filter((_, at) => at !== place))}
      />
    </li>
  )
  return (
    <div className={classes.stack} id={fieldId('buttons')}>
      <Input.Wrapper
        label={t('buttons.label')}
        labelElement="div"
        description={t('buttons.hint')}
        error={errorAt('buttons')}
      >
        {marketing && (
          <Switch
            mt={6}
            label={t('buttons.optOut')}
            description={t('buttons.optOutHint')}
            checked={buttons.some(isOptOut)}
            disabled={readOnly}
            onChange={(event) => toggleOptOut(event.currentTarget.checked)}
          />
        )}
      </Input.Wrapper>
      {buttons.length > 0 && (
        <ol className={classes.buttons}>{buttons.map((button, index) => rowAt(index, button))}</ol>
      )}
      {!readOnly && buttons.length < 10 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              variant="default"
              size="xs"
              className={classes.add}
              leftSection={<IconPlus size={15} aria-hidden />}
            >
              {t('buttons.add')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {kinds.map(({ kind, icon: Icon }) => (
              <Menu.Item
                key={kind}
                leftSection={<Icon size={16} aria-hidden />}
                onClick={() => onChange([...buttons, fresh[kind]])}
              >
                {t(`buttons.kinds.${kind}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}

interface ButtonRowProps {
  button: ContentButton
  index: number
  count: number
  readOnly: boolean
  error: string | undefined
  onChange: (button: ContentButton) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

function ButtonRow({ button, index, count, readOnly, error, onChange, onMove, onRemove }: ButtonRowProps) {
  const { t } = useTranslation('template')
  const Icon = kinds.find((each) => each.kind === button.kind)?.icon ?? IconArrowBackUp
  const name = button.text || t(`buttons.kinds.${button.kind}`)
  return (
    <>
      <div className={classes.buttonHead}>
        <span className={classes.buttonKind}>
          <Icon size={16} aria-hidden />
          {isOptOut(button) ? t('buttons.optOut') : t(`buttons.kinds.${button.kind}`)}
        </span>
        {!readOnly && (
          <span className={classes.buttonTools}>
            <ActionIcon
              size="sm"
              disabled={index === 0}
              onClick={() => onMove(-1)}
              aria-label={t('buttons.up', { name })}
            >
              <IconArrowUp size={15} />
            </ActionIcon>
            <ActionIcon
              size="sm"
              disabled={index === count - 1}
              onClick={() => onMove(1)}
              aria-label={t('buttons.down', { name })}
            >
              <IconArrowDown size={15} />
            </ActionIcon>
            <ActionIcon size="sm" onClick={onRemove} aria-label={t('buttons.remove', { name })}>
              <IconTrash size={15} />
            </ActionIcon>
          </span>
        )}
      </div>
      <div className={classes.buttonFields}>
        <TextInput
          label={
            <FieldLabel text={button.text} limit={25}>
              {t('buttons.text')}
            </FieldLabel>
          }
          labelProps={{ style: { width: '100%' } }}
          value={button.text}
          readOnly={readOnly}
          error={error}
          onChange={(event) => onChange({ ...button, text: event.currentTarget.value })}
        />
        {button.kind === 'url' && (
          <TextInput
            type="url"
            label={t('buttons.url')}
            value={button.url}
            readOnly={readOnly}
            onChange={(event) => onChange({ ...button, url: event.currentTarget.value })}
          />
        )}
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
    </>
  )
}
