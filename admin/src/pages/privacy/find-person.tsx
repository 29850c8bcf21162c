import { Loader, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePeopleSearch } from '../../api/use-people-search.ts'
import { PeopleList } from '../../design/people-list.tsx'
import classes from './privacy.module.css'

/** Finds somebody by name or number. */
export function FindPerson({ onFound }: { onFound: (contactId: string) => void }) {
  const { t } = useTranslation('privacy')
  const [typed, setTyped] = useState('')
  const { found, wanted, people } = usePeopleSearch(typed)
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
      {people.length > 0 && <PeopleList people={people} onPick={onFound} />}
      {wanted && !found.isFetching && found.data?.items.length === 0 && (
        <Text size="sm" c="dimmed" role="status">
          {t('people.nothing')}
        </Text>
      )}
    </div>
  )
}
