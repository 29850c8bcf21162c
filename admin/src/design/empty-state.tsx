import { Text } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './empty-state.module.css'

export interface EmptyStateProps {
  icon: Icon
  title: string
  /** Teaches: what this is good for, and the first step. */
  text: ReactNode
  action?: ReactNode
  /** For small places inside a card. */
  compact?: boolean
}

/** Nothing here yet: says why that is, and what to do first. */
export function EmptyState({ icon: Icon, title, text, action, compact = false }: EmptyStateProps) {
  return (
    <div className={classes.empty} data-compact={compact || undefined}>
      <div className={classes.picture} aria-hidden>
        <svg viewBox="0 0 120 88" className={classes.bubbles} role="presentation">
          <path
            className={classes.back}
            d="M26 8h44a14 14 0 0 1 14 14v22a14 14 0 0 1-14 14H40l-14 10V57.6A14 14 0 0 1 14 44V20A12 12 0 0 1 26 8Z"
          />
          <path
            className={classes.front}
            d="M56 26h36a12 12 0 0 1 12 12v22a12 12 0 0 1-10 11.8V82L80 72H56a12 12 0 0 1-12-12V38a12 12 0 0 1 12-12Z"
          />
        </svg>
        <span className={classes.icon}>
          <Icon size={compact ? 20 : 26} stroke={1.6} />
        </span>
      </div>
      <p className={classes.title}>{title}</p>
      <Text c="dimmed" size="sm" className={classes.text} component="div">
        {text}
      </Text>
      {action && <div className={classes.action}>{action}</div>}
    </div>
  )
}
