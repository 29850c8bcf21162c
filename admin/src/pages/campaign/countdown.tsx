import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './campaign.module.css'
import { splitTime } from './split-time.ts'

const tickMs = 1000

/** Days, hours, minutes and seconds until a moment; quiet for screen readers, who hear the date beside it. */
export function Countdown({ to, label }: { to: string; label?: string }) {
  const { t } = useTranslation('campaign')
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs)
    return () => clearInterval(timer)
  }, [])
  const parts = splitTime(new Date(to).getTime() - now)
  return (
    <div className={classes.countdown} role="timer" aria-label={label ?? t('countdown.label')}>
      {(['days', 'hours', 'minutes', 'seconds'] as const).map((unit) => (
        <span key={unit}>
          <b>{String(parts[unit]).padStart(2, '0')}</b>
          {t(`countdown.${unit}`)}
        </span>
      ))}
    </div>
  )
}
