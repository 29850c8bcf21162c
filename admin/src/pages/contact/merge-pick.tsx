import { Loader, Skeleton, Text, TextInput, UnstyledButton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contact, ContactCard } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { PersonAvatar, usePersonName } from '../../design/person.tsx'
import { PersonAddress } from '../../design/person-address.tsx'
import classes from './merge.module.css'

const typingMs = 300
const shown = 6
const shortest = 2

/** Which other record is the same person: what looks alike is offered, anybody can be looked for. */
export function MergePick({ contact, onPick }: { contact: ContactCard; onPick: (id: string) => void }) {
  const { t } = useTranslation('contact')
  const api = useApi()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), typingMs)
  const wanted = search.length >= shortest
  const alike = useQuery(
    api.query(['contacts', contact.id, 'duplicates'], (client, signal) =>
      client.GET('/api/v1/contacts/{id}/duplicates', { params: { path: { id: contact.id } }, signal }),
    ),
  )
  const found = useQuery({
    ...api.query(['contacts', 'list', { search, limit: shown }], (client, signal) =>
      client.GET('/api/v1/contacts', { params: { query: { search, limit: shown } }, signal }),
    ),
    enabled: wanted,
    placeholderData: keepPreviousData,
  })
  const people = wanted ? (found.data?.items ?? []) : (alike.data ?? [])
  const others = people.filter(({ id }) => id !== contact.id)
  return (
    <div className={classes.pick}>
      <Text size="sm">{t('merge.lead')}</Text>
      <TextInput
        type="search"
        data-autofocus
        label={t('merge.search')}
        leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
        rightSection={found.isFetching && <Loader size="xs" aria-label={t('merge.searching')} />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {!wanted && alike.isPending && <Skeleton height="3rem" />}
      {others.length > 0 && (
        <>
          {!wanted && (
            <Text size="sm" fw={590}>
              {t('merge.alike')}
            </Text>
          )}
          <People people={others} onPick={onPick} />
        </>
      )}
      {wanted && found.isSuccess && others.length === 0 && (
        <Text size="sm" c="dimmed" role="status">
          {t('merge.nobody')}
        </Text>
      )}
      {(found.error ?? alike.error) && (
        <Text size="sm" c="red" role="alert">
          {(found.error ?? alike.error)?.detail || (found.error ?? alike.error)?.title}
        </Text>
      )}
    </div>
  )
}

function People({ people, onPick }: { people: Contact[]; onPick: (id: string) => void }) {
  const nameOf = usePersonName()
  return (
    <ul className={classes.people}>
      {people.map((person) => (
        <li key={person.id}>
          <UnstyledButton className={classes.one} onClick={() => onPick(person.id)}>
            <PersonAvatar id={person.id} name={person.name} />
            <span>{nameOf(person)}</span>
            <Text size="sm" c="dimmed" component="span">
              <PersonAddress person={person} />
            </Text>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  )
}
