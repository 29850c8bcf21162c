import { Progress } from '@mantine/core'
import { IconClock, IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNow } from './use-now.ts'
import { windowLeft } from './window-left.ts'
import classes from './window-timer.module.css'

const soonHours = 2

/** What is left of the 24-hour window, counting down; `compact` for a line under the name. */
export function WindowTimer({ endsAt, compact = false }: { endsAt: string | null; compact?: boolean }) {
  const { t } = useTranslation('inbox')
  const left = windowLeft(endsAt, useNow())
  const soon = left !== undefined && left.hours < soonHours
  const words = left
    ? t('window.open', {
        time:
          left.hours > 0
            ? t('window.hours', { hours: left.hours, minutes: left.minutes })
            : t('window.minutes', { minutes: left.minutes }),
      })
    : t('window.closed')
  const Icon = left ? IconClock : IconLock
  const line = (
    <span className={classes.timer} data-state={left ? (soon ? 'soon' : 'open') : 'closed'}>
      <Icon size={14} stroke={1.9} aria-hidden />
      {compact && <span className={classes.timerTitle}>{t('window.title')}</span>}
      {words}
    </span>
  )
  if (compact) return line
  return (
    <div className={classes.window}>
      <span className={classes.label}>{t('window.title')}</span>
      {line}
      <Progress
        value={(left?.share ?? 0) * 100}
        color={soon ? 'yellow' : 'jade'}
        size="sm"
        aria-label={`${t('window.title')}: ${words}`}
      />
      <p className={classes.windowText}>
        {left ? t('window.openText') : endsAt ? t('window.closedText') : t('window.never')}
      </p>
    </div>
  )
}
