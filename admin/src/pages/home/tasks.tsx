import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { HomeInsights } from '../../api/campaign-entities.ts'
import { places } from '../../app/frame/places.ts'
import { useBusiness } from '../../app/use-business.ts'
import classes from './home.module.css'

/** What waits for a person; each leads to the page where it is done. */
export function Tasks({ tasks }: { tasks: HomeInsights['tasks'] }) {
  const { t } = useTranslation('home')
  const { slug } = useBusiness()
  const words: Record<string, { one: string; many: string }> = t('tasks.kinds', { returnObjects: true })
  const waiting = tasks.filter((task) => task.count > 0)
  if (waiting.length === 0) return null
  return (
    <ul className={classes.tasks} aria-label={t('tasks.label')}>
      {waiting.map((task) => (
        <li key={task.kind}>
          <Link {...goalOf(task)} params={{ slug }} className={classes.task}>
            <span className={classes.count}>{task.count}</span>
            {task.count === 1
              ? (words[task.kind]?.one ?? t('tasks.otherOne'))
              : (words[task.kind]?.many ?? t('tasks.other'))}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** The page and filters a task's link names ("/templates?state=rejected"); home when there is no such page. */
function goalOf({ kind, link }: HomeInsights['tasks'][number]) {
  if (kind === 'price_unverified') return { to: '/b/$slug/settings/prices', search: {} } as const
  const [path = '', filters] = link.split('?')
  const words = path.split('/')
  return {
    to: places.find((place) => words.includes(place.key))?.to ?? '/b/$slug',
    search: Object.fromEntries(new URLSearchParams(filters)),
  } as const
}
