import { useTranslation } from 'react-i18next'
import { ToneBadge } from '../../design/state-badge.tsx'
import classes from './records.module.css'
import type { RecordChange } from './types.ts'

const tones = { added: 'good', removed: 'bad', changed: 'warn' } as const

/** What one version says differently than another. */
export function ChangesList({ changes }: { changes: readonly RecordChange[] }) {
  const { t } = useTranslation('records')
  return (
    <ul className={classes.items}>
      {changes.map((change) => (
        <li key={`${change.section}-${change.row}-${change.kind}`} className={classes.question}>
          <div className={classes.row}>
            <ToneBadge tone={tones[change.kind]}>{t(`changes.${change.kind}`)}</ToneBadge>
            <span className={classes.strong}>{change.row}</span>
            <span className={classes.article}>{change.section}</span>
          </div>
          {change.before && (
            <div className={classes.soft}>
              <del>{change.before.slice(1).join(' · ')}</del>
            </div>
          )}
          {change.after && <div className={classes.soft}>{change.after.slice(1).join(' · ')}</div>}
        </li>
      ))}
    </ul>
  )
}
