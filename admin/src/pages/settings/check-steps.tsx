import { Loader, Text } from '@mantine/core'
import { IconAlertCircle, IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ChannelCheck, CheckStepKey } from '../../api/entities.ts'
import classes from './settings.module.css'

/** The steps in the groups in which people look for them. */
const GROUPS = {
  access: ['token', 'permissions', 'token_end', 'app_secret'],
  number: ['number', 'registration', 'pin', 'name', 'limit', 'health'],
  account: ['waba', 'verification', 'review'],
  sender: ['profile', 'storage'],
  events: ['subscription', 'callback', 'webhook', 'signature'],
} as const satisfies Record<string, readonly CheckStepKey[]>

const groups = Object.keys(GROUPS) as (keyof typeof GROUPS)[]

interface CheckStepsProps {
  /** undefined while the check runs. */
  steps: ChannelCheck['steps'] | undefined
  /** Steps whose failure is no fault yet. */
  later?: readonly CheckStepKey[]
}

/** The result of each check in its own line: what was found, and what to do about it. */
export function CheckSteps({ steps, later = [] }: CheckStepsProps) {
  const { t } = useTranslation('settings')
  return (
    <div className={classes.checkGroups} aria-live="polite" aria-busy={!steps}>
      {groups.map((group) => (
        <section key={group}>
          <Text component="h3" size="sm" fw={600} mb={6}>
            {t(`check.groups.${group}`)}
          </Text>
          <ul className={classes.checks}>
            {GROUPS[group].map((key) => (
              <Line
                key={key}
                name={key}
                running={!steps}
                step={steps?.find((one) => one.key === key)}
                waits={later.includes(key)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

interface LineProps {
  name: CheckStepKey
  running: boolean
  step: ChannelCheck['steps'][number] | undefined
  waits: boolean
}

function Line({ name, running, step, waits }: LineProps) {
  const { t } = useTranslation('settings')
  const postponed = waits && step !== undefined && step.state !== 'ok'
  const verdict = running ? 'running' : !step || postponed ? 'open' : step.state
  return (
    <li data-verdict={verdict}>
      {verdict === 'running' && <Loader size={16} />}
      {verdict === 'ok' && <IconCircleCheck size={19} aria-label={t('check.states.ok')} />}
      {verdict === 'warn' && <IconAlertCircle size={19} aria-label={t('check.states.warn')} />}
      {verdict === 'fail' && <IconCircleX size={19} aria-label={t('check.states.fail')} />}
      {verdict === 'open' && <IconCircleDashed size={19} aria-label={t('check.states.open')} />}
      <div>
        <div className={classes.strong}>{t(`check.${name}`)}</div>
        <Text size="sm" c="dimmed">
          {postponed ? t('check.later') : (step?.detail ?? t('check.untried'))}
        </Text>
        {step?.cure && !postponed && <Text size="sm">{step.cure}</Text>}
      </div>
    </li>
  )
}
