import { useTranslation } from 'react-i18next'
import classes from './person.module.css'
import { toneOfId } from './person-tone.ts'

interface Named {
  name: string | null
  username?: string | null
}

/** How a person is called on screen: by name, else by username, else "no name". */
export function usePersonName(): (person: Named) => string {
  const { t } = useTranslation('design')
  return (person) => person.name || (person.username ? `@${person.username}` : t('person.unnamed'))
}

/** A round picture with initials; its colour belongs to the person, so that rows are told apart at a glance. */
export function PersonAvatar({
  id,
  name,
  large = false,
}: {
  id: string
  name: string | null
  large?: boolean
}) {
  const initials = (name ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => [...word][0] ?? '')
  const shown = [initials[0], initials.length > 1 ? initials.at(-1) : ''].join('').toUpperCase()
  return (
    <span className={classes.avatar} data-tone={toneOfId(id)} data-large={large || undefined} aria-hidden>
      {shown || '·'}
    </span>
  )
}
