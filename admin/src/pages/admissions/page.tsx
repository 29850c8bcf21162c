import { Skeleton, Stack } from '@mantine/core'
import { IconBuildings, IconChevronLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AdmissionRow } from '../../api/entities.ts'
import { Door } from '../../app/frame/door.tsx'
import { EmptyState } from '../../design/empty-state.tsx'
import { EntryLink, EntryList } from '../../design/entry-list.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { AnchorLink } from '../../design/links.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './admissions.module.css'
import { admissionsQuery } from './queries.ts'
import { stateTones } from './state-tones.ts'

/** The operator's desk: every business and how far it is at the door; whoever waits comes first (C-70). */
export default function AdmissionsPage() {
  const { t, i18n } = useTranslation('admissions')
  const list = useQuery(admissionsQuery(i18n.language))
  const waiting = list.data?.filter(({ state }) => state === 'applied').length ?? 0
  return (
    <Door wide title={t('title')} lead={list.data ? t('waiting', { count: waiting }) : t('lead')}>
      <Stack>
        <AnchorLink to="/businesses" size="sm" className={classes.back}>
          <IconChevronLeft size={15} aria-hidden /> {t('toBusinesses')}
        </AnchorLink>
        {list.error && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && <Skeleton height="14rem" radius="lg" />}
        {list.data?.length === 0 && (
          <EmptyState compact icon={IconBuildings} title={t('emptyTitle')} text={t('emptyText')} />
        )}
        {list.data && list.data.length > 0 && (
          <EntryList>
            {list.data.map((row) => (
              <li key={row.slug}>
                <Entry row={row} />
              </li>
            ))}
          </EntryList>
        )}
      </Stack>
    </Door>
  )
}

function Entry({ row }: { row: AdmissionRow }) {
  const { t } = useTranslation('admissions')
  const format = useFormat()
  const { slug, name, legalName, vertical, state, appliedAt, decidedAt, cap } = row
  const when =
    state === 'applied' && appliedAt
      ? t('since', { at: format.date(appliedAt) })
      : decidedAt
        ? t('decidedAt', { at: format.date(decidedAt) })
        : null
  return (
    <EntryLink
      to="/admissions/$slug"
      params={{ slug }}
      title={name}
      badge={<ToneBadge tone={stateTones[state]}>{t(`states.${state}`)}</ToneBadge>}
      badgeBelow
    >
      <span className={classes.soft}>{[legalName, vertical].filter(Boolean).join(' · ')}</span>
      <span className={classes.soft}>
        {[when, cap === null ? t('noCap') : t('cap', { count: cap })].filter(Boolean).join(' · ')}
      </span>
    </EntryLink>
  )
}
