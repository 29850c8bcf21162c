import { Button, Skeleton, Text } from '@mantine/core'
import {
  IconArrowDownLeft,
  IconArrowUpRight,
  IconHistory,
  IconNote,
  IconRosetteDiscountCheck,
} from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { useTopics } from '../../api/use-topics.ts'
import { useBusiness } from '../../app/use-business.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { AnchorLink } from '../../design/links.tsx'
import { Section } from '../../design/section.tsx'
import { isState, StateBadge } from '../../design/state-badge.tsx'
import { useReasonTitle } from '../../design/use-reason-title.ts'
import { DateTime } from '../../design/values.tsx'
import classes from './contact.module.css'

const pageSize = 20
const icons: Record<TimelineEntry['kind'], typeof IconNote> = {
  consent: IconRosetteDiscountCheck,
  in: IconArrowDownLeft,
  out: IconArrowUpRight,
  note: IconNote,
}

/** What happened with this person, newest first. */
export function Timeline({ contactId }: { contactId: string }) {
  const { t } = useTranslation('contact')
  const api = useApi()
  const timeline = useInfiniteQuery(
    api.pages<TimelineEntry>(['contacts', contactId, 'timeline'], (client, after, signal) =>
      client.GET('/api/v1/contacts/{id}/timeline', {
        params: { path: { id: contactId }, query: { after, limit: pageSize } },
        signal,
      }),
    ),
  )
  const entries = timeline.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Section title={t('timeline.title')} className={classes.last}>
      {timeline.error && entries.length === 0 ? (
        <ErrorState error={timeline.error} onRetry={() => void timeline.refetch()} />
      ) : timeline.isPending ? (
        <Skeleton height="12rem" />
      ) : entries.length === 0 ? (
        <EmptyState compact icon={IconHistory} title={t('timeline.empty')} text={t('timeline.emptyText')} />
      ) : (
        <ol className={classes.timeline}>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      {timeline.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mt="sm"
          loading={timeline.isFetchingNextPage}
          onClick={() => void timeline.fetchNextPage()}
        >
          {t('timeline.more')}
        </Button>
      )}
    </Section>
  )
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation('contact')
  const { slug } = useBusiness()
  const { topicName } = useTopics()
  const reasonTitle = useReasonTitle()
  const Icon = icons[entry.kind]
  const outWords: Record<string, string> = t('timeline.out', { returnObjects: true })
  const noteWords: Record<string, string> = t('timeline.notes', { returnObjects: true })
  const howWords: Record<string, string> = t('timeline.how', { returnObjects: true })
  const title = {
    consent: () => (entry.topicId ? topicName(entry.topicId) : t('timeline.allTopics')),
    in: () => t('timeline.kinds.in'),
    out: () => outWords[entry.type] ?? t('timeline.kinds.out'),
    note: () => noteWords[entry.type] ?? entry.type,
  }[entry.kind]()
  const text = entry.text || (entry.kind === 'in' ? t('timeline.media', { type: entry.type }) : null)
  const reason =
    entry.reason && (entry.kind === 'consent' ? howWords[entry.reason] : reasonTitle(entry.reason))
  return (
    <li className={classes.entry}>
      <span className={classes.entryIcon} data-kind={entry.kind} aria-hidden>
        <Icon size={15} stroke={1.9} />
      </span>
      <div className={classes.entryBody}>
        <div className={classes.entryHead}>
          <strong>{title}</strong>
          {entry.kind === 'consent' && isState('consent', entry.state) && (
            <StateBadge kind="consent" state={entry.state} />
          )}
          {entry.kind === 'out' && isState('message', entry.state) && (
            <StateBadge kind="message" state={entry.state} />
          )}
          {reason && <span className={classes.entryReason}>{reason}</span>}
          <span className={classes.entryAt}>
            <DateTime at={entry.at} />
          </span>
        </div>
        {text && <Text className={classes.entryText}>{text}</Text>}
        {entry.campaignId && (
          <AnchorLink to="/b/$slug/campaigns/$id" params={{ slug, id: entry.campaignId }} size="sm">
            {t('timeline.campaign')}
          </AnchorLink>
        )}
      </div>
    </li>
  )
}
