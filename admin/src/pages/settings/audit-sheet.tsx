import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '../../api/entities.ts'
import { SideSheet } from '../../design/side-sheet.tsx'
import { DateTime } from '../../design/values.tsx'
import classes from './settings.module.css'

interface AuditSheetProps {
  entry: AuditEntry | undefined
  title: string
  actor: string
  onClose: () => void
}

/** What one entry changed, before and after; personal data is never in it. */
export function AuditSheet({ entry, title, actor, onClose }: AuditSheetProps) {
  return (
    <SideSheet opened={entry !== undefined} onClose={onClose} title={title}>
      {entry && (
        <>
          <Text size="sm" c="dimmed">
            {actor} · <DateTime at={entry.at} />
          </Text>
          <Text size="xs" c="dimmed" ff="monospace" mt={4} className={classes.wrap}>
            {entry.action} · {entry.entityId}
          </Text>
          <Changes entry={entry} />
        </>
      )}
    </SideSheet>
  )
}

function Changes({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('settings')
  const keys = [...new Set([...Object.keys(entry.before ?? {}), ...Object.keys(entry.after ?? {})])]
  if (keys.length === 0) {
    return (
      <Text size="sm" mt="md">
        {t('audit.nothing')}
      </Text>
    )
  }
  return (
    <Table mt="md" fz="sm" className={classes.changes}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('audit.field')}</Table.Th>
          <Table.Th>{t('audit.before')}</Table.Th>
          <Table.Th>{t('audit.after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {keys.map((key) => (
          <Table.Tr key={key}>
            <Table.Td ff="monospace">{key}</Table.Td>
            <Table.Td>{shown(entry.before?.[key])}</Table.Td>
            <Table.Td>{shown(entry.after?.[key])}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

const shown = (value: unknown): string =>
  value === undefined || value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value)
