import { IconChevronRight, IconUsersGroup } from '@tabler/icons-react'
import type { CrowdCounts } from '../api/types.ts'
import { useSettings } from '../app/settings.tsx'
import s from './crowd-row.module.css'
import row from './person-row.module.css'

/** The whole crowd as one row; opening it lists its people. */
export function CrowdRow({ counts, onOpen }: { counts: CrowdCounts; onOpen(): void }) {
  const { words, locale } = useSettings()
  const format = new Intl.NumberFormat(locale)
  return (
    <li>
      <button type="button" className={row.row} data-testid="crowd-row" data-row onClick={onOpen}>
        <span className={s.icon} aria-hidden="true">
          <IconUsersGroup size={24} />
        </span>
        <span className={row.words}>
          <span className={row.top}>
            <span className={row.name}>{words.crowd}</span>
          </span>
          <span className={row.bottom}>
            <span className={row.last}>
              {words.crowdLine(format.format(counts.count), format.format(counts.optedIn))}
            </span>
          </span>
        </span>
        <IconChevronRight size={18} className={s.arrow} aria-label={words.crowdOpen} role="img" />
      </button>
    </li>
  )
}
