import type { ReactNode } from 'react'
import { useFormat } from '../i18n/format.ts'
import classes from './reason-list.module.css'
import type { Tone } from './state-badge.tsx'

export interface ReasonListProps {
  label: string
  tone: Tone
  /** Longest bar; usually the sum of all. */
  of: number
  reasons: { key: string; title: ReactNode; detail?: ReactNode; count: number }[]
}

/** Why something did not happen, how often, and what it means (C-73: every refusal is explained where it is shown). */
export function ReasonList({ label, tone, of, reasons }: ReasonListProps) {
  const format = useFormat()
  return (
    <ul className={classes.list} aria-label={label}>
      {reasons.map((reason) => (
        <li key={reason.key}>
          <div className={classes.head}>
            <span className={classes.title}>{reason.title}</span>
            <strong>{format.number(reason.count)}</strong>
          </div>
          <div className={classes.track} aria-hidden>
            <span data-tone={tone} style={{ width: `${(reason.count / Math.max(of, 1)) * 100}%` }} />
          </div>
          {reason.detail && <p className={classes.detail}>{reason.detail}</p>}
        </li>
      ))}
    </ul>
  )
}
