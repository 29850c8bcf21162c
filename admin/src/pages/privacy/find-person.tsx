import { Loader, Text, TextInput, UnstyledButton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/use-api.ts'
import { PersonAvatar, usePersonName } from '../../design/person.tsx'
import { PersonAddress } from '../../design/person-address.tsx'
import classes from './privacy.module.css'

const typingMs = 300
const shown = 6
const shortest = 2

/** Finds somebody by name or number; both are sealed, so only beginnings and endings can be looked for. */
export function FindPerson({ onFound }: { onFound: (contactId: string) => void }) {
  const { t } = useTranslation('privacy')
  const api = useApi()
  const nameOf = usePersonName()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), typingMs)
  const wanted = search.length >= shortest
  const found = useQuery({
    ...api.query(['contacts', 'list', { search, limit: shown }], (client, signal) =>
      client.GET('/api/v1/contacts', { params: { query: { search, limit: shown } }, signal }),
    ),
    enabled: wanted,
    placeholderData: keepPreviousData,
  })
  const people = wanted ? (found.data?.items ?? []) : []
  return (
    <div className={classes.find}>
      <TextInput
        type="search"
        label={t('people.search')}
        description={t('people.searchHint')}
        leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
        rightSection={found.isFetching && <Loader size="xs" aria-label={t('people.searching')} />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {found.error && wanted && (
        <Text size="sm" c="red" role="alert">
          {found.error.detail || found.error.title}
        </Text>
      )}
      {people.length > 0 && (
        <ul className={classes.found}>
          {people.map((person) => (
            <li key={person.id}>
              <UnstyledButton className={classes.foundOne} onClick={() => onFound(person.id)}>
                <PersonAvatar id={person.id} name={person.name} />
                <span>{nameOf(person)}</span>
                <Text size="sm" c="dimmed" component="span">
                  <PersonAddress person={person} />
                </Text>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      {wanted && !found.isFetching && found.data?.items.length === 0 && (
        <Text size="sm" c="dimmed" role="status">
          {t('people.nothing')}
        </Text>
      )}
    </div>
  )
}
