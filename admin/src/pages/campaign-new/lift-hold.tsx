import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-api.ts'
import { GoOnDialog } from '../campaign/go-on-dialog.tsx'
import classes from './campaign-new.module.css'

/** Marketing of a number may go on after its quality fell; somebody says why. */
export function LiftHold({ channelId }: { channelId: string }) {
  const { t } = useTranslation('campaign-new')
  const [asked, ask] = useState(false)
  const lift = useChange(
    (client, reason: string) =>
      client.POST('/api/v1/marketing-holds/{id}/lift', {
        params: { path: { id: channelId } },
        body: { reason },
      }),
    { touches: [['campaigns'], ['standing']], onDone: () => ask(false) },
  )
  return (
    <>
      <button type="button" className={classes.fix} onClick={() => ask(true)}>
        {t('review.fix.hold')}
      </button>
      <GoOnDialog
        opened={asked}
        onClose={() => ask(false)}
        onGo={(reason) => lift.mutate(reason)}
        title={t('review.holdTitle')}
        text={t('review.holdText')}
        go={t('review.fix.hold')}
        needsReason
        loading={lift.isPending}
      />
    </>
  )
}
