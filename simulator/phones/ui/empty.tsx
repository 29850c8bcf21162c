import type { ReactNode } from 'react'
import s from './empty.module.css'

interface EmptyProps {
  icon: ReactNode
  title: string
  hint: string
  children?: ReactNode
}

/** An empty place that says what would be here and how to get it. */
export function Empty({ icon, title, hint, children }: EmptyProps) {
  return (
    <div className={s.empty}>
      <span className={s.icon} aria-hidden="true">
        {icon}
      </span>
      <p className={s.title}>{title}</p>
      <p className={s.hint}>{hint}</p>
      {children}
    </div>
  )
}
