import { Loader, Text } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ChannelCheck, CheckStepKey } from '../../api/entities.ts'
import classes from './settings.module.css'

const order: readonly CheckStepKey[] = ['token', 'number', 'waba', 'app_secret', 'subscription', 'webhook']

interface CheckStepsProps {
  /** undefined while the check runs. */
  steps: ChannelCheck['steps'] | undefined
  /** Steps whose failure is no fault yet. */
  later?: readonly CheckStepKey[]
}

/** The result of each check in its own line, with Meta's answer in words. */
export function CheckSteps({ steps, later = [] }: CheckStepsProps) {
  const { t } = useTranslation('settings')
  return (
    <ul className={classes.checks} aria-live="polite" aria-busy={!steps}>
      {order.map((key) => {
        const step = steps?.find((one) => one.key === key)
        const waits = step !== undefined && step.ok !== true && later.includes(key)
        const verdict = !steps
          ? 'running'
          : waits || !step || step.ok === null
            ? 'open'
            : step.ok
              ? 'good'
              : 'bad'
        return (
          <li key={key} data-verdict={verdict}>
            {verdict === 'running' && <Loader size={16} />}
            {verdict === 'good' && <IconCircleCheck size={19} aria-hidden />}
            {verdict === 'bad' && <IconCircleX size={19} aria-hidden />}
            {verdict === 'open' && <IconCircleDashed size={19} aria-hidden />}
            <div>
              <div className={classes.strong}>{t(`check.${key}`)}</div>
              <Text size="sm" c="dimmed">
                {step?.detail || (waits ? t('check.later') : t('check.untried'))}
              </Text>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
