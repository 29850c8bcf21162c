import { Skeleton, Text, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Rules } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { useTopics } from '../../api/use-topics.ts'
import { useBusiness } from '../../app/use-business.ts'
import { PartsBar } from '../../design/bars.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { AnchorLink } from '../../design/links.tsx'
import { PersonAvatar, usePersonName } from '../../design/person.tsx'
import { PersonAddress } from '../../design/person-address.tsx'
import { Section } from '../../design/section.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './segment.module.css'

const typingMs = 350
const sampleSize = 10

/** How many people the rules hold at this moment, who of them said yes, and ten of them. Stale questions are cancelled. */
export function CountPanel({ rules }: { rules: Rules }) {
  const { t } = useTranslation('segment')
  const format = useFormat()
  const api = useApi()
  const { slug } = useBusiness()
  const nameOf = usePersonName()
  const { topics, topicName } = useTopics()
  const [settled] = useDebouncedValue(rules, typingMs)
  const count = useQuery({
    ...api.query(['segments', 'count', settled], (client, signal) =>
      client.POST('/api/v1/segments/count', { body: { rules: settled }, signal }),
    ),
    placeholderData: keepPreviousData,
  })
  const sample = useQuery({
    ...api.query(['segments', 'sample', settled], (client, signal) =>
      client.POST('/api/v1/segments/sample', { body: { rules: settled }, signal }),
    ),
    placeholderData: keepPreviousData,
  })
  const busy = count.isFetching || settled !== rules
  const found = count.data
  const number = found ? format.number(found.count) : ''
  const people = sample.data?.items ?? []
  return (
    <Section title={t('count.title')} className={classes.count}>
      {count.error && !found ? (
        <ErrorState error={count.error} onRetry={() => void count.refetch()} />
      ) : (
        <div className={classes.counted} aria-busy={busy} data-busy={busy || undefined}>
          <p className={classes.big} role="status">
            <span>{found ? (found.capped ? t('count.more', { number }) : number) : '…'}</span>
            <small>{count.error ? t('count.failed') : t('count.people', { count: found?.count ?? 0 })}</small>
          </p>
          {found && found.count > 0 && (
            <>
              <Title order={3}>{t('count.confirmed')}</Title>
              <Text size="sm" c="dimmed">
                {t('count.confirmedLead')}
              </Text>
              <ul className={classes.topics}>
                {topics
                  .filter((topic) => !topic.archivedAt)
                  .map((topic) => {
                    const confirmed = found.confirmedByTopic[topic.id] ?? 0
                    const label = t('count.of', { confirmed: format.number(confirmed), total: number })
                    return (
                      <li key={topic.id}>
                        <span>
                          {topicName(topic.id)}
                          <b>{format.number(confirmed)}</b>
                        </span>
                        <PartsBar
                          total={found.count}
                          parts={[{ key: 'yes', count: confirmed, tone: 'good' }]}
                          label={`${topicName(topic.id)}: ${label}`}
                        />
                      </li>
                    )
                  })}
              </ul>
            </>
          )}
          {found?.count === 0 && (
            <Text size="sm" c="dimmed">
              {t('count.nobody')}
            </Text>
          )}
        </div>
      )}
      {sample.isPending && <Skeleton height="10rem" mt="md" />}
      {people.length > 0 && (
        <>
          <Title order={3} mt="md">
            {people.length === sampleSize ? t('count.sample') : t('count.sampleFew')}
          </Title>
          <ul className={classes.sample}>
            {people.map((person) => (
              <li key={person.id}>
                <PersonAvatar id={person.id} name={person.name} />
                <AnchorLink to="/b/$slug/contacts/$id" params={{ slug, id: person.id }} c="inherit" fw={540}>
                  {nameOf(person)}
                </AnchorLink>
                {person.restricted && <ToneBadge tone="warn">{t('count.restricted')}</ToneBadge>}
                <Text size="sm" c="dimmed" component="span">
                  <PersonAddress person={person} />
                </Text>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
