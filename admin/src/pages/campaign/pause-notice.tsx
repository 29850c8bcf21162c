import { IconPlayerPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Campaign } from '../../api/campaign-entities.ts'
import { Notice } from '../../design/notice.tsx'

const known = [
  'member',
  'schedule_missed',
  'template_stopped',
  'template_quality',
  'channel_quality',
  'channel_stopped',
  'sending_stopped',
  'not_ready',
  'nobody',
  'over_budget',
] as const

/** Why the campaign stands still, and what has to happen before it may go on. */
export function PauseNotice({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaign')
  const reason = known.find((each) => each === (campaign.pauseReason ?? 'member'))
  return (
    <Notice
      tone="warn"
      icon={IconPlayerPause}
      title={reason ? t(`paused.${reason}.title`) : t('paused.own.title')}
    >
      {reason ? t(`paused.${reason}.text`) : t('paused.own.text', { reason: campaign.pauseReason ?? '' })}
    </Notice>
  )
}
