import { Text, UnstyledButton } from '@mantine/core'
import type { Contact } from '../api/entities.ts'
import classes from './people-list.module.css'
import { PersonAvatar, usePersonName } from './person.tsx'
import { PersonAddress } from './person-address.tsx'

/** People to choose one of, each with name and number or username. */
export function PeopleList({
  people,
  onPick,
}: {
  people: readonly Contact[]
  onPick: (contactId: string) => void
}) {
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
