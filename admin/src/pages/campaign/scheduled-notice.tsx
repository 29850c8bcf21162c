import { IconCalendarTime } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Campaign } from '../../api/campaign-entities.ts'
import { Notice } from '../../design/notice.tsx'
import { useFormat } from '../../i18n/format.ts'
import { Countdown } from './countdown.tsx'

/** When it starts, how long that is, and what happens then. */
export function ScheduledNotice({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaign')
  const format = useFormat()
  if (!campaign.scheduledAt) return null
  return (
    <Notice
      tone="plan"
      icon={IconCalendarTime}
      title={t('scheduled.title', { at: format.dateTime(campaign.scheduledAt) })}
      action={<Countdown to={campaign.scheduledAt} />}
    >
      {t('scheduled.text', { minutes: format.number(campaign.toleranceMinutes) })}
    </Notice>
  )
}
