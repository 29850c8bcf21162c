import { Button, Skeleton } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconDownload, IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDownload } from '../../api/download.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { Notice } from '../../design/notice.tsx'
import { Section } from '../../design/section.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { DateTime } from '../../design/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import { ChangesList } from './changes-list.tsx'
import classes from './records.module.css'
import { SectionsView } from './sections-view.tsx'
import type { RecordDocument } from './types.ts'

export type DocumentKind = 'processing' | 'processors'

/** A record generated from the configuration: as it is now, its approval, its versions. */
export function DocumentView({ kind }: { kind: DocumentKind }) {
  const api = useApi()
  const { i18n } = useTranslation()
  const live = useQuery(
    api.query(['records', 'document', kind, i18n.language], (client, signal) =>
      client.GET('/api/v1/records/documents/{kind}', { params: { path: { kind } }, signal }),
    ),
  )
  if (live.error) return <ErrorState error={live.error} onRetry={() => void live.refetch()} />
  if (!live.data) return <Skeleton height="28rem" radius="lg" />
  return (
    <>
      <Head kind={kind} live={live.data} />
      {live.data.changes.length > 0 && <Changed live={live.data} />}
      <SectionsView sections={live.data.sections} />
      <Versions kind={kind} />
    </>
  )
}

function Head({ kind, live }: { kind: DocumentKind; live: RecordDocument }) {
  const { t } = useTranslation('records')
  const format = useFormat()
  const download = useDownload()
  const approve = useChange(
    (client) =>
      client.POST('/api/v1/records/documents/{kind}/approval', {
        params: { path: { kind } },
        body: { hash: live.hash },
      }),
    { touches: [['records']], done: t('document.approved') },
  )
  const { stored, upToDate } = live
  const approved = upToDate && stored?.approvedAt
  return (
    <Section title={t(`document.titles.${kind}`)} lead={t(`document.leads.${kind}`)}>
      <div className={classes.stack}>
        <Notice
          tone={approved ? 'good' : 'warn'}
          icon={approved ? IconCheck : IconAlertTriangle}
          title={
            approved && stored
              ? t('document.isApproved', { version: stored.version })
              : upToDate && stored
                ? t('document.notApproved', { version: stored.version })
                : stored
                  ? t('document.outdated', { version: stored.version })
                  : t('document.never')
          }
          action={
            !approved && (
              <Button size="xs" loading={approve.isPending} onClick={() => approve.mutate()}>
                {t('document.approve')}
              </Button>
            )
          }
        >
          {approved && stored?.approvedAt
            ? t('document.approvedAt', { at: format.dateTime(stored.approvedAt) })
            : t('document.approveHint')}
        </Notice>
        <div className={classes.row}>
          {(['pdf', 'csv'] as const).map((ending) => (
            <Button
              key={ending}
              size="xs"
              variant="default"
              leftSection={<IconDownload size={15} />}
              loading={download.busy}
              onClick={() =>
                void download.save({
                  path: `/api/v1/records/documents/${kind}/file.${ending}`,
                  name: `${kind}.${ending}`,
                })
              }
            >
              {ending.toUpperCase()}
            </Button>
          ))}
          <span className={classes.hash} title={live.hash}>
            {t('document.hash')} {live.hash.slice(0, 16)}…
          </span>
        </div>
      </div>
    </Section>
  )
}

function Changed({ live }: { live: RecordDocument }) {
  const { t } = useTranslation('records')
  return (
    <Section title={t('document.changed', { version: live.stored?.version ?? 0 })}>
      <ChangesList changes={live.changes} />
    </Section>
  )
}

function Versions({ kind }: { kind: DocumentKind }) {
  const { t, i18n } = useTranslation('records')
  const api = useApi()
  const download = useDownload()
  const [compared, setCompared] = useState<number>()
  const versions = useQuery(
    api.query(['records', 'versions', kind], (client, signal) =>
      client.GET('/api/v1/records/documents/{kind}/versions', { params: { path: { kind } }, signal }),
    ),
  )
  const difference = useQuery({
    ...api.query(['records', 'version', kind, compared, i18n.language], (client, signal) =>
      client.GET('/api/v1/records/documents/{kind}/versions/{version}', {
        params: { path: { kind, version: compared ?? 0 }, query: { since: (compared ?? 1) - 1 } },
        signal,
      }),
    ),
    enabled: compared !== undefined,
  })
  if (!versions.data || versions.data.length === 0) return null
  return (
    <Section title={t('document.versions')} lead={t('document.versionsLead')}>
      <ul className={classes.items}>
        {versions.data.map((version) => (
          <li key={version.version} className={classes.question}>
            <div className={classes.between}>
              <div className={classes.row}>
                <span className={classes.strong}>{t('version', { version: version.version })}</span>
                <DateTime at={version.createdAt} />
                {version.approvedAt && <ToneBadge tone="good">{t('document.badge')}</ToneBadge>}
              </div>
              <div className={classes.row}>
                {version.version > 1 && (
                  <Button
                    size="xs"
                    variant="subtle"
                    leftSection={<IconHistory size={15} />}
                    aria-expanded={compared === version.version}
                    onClick={() => setCompared(compared === version.version ? undefined : version.version)}
                  >
                    {t('document.compare')}
                  </Button>
                )}
                <Button
                  size="xs"
                  variant="subtle"
                  leftSection={<IconDownload size={15} />}
                  onClick={() =>
                    void download.save({
                      path: `/api/v1/records/documents/${kind}/file.pdf?version=${version.version}`,
                      name: `${kind}-${version.version}.pdf`,
                    })
                  }
                >
                  PDF
                </Button>
              </div>
            </div>
            {compared === version.version && difference.data && (
              <ChangesList changes={difference.data.changes} />
            )}
            {compared === version.version && difference.error && (
              <ErrorState error={difference.error} onRetry={() => void difference.refetch()} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
