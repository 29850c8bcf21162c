import { Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import classes from './standing.module.css'

/** Meta's steps: people a number may write to by itself in 24 hours; the last has no limit. */
const rungs = [250, 2_000, 10_000, 100_000, null] as const

/** Which step a number has reached, and how much of it is used. */
export function LimitLadder({ limit, used }: { limit: number | null; used: number }) {
  const { t } = useTranslation('standing')
  const format = useFormat()
  const reached = (rung: number | null) => limit === null || (rung !== null && rung <= limit)
  return (
    <>
      <div className={classes.big}>
        {limit === null ? t('limit.none') : t('limit.value', { limit: format.number(limit) })}
      </div>
      <div className={classes.ladder} aria-hidden>
        {rungs.map((rung) => (
          <span
            key={rung ?? 'none'}
            data-reached={reached(rung) || undefined}
            data-current={rung === limit || undefined}
          >
            {rung === null ? '∞' : format.number(rung)}
          </span>
        ))}
      </div>
      {limit !== null && (
        <Progress
          value={Math.min((used / limit) * 100, 100)}
          size="sm"
          color={used / limit > 0.85 ? 'yellow' : 'jade'}
          aria-label={t('limit.used', { used: format.number(used) })}
        />
      )}
      <Text size="sm" c="dimmed" mt={6}>
        {t('limit.used', { used: format.number(used) })}
      </Text>
    </>
  )
}
