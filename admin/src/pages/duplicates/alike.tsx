import { Button } from '@mantine/core'
import { IconArrowsJoin } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DuplicateGroup } from '../../api/entities.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ConsentChips } from '../../design/consent-chips.tsx'
import { AnchorLink } from '../../design/links.tsx'
import { usePersonName } from '../../design/person.tsx'
import { PersonCell } from '../contacts/person-cell.tsx'
import classes from './duplicates.module.css'

interface AlikeProps {
  group: DuplicateGroup
  onCompare: (one: string, other: string) => void
}

/** One group of records: the first is where the person wrote last, each of the others can be compared with it. */
export function Alike({ group, onCompare }: AlikeProps) {
  const { t } = useTranslation('duplicates')
  const { slug } = useBusiness()
  const nameOf = usePersonName()
  const [first, ...others] = group.people
  if (!first) return null
  return (
    <ul className={classes.people}>
      {[first, ...others].map((person) => (
        <li key={person.id} className={classes.one}>
          <AnchorLink to="/b/$slug/contacts/$id" params={{ slug, id: person.id }}>
            <PersonCell contact={person} />
          </AnchorLink>
          <span className={classes.chips}>
            <ConsentChips consents={person.consents} />
          </span>
          {person !== first && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconArrowsJoin size={15} aria-hidden />}
              aria-label={t('compareWith', { name: nameOf(first) })}
              onClick={() => onCompare(first.id, person.id)}
            >
              {t('compare')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
