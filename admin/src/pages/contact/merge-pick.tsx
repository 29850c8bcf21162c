import { Loader, Skeleton, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactCard } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { usePeopleSearch } from '../../api/use-people-search.ts'
import { PeopleList } from '../../design/people-list.tsx'
import classes from './merge.module.css'

/** Which other record is the same person: what looks alike is offered, anybody can be looked for. */
export function MergePick({ contact, onPick }: { contact: ContactCard; onPick: (id: string) => void }) {
  const { t } = useTranslation('contact')
  const api = useApi()
  const [typed, setTyped] = useState('')
  const { found, wanted, people } = usePeopleSearch(typed)
  const alike = useQuery(
    api.query(['contacts', contact.id, 'duplicates'], (client, signal) =>
      client.GET('/api/v1/contacts/{id}/duplicates', { params: { path: { id: contact.id } }, signal }),
    ),
  )
  const others = (wanted ? people : (alike.data ?? [])).filter(({ id }) => id !== contact.id)
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
          <PeopleList people={others} onPick={onPick} />
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
