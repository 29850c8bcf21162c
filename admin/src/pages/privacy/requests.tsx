import { Button } from '@mantine/core'
import { IconFileText, IconMailQuestion } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrivacyRequest } from '../../api/campaign-entities.ts'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { type Column, KeysetTable } from '../../design/keyset-table.tsx'
import { AnchorLink } from '../../design/links.tsx'
import { Section } from '../../design/section.tsx'
import { SideSheet } from '../../design/side-sheet.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { DateTime } from '../../design/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './privacy.module.css'
import { ReportText } from './report-text.tsx'

/** Access given and people erased, newest first; reports of erasures can be read again. */
export function Requests() {
  const { t } = useTranslation('privacy')
  const format = useFormat()
  const api = useApi()
  const { slug } = useBusiness()
  const [shown, setShown] = useState<PrivacyRequest>()
  const requests = useInfiniteQuery(
    api.pages<PrivacyRequest>(['privacy', 'requests'], (client, after, signal) =>
      client.GET('/api/v1/privacy/requests', { params: { query: { after } }, signal }),
    ),
  )
  const columns: Column<PrivacyRequest>[] = [
    {
      key: 'kind',
      header: t('requests.kind'),
      cell: (request) => (
        <span className={classes.what}>
          <strong className={classes.strong}>{t(`requests.kinds.${request.kind}`)}</strong>
          <span className={classes.whenBelow}>
            <DateTime at={request.createdAt} />
          </span>
        </span>
      ),
    },
    {
      key: 'person',
      header: t('requests.person'),
      from: 'sm',
      cell: (request) =>
        request.kind === 'export' && request.contactId ? (
          <AnchorLink
            to="/b/$slug/contacts/$id"
            params={{ slug, id: request.contactId }}
            size="sm"
            aria-label={t('requests.openOf', { date: format.dateTime(request.createdAt) })}
          >
            {t('requests.open')}
          </AnchorLink>
        ) : (
          <span className={classes.soft}>{t('requests.gone')}</span>
        ),
    },
    {
      key: 'at',
      header: t('requests.at'),
      from: 'sm',
      cell: (request) => <DateTime at={request.createdAt} />,
    },
    {
      key: 'state',
      header: t('requests.state'),
      cell: (request) => (
        <ToneBadge tone={request.state === 'done' ? 'good' : request.state === 'failed' ? 'bad' : 'info'}>
          {t(`requests.states.${request.state}`)}
        </ToneBadge>
      ),
    },
    {
      key: 'report',
      header: '',
      align: 'right',
      width: '7rem',
      cell: (request) =>
        request.report && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconFileText size={15} />}
            onClick={() => setShown(request)}
          >
            {t('report.show')}
          </Button>
        ),
    },
  ]
  return (
    <Section flush title={t('requests.title')} lead={t('requests.lead')}>
      <KeysetTable<PrivacyRequest>
        label={t('requests.title')}
        columns={columns}
        query={requests}
        empty={
          <EmptyState
            compact
            icon={IconMailQuestion}
            title={t('requests.emptyTitle')}
            text={t('requests.emptyText')}
          />
        }
      />
      <SideSheet
        wide
        opened={shown !== undefined}
        onClose={() => setShown(undefined)}
        title={shown ? t('report.showOf', { date: format.dateTime(shown.createdAt) }) : ''}
      >
        {shown?.report && <ReportText report={shown.report} />}
      </SideSheet>
    </Section>
  )
}
