import type { ReactNode } from 'react'
import s from './action-row.module.css'

interface ActionRowProps {
  icon: ReactNode
  title: string
  hint: string
  /** the state this action makes is active now */
  on?: boolean
  testId: string
  onClick(): void
}

/** One thing a person can do, with what it means for the business. */
export function ActionRow({ icon, title, hint, on, testId, onClick }: ActionRowProps) {
  return (
    <button type="button" className={s.row} data-on={on} data-testid={testId} onClick={onClick}>
      <span className={s.icon} aria-hidden="true">
        {icon}
      </span>
      <span className={s.words}>
        <span className={s.title}>{title}</span>
        <span className={s.hint}>{hint}</span>
      </span>
    </button>
  )
}
