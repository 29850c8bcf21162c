import type { PersonRow as Row } from '../api/types.ts'
import { go } from '../app/route.ts'
import { useSettings } from '../app/settings.tsx'
import { messageSummary } from '../chat/summary.ts'
import { Ticks } from '../chat/ticks.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { shortWhen } from '../ui/when.ts'
import { addressOf } from './address.ts'
import s from './person-row.module.css'

/** One person in the list: who, what was said last, what is unread. */
export function PersonRow({ person, current }: { person: Row; current: boolean }) {
  const { words, locale } = useSettings()
  const last = person.lastMessage
  return (
    <li>
      <button
        type="button"
        className={s.row}
        aria-current={current ? 'true' : undefined}
        data-testid="person-row"
        data-person-id={person.id}
        data-row
        onClick={() => go({ person: person.id, number: last?.phoneNumberId }, 'push')}
      >
        <Avatar id={person.id} name={person.name} />
        <span className={s.words}>
          <span className={s.top}>
            <span className={s.name}>{person.name}</span>
            {last && (
              <time className={person.unread ? s.whenNew : s.when} dateTime={last.at}>
                {shortWhen(last.at, new Date(), locale, words)}
              </time>
            )}
          </span>
          <span className={s.bottom}>
            {last?.direction === 'out' && last.type !== 'system' && <Ticks message={last} />}
            <span className={s.last}>{last ? messageSummary(last, words) : addressOf(person)}</span>
            {person.unread > 0 && (
              <span className={s.badge} data-testid="unread">
                <span aria-hidden="true">{person.unread > 99 ? '99+' : person.unread}</span>
                <span className="visually-hidden">{words.unread(person.unread)}</span>
              </span>
            )}
          </span>
        </span>
      </button>
    </li>
  )
}
