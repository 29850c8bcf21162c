import { Button, Menu } from '@mantine/core'
import { IconPlus, IconVariable } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/use-api.ts'
import { variablesOf } from '../../design/message-variables.ts'
import { useTemplateForm } from './form.ts'

interface VariableMenuProps {
  onInsert: (name: string) => void
  onOwn: () => void
}

/** Variables to insert: what is known of a contact, what the template already uses, and a name of one's own. */
export function VariableMenu({ onInsert, onOwn }: VariableMenuProps) {
  const { t } = useTranslation('template')
  const { draft } = useTemplateForm()
  const known = useKnownVariables()
  const others = variablesOf(draft.content).filter((name) => known.every((each) => each.name !== name))
  return (
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
        <Menu.Label>{t('insert.known')}</Menu.Label>
        {known.map(({ name, label }) => (
          <Menu.Item key={name} onClick={() => onInsert(name)} rightSection={<code>{`{{${name}}}`}</code>}>
            {label}
          </Menu.Item>
        ))}
        {others.length > 0 && <Menu.Label>{t('insert.again')}</Menu.Label>}
        {others.map((name) => (
          <Menu.Item key={name} onClick={() => onInsert(name)}>
            <code>{`{{${name}}}`}</code>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconPlus size={15} aria-hidden />} onClick={onOwn}>
          {t('insert.own')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** What a campaign can fill in by itself: the first name and the business's own fields. */
export function useKnownVariables(): { name: string; label: string }[] {
  const { t } = useTranslation('template')
  const api = useApi()
  const fields = useQuery(
    api.query(['contact-fields'], (client, signal) => client.GET('/api/v1/contact-fields', { signal })),
  )
  return [
    { name: 'first_name', label: t('insert.firstName') },
    ...(fields.data ?? []).map((field) => ({ name: field.key, label: field.label })),
  ]
}
