import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './notice.module.css'
import type { Tone } from './state-badge.tsx'

export interface NoticeProps {
  tone: Tone
  icon: Icon
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}

/** A calm coloured box above the content: something to know here, and what to do about it. */
export function Notice({ tone, icon: Icon, title, children, action }: NoticeProps) {
  return (
    <div className={classes.notice} data-tone={tone} role="status">
      <Icon size={20} stroke={1.7} className={classes.icon} aria-hidden />
      <div className={classes.words}>
        <strong>{title}</strong>
        {children && <div className={classes.text}>{children}</div>}
      </div>
      {action && <div className={classes.action}>{action}</div>}
    </div>
  )
}
