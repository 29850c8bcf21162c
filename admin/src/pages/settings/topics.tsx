import { Button, Skeleton, Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronRight, IconMessageQuestion, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Topic } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { useFilter } from '../../app/use-filter.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { Section } from '../../design/section.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { useFormat } from '../../i18n/format.ts'
import { ConsentOptions } from './consent-options.tsx'
import classes from './settings.module.css'
import { StopWords } from './stop-words.tsx'
import { TopicDetail } from './topic-detail.tsx'
import { TopicSheet } from './topic-sheet.tsx'
import { useInLanguage } from './use-in-language.ts'

export default function TopicsSettings() {
  const { t } = useTranslation('settings')
  const api = useApi()
  const [chosen, choose] = useFilter('topic')
  const [adding, add] = useDisclosure(false)
  const topics = useQuery(api.query(['topics'], (client, signal) => client.GET('/api/v1/topics', { signal })))

  if (topics.error) return <ErrorState error={topics.error} onRetry={() => void topics.refetch()} />
  if (!topics.data) return <Skeleton height="20rem" radius="lg" />
  const topic = topics.data.find((one) => one.id === chosen)
  if (topic) return <TopicDetail key={topic.id} topic={topic} onBack={() => choose(undefined)} />

  const addButton = (
    <Button size="xs" leftSection={<IconPlus size={15} />} onClick={add.open}>
      {t('topics.add')}
    </Button>
  )
  return (
    <>
      <Section
        flush
        title={t('topics.title')}
        lead={t('topics.lead')}
        aside={topics.data.length > 0 && addButton}
      >
        {topics.data.length === 0 ? (
          <EmptyState
            icon={IconMessageQuestion}
            title={t('topics.emptyTitle')}
            text={t('topics.emptyText')}
            action={addButton}
          />
        ) : (
          <ul className={classes.plain}>
            {topics.data.map((one) => (
              <li key={one.id}>
                <TopicLine topic={one} onOpen={() => choose(one.id)} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <StopWords />
      <ConsentOptions />
      <TopicSheet opened={adding} onClose={add.close} onDone={choose} />
    </>
  )
}

function TopicLine({ topic, onOpen }: { topic: Topic; onOpen: () => void }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const say = useInLanguage()
  const published = topic.wordings.filter((wording) => wording.current)
  return (
    <UnstyledButton className={classes.entry} onClick={onOpen}>
      <span className={classes.entryWords}>
        <span className={classes.strong}>{say(topic.name)}</span>
        <Text span size="sm" c="dimmed">
          {say(topic.description)}
        </Text>
      </span>
      <span className={classes.entryFacts}>
        {topic.archivedAt ? (
          <ToneBadge tone="quiet">{t('topics.archived')}</ToneBadge>
        ) : published.length === 0 ? (
          <ToneBadge tone="warn">{t('topics.noWording')}</ToneBadge>
        ) : (
          <Text span size="sm" c="dimmed" className={classes.languages}>
            {published.map((wording) => wording.language).join(' · ')}
          </Text>
        )}
        <Text span size="sm" className="tabular">
          {t('topics.confirmed', { number: format.number(topic.confirmed) })}
        </Text>
      </span>
      <IconChevronRight size={18} aria-hidden />
    </UnstyledButton>
  )
}
