import { ActionIcon, Button, CloseButton, Popover, Select, Text, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconHelpCircle, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/use-api.ts'
import { useTopics } from '../../api/use-topics.ts'
import { useFilter } from '../../app/use-filter.ts'
import classes from './contacts.module.css'
import { otherStates, useContactFilters } from './use-contact-filters.ts'

const consentStates = ['confirmed', 'pending', 'requested', 'withdrawn', 'refused', 'expired'] as const

/** Search and filters of the list; all of them live in the address. */
export function Filters() {
  const { t } = useTranslation(['contacts', 'design'])
  const api = useApi()
  const { topics, topicName } = useTopics()
  const segments = useQuery(
    api.query(['segments', 'list'], (client, signal) => client.GET('/api/v1/segments', { signal })),
  )
  const { active, reset } = useContactFilters()
  const [topicId, setTopicId] = useFilter('topicId')
  const [state, setState] = useFilter('state')
  const [segmentId, setSegmentId] = useFilter('segmentId')
  return (
    <search className={classes.filters} aria-label={t('filter.label')}>
      <SearchField />
      <Select
        aria-label={t('filter.topic')}
        placeholder={t('filter.anyTopic')}
        clearable
        allowDeselect
        value={topicId ?? null}
        onChange={setTopicId}
        data={topics.map((topic) => ({ value: topic.id, label: topicName(topic.id) }))}
        className={classes.filter}
      />
      <Select
        aria-label={t('filter.state')}
        placeholder={t('filter.anyState')}
        clearable
        allowDeselect
        value={state ?? null}
        onChange={setState}
        data={[
          {
            group: t('filter.consentStates'),
            items: consentStates.map((value) => ({ value, label: t(`design:state.consent.${value}`) })),
          },
          {
            group: t('filter.otherStates'),
            items: otherStates.map((value) => ({ value, label: t(`filter.${value}`) })),
          },
        ]}
        className={classes.filter}
      />
      <Select
        aria-label={t('filter.segment')}
        placeholder={t('filter.anySegment')}
        clearable
        allowDeselect
        value={segmentId ?? null}
        onChange={setSegmentId}
        data={(segments.data ?? []).map((segment) => ({ value: segment.id, label: segment.name }))}
        className={classes.filter}
      />
      {active && (
        <Button variant="subtle" color="gray" onClick={reset}>
          {t('filter.reset')}
        </Button>
      )}
    </search>
  )
}

const typingMs = 300

function SearchField() {
  const { t } = useTranslation('contacts')
  const [search, setSearch] = useFilter('search')
  const [typed, setTyped] = useState(search ?? '')
  // The address changes without typing too: by the back button and by "clear filters".
  useEffect(() => setTyped(search ?? ''), [search])
  const later = useDebouncedCallback((value: string) => setSearch(value.trim()), typingMs)
  return (
    <TextInput
      type="search"
      aria-label={t('filter.search')}
      placeholder={t('filter.search')}
      leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
      rightSection={
        typed ? (
          <CloseButton size="sm" aria-label={t('filter.clearSearch')} onClick={() => setSearch(null)} />
        ) : (
          <SearchHelp />
        )
      }
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        later(event.currentTarget.value)
      }}
      className={classes.search}
    />
  )
}

function SearchHelp() {
  const { t } = useTranslation('contacts')
  return (
    <Popover width={340} position="bottom-end">
      <Popover.Target>
        <ActionIcon aria-label={t('how.label')}>
          <IconHelpCircle size={17} stroke={1.7} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Text fw={600} size="sm">
          {t('how.title')}
        </Text>
        <Text size="sm" c="dimmed" mt={4}>
          {t('how.text')}
        </Text>
        <ul className={classes.how}>
          <li>{t('how.name')}</li>
          <li>{t('how.number')}</li>
          <li>{t('how.digits')}</li>
        </ul>
        <Text size="sm" c="dimmed">
          {t('how.not')}
        </Text>
      </Popover.Dropdown>
    </Popover>
  )
}
