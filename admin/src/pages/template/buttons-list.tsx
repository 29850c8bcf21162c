import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ContentButton } from '../../api/campaign-entities.ts'
import { ButtonFields, buttonIcons } from './button-fields.tsx'
import { type ButtonKind, type ButtonLimits, mayAdd } from './buttons.ts'
import { labelOf } from './draft.ts'
import { useTemplateForm } from './form.ts'
import { ReorderList } from './reorder-list.tsx'
import classes from './template.module.css'

const kinds = ['quick_reply', 'url', 'phone_number', 'copy_code'] as const

interface ButtonsListProps {
  buttons: readonly ContentButton[]
  /** `buttons` or `cards.0.buttons` */
  where: string
  label: string
  limits: ButtonLimits
  onEdit: (place: number, button: ContentButton) => void
  onAdd: (kind: ButtonKind) => void
  onRemove: (place: number) => void
  onMove: (from: number, to: number) => void
}

/** Buttons in their order, and a menu of those that may still be added. */
export function ButtonsList(props: ButtonsListProps) {
  const { buttons, where, label, limits, onEdit, onAdd, onRemove, onMove } = props
  const { t } = useTranslation('template')
  const { readOnly } = useTemplateForm()
  const offered = kinds.filter((kind) => limits[kind] !== undefined)
  return (
    <>
      {buttons.length > 0 && (
        <ReorderList
          label={label}
          items={buttons}
          readOnly={readOnly}
          nameOf={(button) => labelOf(button) || t(`buttons.kinds.${button.kind}`)}
          onMove={onMove}
        >
          {(button, place, handle) => (
            <ButtonFields
              where={`${where}.${place}`}
              button={button}
              handle={handle}
              onChange={(next) => onEdit(place, next)}
              onRemove={() => onRemove(place)}
            />
          )}
        </ReorderList>
      )}
      {!readOnly && buttons.length < limits.total && (
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
            {offered.map((kind) => {
              const Icon = buttonIcons[kind]
              const full = !mayAdd(buttons, kind, limits)
              return (
                <Menu.Item
                  key={kind}
                  disabled={full}
                  leftSection={<Icon size={16} aria-hidden />}
                  onClick={() => onAdd(kind)}
                  rightSection={full ? t('buttons.full', { count: limits[kind] ?? 0 }) : undefined}
                >
                  {t(`buttons.kinds.${kind}`)}
                </Menu.Item>
              )
            })}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  )
}
