import { useEffect, useReducer } from 'react'
import { useTranslation } from 'react-i18next'

const tickMs = 30_000

/** Hours and minutes until the deadline, or since, kept true while they are on screen. */
export function TimeLeft({ deadline }: { deadline: string }) {
  const { t } = useTranslation('records')
  const [, tick] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const timer = setInterval(tick, tickMs)
    return () => clearInterval(timer)
  }, [])
  const minutes = Math.floor((new Date(deadline).getTime() - Date.now()) / 60_000)
  const text = { hours: Math.floor(Math.abs(minutes) / 60), minutes: Math.abs(minutes) % 60 }
  return minutes < 0 ? t('breach.over', text) : t('breach.left', text)
}
