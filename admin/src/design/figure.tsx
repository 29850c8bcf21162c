import { Skeleton, Text } from '@mantine/core'
import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './figure.module.css'

export interface FigureProps {
  label: ReactNode
  /** Already formatted; undefined shows a skeleton. */
  value: ReactNode | undefined
  /** Change with its direction; `good` decides the colour (fewer opt-outs may be good). */
  change?: { text: string; direction: 'up' | 'down' | 'none'; good?: boolean } | undefined
  hint?: ReactNode
  /** A sparkline or progress under the number. */
  children?: ReactNode
}

/** A big number with its label and its change. */
export function Figure({ label, value, change, hint, children }: FigureProps) {
  const Arrow = change?.direction === 'down' ? IconArrowDownRight : IconArrowUpRight
  return (
    <div className={classes.figure}>
      <Text size="sm" c="dimmed" className={classes.label}>
        {label}
      </Text>
      {value === undefined ? (
        <Skeleton height="2rem" width="6rem" mt="0.375rem" />
      ) : (
        <div className={classes.line}>
          <span className={classes.value}>{value}</span>
          {change && (
            <span
              className={classes.change}
              data-good={change.good ?? change.direction === 'up'}
              data-direction={change.direction}
            >
              {change.direction !== 'none' && <Arrow size={15} aria-hidden />}
              {change.text}
            </span>
          )}
        </div>
      )}
      {hint && (
        <Text size="sm" c="dimmed" className={classes.hint}>
          {hint}
        </Text>
      )}
      {children}
    </div>
  )
}
