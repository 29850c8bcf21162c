import { Button, Skeleton, Text } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AsideItem } from '../../api/entities.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { KeysetTable } from '../../design/keyset-table.tsx'
import { Section } from '../../design/section.tsx'
import { Relative } from '../../design/values.tsx'
import { wholeList } from '../../design/whole-list.ts'
import { useFormat } from '../../i18n/format.ts'
import { AsideSheet } from './aside-sheet.tsx'

/** Reports from Meta that could not be processed or attributed: how many and why, what stands in them, and another try. */
export function PutAside() {
  const { t } = useTranslation('standing')
  const api = useApi()
  const { role } = useBusiness()
  const words = useReasonWords()
  const kinds: Record<string, string> = t('aside.kind', { returnObjects: true })
  const [opened, setOpened] = useState<AsideItem>()
  const list = useQuery(
    api.query(['standing', 'aside'], (client, signal) => client.GET('/api/v1/standing/aside', { signal })),
  )
  const mayRead = role === 'owner' || role === 'agent' || role === 'dpo'
  if (!list.data) return <Skeleton height="12rem" radius="lg" />
  const { items, reasons } = list.data
  return (
    <Section
      flush
      title={t('aside.title')}
      lead={
        <>
          {t('aside.lead')} {reasons.map((each) => words.counted(each.reason, each.count)).join(' · ')}
        </>
      }
      aside={role === 'owner' && <Replay />}
    >
      <KeysetTable
        label={t('aside.title')}
        query={wholeList({ data: items, error: list.error, isPending: false, refetch: list.refetch })}
        {...(mayRead ? { onOpen: setOpened } : {})}
        empty={null}
        columns={[
          {
            key: 'reason',
            header: t('aside.reason'),
            cell: (item) => (
              <>
                {words.name(item.reason)}
                {item.place && (
                  <Text size="sm" c="dimmed">
                    {t('aside.place', { place: item.place })}
                  </Text>
                )}
              </>
            ),
          },
          {
            key: 'kind',
            header: t('aside.what'),
            from: 'sm',
            cell: (item) =>
              item.kind === 'webhook'
                ? t('aside.updates', { count: item.updates })
                : (kinds[item.kind] ?? item.kind),
          },
          {
            key: 'at',
            header: t('aside.when'),
            align: 'right',
            cell: (item) => <Relative at={item.at} />,
          },
        ]}
      />
      {opened && (
        <AsideSheet item={opened} reason={words.name(opened.reason)} onClose={() => setOpened(undefined)} />
      )}
    </Section>
  )
}

/** Tries all of it again, after one question, and says what came of it. */
function Replay() {
  const { t } = useTranslation('standing')
  const [asking, setAsking] = useState(false)
  const replay = useChange((client) => client.POST('/api/v1/standing/replay'), {
    touches: [['standing']],
    done: ({ replayed, attributed, left }) =>
      [
        t('aside.replayed', { count: replayed + attributed }),
        left > 0 ? t('aside.left', { count: left }) : '',
      ]
        .filter(Boolean)
        .join(' '),
    onDone: () => setAsking(false),
  })
  return (
    <>
      <Button variant="default" leftSection={<IconRefresh size="1rem" />} onClick={() => setAsking(true)}>
        {t('aside.replay')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => replay.mutate()}
        title={t('aside.replayTitle')}
        confirmLabel={t('aside.replay')}
        loading={replay.isPending}
      >
        <Text size="sm">{t('aside.replayText')}</Text>
      </ConfirmDialog>
    </>
  )
}

/** A reason in words; what we have no word for is an error of ours, by its name. */
function useReasonWords() {
  const { t } = useTranslation('standing')
  const format = useFormat()
  const known: Record<string, string> = t('aside.reasons', { returnObjects: true })
  const name = (reason: string) => known[reason] ?? t('aside.ourError', { name: reason })
  return { name, counted: (reason: string, count: number) => `${format.number(count)} × ${name(reason)}` }
}
