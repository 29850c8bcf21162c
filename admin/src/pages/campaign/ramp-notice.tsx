import { Button, Group } from '@mantine/core'
import { IconPlayerPause, IconPlayerTrackNext, IconStairsUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Campaign } from '../../api/campaign-entities.ts'
import { useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { Notice } from '../../design/notice.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './campaign.module.css'
import { Countdown } from './countdown.tsx'

/** The first part of a campaign, on its way or watched; the rest follows by itself, at once, or not. */
export function RampNotice({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaign')
  const format = useFormat()
  const { role } = useBusiness()
  const { rampState, ramp } = campaign
  if (!rampState) return null
  const { endsAt } = rampState
  const mayAct = role === 'owner' || role === 'marketer'
  return (
    <Notice
      tone="plan"
      icon={IconStairsUp}
      title={
        endsAt
          ? t('ramp.waitingTitle', { at: format.dateTime(endsAt) })
          : t('ramp.sendingTitle', { share: format.percent(ramp?.share ?? 0) })
      }
      action={
        <div className={classes.rampAside}>
          {endsAt && <Countdown to={endsAt} label={t('ramp.label')} />}
          {mayAct && <Buttons id={campaign.id} />}
        </div>
      }
    >
      {endsAt ? t('ramp.waitingText') : t('ramp.sendingText')}
    </Notice>
  )
}

function Buttons({ id }: { id: string }) {
  const { t } = useTranslation('campaign')
  const [asked, ask] = useState(false)
  const at = { params: { path: { id } } }
  const options = { touches: [['campaigns'], ['insights']] as const, onDone: () => ask(false) }
  const release = useChange((client) => client.POST('/api/v1/campaigns/{id}/release', at), options)
  const pause = useChange(
    (client) => client.POST('/api/v1/campaigns/{id}/pause', { ...at, body: {} }),
    options,
  )
  return (
    <Group gap="xs">
      <Button
        variant="default"
        leftSection={<IconPlayerPause size={16} aria-hidden />}
        loading={pause.isPending}
        onClick={() => pause.mutate()}
      >
        {t('ramp.stop')}
      </Button>
      <Button leftSection={<IconPlayerTrackNext size={16} aria-hidden />} onClick={() => ask(true)}>
        {t('ramp.now')}
      </Button>
      <ConfirmDialog
        opened={asked}
        onClose={() => ask(false)}
        onConfirm={() => release.mutate()}
        title={t('ramp.nowTitle')}
        confirmLabel={t('ramp.now')}
        loading={release.isPending}
      >
        {t('ramp.nowText')}
      </ConfirmDialog>
    </Group>
  )
}
