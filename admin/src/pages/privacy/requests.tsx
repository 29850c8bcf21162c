import { SegmentedControl, Select } from '@mantine/core'
import { IconMailQuestion } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PrivacyRequest, RequestKind } from '../../api/campaign-entities.ts'
import { useApi } from '../../api/use-api.ts'
import { useFilter } from '../../app/use-filter.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { type Column, KeysetTable } from '../../design/keyset-table.tsx'
import { Section } from '../../design/section.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { DateTime } from '../../design/values.tsx'
import { Deadline } from './deadline.tsx'
import classes from './privacy.module.css'
import { RequestSheet } from './request-sheet.tsx'
import rights from './rights.module.css'

const kinds: RequestKind[] = ['access', 'portability', 'rectification', 'restriction', 'objection', 'erasure']
const tones = { received: 'warn', open: 'info', done: 'good', refused: 'quiet', cancelled: 'quiet' } as const

type Shown = 'waiting' | 'overdue' | 'ended'
const shownOf = (value: string | undefined): Shown =>
  value === 'overdue' || value === 'ended' ? value : 'waiting'
const kindOf = (value: string | undefined) => kinds.find((kind) => kind === value)

/** The queue: who waits for what, until when; one request opens beside it. */
export function Requests() {
  const { t } = useTranslation('privacy')
  const api = useApi()
  const [state, setState] = useFilter('state')
  const [kind, setKind] = useFilter('kind')
  const [opened, open] = useFilter('request')
  const shown = shownOf(state)
  const wanted = kindOf(kind)
  const query: { state: Shown; kind?: RequestKind } = { state: shown, ...(wanted ? { kind: wanted } : {}) }
  const requests = useInfiniteQuery(
    api.pages<PrivacyRequest>(['privacy', 'requests', query], (client, after, signal) =>
      client.GET('/api/v1/privacy/requests', { params: { query: { ...query, after } }, signal }),
    ),
  )
  const counts = useQuery(
    api.query(['privacy', 'counts'], (client, signal) =>
      client.GET('/api/v1/privacy/requests/counts', { signal }),
    ),
  )
  const counted = (which: 'waiting' | 'overdue') =>
    counts.data && counts.data[which] > 0
      ? `${t(`queue.${which}`)} (${counts.data[which]})`
      : t(`queue.${which}`)
  const columns: Column<PrivacyRequest>[] = [
    {
      key: 'kind',
      header: t('requests.kind'),
      cell: (request) => (
        <span className={classes.what}>
          <strong className={classes.strong}>{t(`requests.kinds.${request.kind}`)}</strong>
          <span className={classes.soft}>
            {request.erased ? t('requests.gone') : (request.name ?? t('requests.nameless'))}
          </span>
        </span>
      ),
    },
    {
      key: 'via',
      header: t('requests.via'),
      from: 'md',
      cell: (request) => t(`requests.ways.${request.via}`),
    },
    {
      key: 'at',
      header: t('requests.at'),
      from: 'sm',
      cell: (request) => <DateTime at={request.createdAt} only="date" />,
    },
    {
      key: 'state',
      header: t('requests.state'),
      from: 'sm',
      cell: (request) => (
        <ToneBadge tone={tones[request.state]}>{t(`requests.states.${request.state}`)}</ToneBadge>
      ),
    },
    {
      key: 'due',
      header: shown === 'ended' ? t('requests.ended') : t('requests.due'),
      width: '11rem',
      cell: (request) => <Deadline request={request} />,
    },
  ]
  return (
    <Section flush title={t('requests.title')} lead={t('requests.lead')}>
      <div className={rights.filters}>
        <SegmentedControl
          aria-label={t('queue.label')}
          value={shown}
          onChange={(value) => setState(value === 'waiting' ? null : value)}
          data={[
            { value: 'waiting', label: counted('waiting') },
            { value: 'overdue', label: counted('overdue') },
            { value: 'ended', label: t('queue.ended') },
          ]}
        />
        <Select
          aria-label={t('requests.kind')}
          placeholder={t('queue.allKinds')}
          clearable
          value={kindOf(kind) ?? null}
          onChange={setKind}
          data={kinds.map((value) => ({ value, label: t(`requests.kinds.${value}`) }))}
        />
      </div>
      <KeysetTable<PrivacyRequest>
        label={t('requests.title')}
        columns={columns}
        query={requests}
        onOpen={(request) => open(request.id)}
        {...(opened ? { selectedId: opened } : {})}
        empty={
          <EmptyState
            compact
            icon={IconMailQuestion}
            title={t(`requests.none.${shown}`)}
            text={t('requests.emptyText')}
          />
        }
      />
      <RequestSheet requestId={opened} onClose={() => open(null)} />
    </Section>
  )
}
