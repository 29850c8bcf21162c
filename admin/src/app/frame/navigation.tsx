import { useTranslation } from 'react-i18next'
import { useBusiness } from '../use-business.ts'
import classes from './navigation.module.css'
import { PlaceLink } from './place-link.tsx'
import { type Place, places } from './places.ts'

const groups = ['none', 'audience', 'sending', 'trust', 'end'] as const

/** All places of the business, grouped; in the side bar, and in the drawer of a phone. */
export function Navigation({ onGo }: { onGo?: () => void }) {
  const { t } = useTranslation('app')
  const { slug } = useBusiness()
  const entry = (place: Place) => (
    <li key={place.key}>
      <PlaceLink
        to={place.to}
        params={{ slug }}
        activeOptions={{ exact: place.key === 'home', includeSearch: false }}
        icon={place.icon}
        label={t(`nav.${place.key}`)}
        onClick={onGo}
      />
    </li>
  )
  return (
    <nav aria-label={t('nav.label')} className={classes.navigation}>
      {groups.map((group) => (
        <div key={group} className={classes.group} data-group={group}>
          {group !== 'none' && group !== 'end' && (
            <span className={classes.heading}>{t(`nav.${group}`)}</span>
          )}
          <ul>{places.filter((place) => place.group === group).map(entry)}</ul>
        </div>
      ))}
    </nav>
  )
}
