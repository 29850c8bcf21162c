import { ActionIcon, Tooltip } from '@mantine/core'
import { IconBook2, IconDownload } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { LedgerEntry } from '../../api/campaign-entities.ts'
import { useDownload } from '../../api/download.ts'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { type Column, KeysetTable } from '../../design/keyset-table.tsx'
import { AnchorLink } from '../../design/links.tsx'
import { Section } from '../../design/section.tsx'
import { isState, StateBadge, ToneBadge } from '../../design/state-badge.tsx'
import { DateTime } from '../../design/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './privacy.module.css'

const shownHash = 12
const pageSize = 25

/** The leaves, newest first; the one that a check found wrong is marked. */
export function Entries({ wrongId }: { wrongId: string | undefined }) {
  const { t } = useTranslation('privacy')
  const format = useFormat()
  const api = useApi()
  const { slug } = useBusiness()
  const download = useDownload()
  const entries = useInfiniteQuery(
    api.pages<LedgerEntry>(['ledger', 'entries'], (client, after, signal) =>
      client.GET('/api/v1/ledger/entries', { params: { query: { after, limit: pageSize } }, signal }),
    ),
  )
  const seqOf = (entry: LedgerEntry) => (entry.seq === null ? t('entries.waiting') : format.number(entry.seq))
  const columns: Column<LedgerEntry>[] = [
    {
      key: 'seq',
      header: t('entries.seq'),
      width: '5.5rem',
      cell: (entry) => <span className={entry.seq === null ? classes.soft : 'tabular'}>{seqOf(entry)}</span>,
    },
    {
      key: 'what',
      header: t('entries.what'),
      cell: (entry) => (
        <span className={classes.what}>
          {isState('consent', entry.state) ? (
            <StateBadge kind="consent" state={entry.state} prefix={entry.topicName} />
          ) : (
            <ToneBadge tone="quiet">{entry.topicName}</ToneBadge>
          )}
          <span className={classes.whenBelow}>
            <DateTime at={entry.at} />
          </span>
        </span>
      ),
    },
    { key: 'at', header: t('entries.at'), from: 'sm', cell: (entry) => <DateTime at={entry.at} /> },
    {
      key: 'leaf',
      header: t('entries.leaf'),
      from: 'md',
      cell: (entry) =>
        entry.leafHash && (
          <span className={classes.mono} title={entry.leafHash}>
            {entry.leafHash.slice(0, shownHash)}…
          </span>
        ),
    },
    {
      key: 'person',
      header: t('entries.person'),
      from: 'sm',
      cell: (entry) =>
        entry.contactId ? (
          <AnchorLink
            to="/b/$slug/contacts/$id"
            params={{ slug, id: entry.contactId }}
            size="sm"
            aria-label={t('entries.openOf', { seq: seqOf(entry) })}
          >
            {t('entries.open')}
          </AnchorLink>
        ) : (
          <span className={classes.soft}>{t('entries.erased')}</span>
        ),
    },
    {
      key: 'proof',
      header: '',
      align: 'right',
      width: '4rem',
      cell: (entry) =>
        entry.seq !== null && (
          <Tooltip label={t('entries.proof')}>
            <ActionIcon
              aria-label={t('entries.proofOf', { seq: seqOf(entry) })}
              onClick={() =>
                void download.save({
                  path: `/api/v1/ledger/entries/${entry.id}/proof`,
                  name: `${entry.id}.tlog-proof`,
                })
              }
            >
              <IconDownload size={17} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        ),
    },
  ]
  return (
    <Section flush title={t('entries.title')} lead={t('entries.lead')}>
      <KeysetTable<LedgerEntry>
        label={t('entries.title')}
        columns={columns}
        query={entries}
        {...(wrongId ? { selectedId: wrongId } : {})}
        empty={
          <EmptyState compact icon={IconBook2} title={t('ledger.emptyTitle')} text={t('ledger.emptyText')} />
        }
      />
    </Section>
  )
}
