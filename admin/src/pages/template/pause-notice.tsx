import { Button } from '@mantine/core'
import { IconClockPause } from '@tabler/icons-react'
import { useEffect, useReducer, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Template } from '../../api/campaign-entities.ts'
import { useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { AnchorLink } from '../../design/links.tsx'
import { Notice } from '../../design/notice.tsx'
import { useFormat } from '../../i18n/format.ts'
import { timeLeft } from './time-left.ts'

const minuteMs = 60_000

/** Why Meta lets the template rest, how long still, and how to use the time. */
export function PauseNotice({ template }: { template: Template }) {
  const { t } = useTranslation('template')
  const { slug } = useBusiness()
  const [asking, setAsking] = useState(false)
  const { pause } = template
  const unpause = useChange(
    (client) => client.POST('/api/v1/templates/{id}/unpause', { params: { path: { id: template.id } } }),
    { touches: [['templates']], done: t('pause.lifted'), onDone: () => setAsking(false) },
  )
  const kind = pause?.canUnpause ? 'pacing' : pause?.step === 2 ? 'second' : 'first'
  return (
    <Notice
      tone="warn"
      icon={IconClockPause}
      title={t(`pause.${kind}.title`)}
      action={
        pause?.canUnpause && (
          <Button size="xs" variant="default" onClick={() => setAsking(true)}>
            {t('pause.lift')}
          </Button>
        )
      }
    >
      <p>{t(`pause.${kind}.text`)}</p>
      {pause?.until && <Countdown until={pause.until} />}
      <p>
        {t('pause.todo')}{' '}
        <AnchorLink to="/b/$slug/standing" params={{ slug }} size="sm" underline="always">
          {t('pause.standing')}
        </AnchorLink>
      </p>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => unpause.mutate()}
        title={t('pause.liftTitle')}
        confirmLabel={t('pause.lift')}
        loading={unpause.isPending}
      >
        {t('pause.liftText')}
      </ConfirmDialog>
    </Notice>
  )
}

/** Hours and minutes until Meta lifts the pause, kept true while it is on screen. */
function Countdown({ until }: { until: string }) {
  const { t } = useTranslation('template')
  const format = useFormat()
  const [, tick] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const timer = setInterval(tick, minuteMs / 4)
    return () => clearInterval(timer)
  }, [])
  const left = timeLeft(until, Date.now())
  return (
    <p>
      {left
        ? t('pause.left', { hours: left.hours, minutes: left.minutes, time: format.dateTime(until) })
        : t('pause.over')}
    </p>
  )
}
