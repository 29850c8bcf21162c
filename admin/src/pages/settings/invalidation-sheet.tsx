import { Skeleton, Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Wording } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { SideSheet } from '../../design/side-sheet.tsx'
import { DateTime } from '../../design/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './settings.module.css'

interface InvalidationSheetProps {
  wording: Wording
  opened: boolean
  onClose: () => void
}

/** What the end of a defective wording meant: consents, what was taken down, what had been sent under it. */
export function InvalidationSheet({ wording, opened, onClose }: InvalidationSheetProps) {
  const { t } = useTranslation('settings')
  return (
    <SideSheet
      opened={opened}
      onClose={onClose}
      title={t('wording.reportTitle', { version: wording.version, language: wording.language })}
    >
      {opened && <Report wordingId={wording.id} />}
    </SideSheet>
  )
}

function Report({ wordingId }: { wordingId: string }) {
  const { t } = useTranslation('settings')
  const api = useApi()
  const format = useFormat()
  const { data, error, refetch } = useQuery(
    api.query(['topics', 'invalidation', wordingId], (client, signal) =>
      client.GET('/api/v1/wordings/{id}/invalidation', { params: { path: { id: wordingId } }, signal }),
    ),
  )
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height="16rem" radius="lg" />
  const rows = [
    [t('report.consents'), data.consents],
    [t('report.withheld'), data.withheld],
    [t('report.messages'), data.sent.messages],
    [t('report.people'), data.sent.people],
  ] as const
  return (
    <Stack gap="md">
      <Text size="sm">
        <DateTime at={data.at} />: {data.reason}
      </Text>
      <dl className={classes.figures}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="tabular">{format.number(value)}</dd>
          </div>
        ))}
      </dl>
      {data.sent.first && data.sent.last && (
        <Text size="sm" c="dimmed">
          {t('report.between')} <DateTime at={data.sent.first} /> – <DateTime at={data.sent.last} />
        </Text>
      )}
      {data.sent.campaigns.length > 0 && (
        <Table fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('report.campaign')}</Table.Th>
              <Table.Th ta="right">{t('report.messages')}</Table.Th>
              <Table.Th ta="right">{t('report.people')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.sent.campaigns.map((campaign) => (
              <Table.Tr key={campaign.id ?? 'other'}>
                <Table.Td>{campaign.name ?? t('report.otherMessages')}</Table.Td>
                <Table.Td ta="right" className="tabular">
                  {format.number(campaign.messages)}
                </Table.Td>
                <Table.Td ta="right" className="tabular">
                  {format.number(campaign.people)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Text size="sm" c="dimmed">
        {t('report.next')}
      </Text>
    </Stack>
  )
}
