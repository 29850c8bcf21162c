import { IconPlayerPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Campaign } from '../../api/campaign-entities.ts'
import { useBusiness } from '../../app/use-business.ts'
import { Notice } from '../../design/notice.tsx'
import { useFormat } from '../../i18n/format.ts'
import { GoOn } from './go-on.tsx'

const known = [
  'member',
  'schedule_missed',
  'restored',
  'template_stopped',
  'template_quality',
  'channel_quality',
  'channel_stopped',
  'sending_stopped',
  'not_ready',
  'nobody',
  'over_budget',
  'topic_budget',
  'business_budget',
  'spam_limited',
  'breaker_opt_outs',
  'breaker_failures',
  'breaker_blocks',
  'breaker_silence',
] as const

/** Why the campaign stands still, in words and figures, and the way on. */
export function PauseNotice({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaign')
  const format = useFormat()
  const { role } = useBusiness()
  const reason = known.find((each) => each === (campaign.pauseReason ?? 'member'))
  const facts = campaign.pauseFacts
  const figures = {
    number: format.number(facts?.count ?? 0),
    of: format.number(facts?.of ?? 0),
    minutes: format.number(facts?.windowMinutes ?? 0),
    share: format.percent(facts && facts.of > 0 ? facts.count / facts.of : 0),
    limit: format.percent(facts?.limit ?? 0),
  }
  const freezing = campaign.freezing && {
    done: format.number(campaign.freezing.done),
    expected: format.number(campaign.freezing.expected),
  }
  return (
    <Notice
      tone="warn"
      icon={IconPlayerPause}
      title={reason ? t(`paused.${reason}.title`) : t('paused.own.title')}
      action={(role === 'owner' || role === 'marketer') && <GoOn campaign={campaign} />}
    >
      {/* Before all of the audience is there nobody waits yet. */}
      {!(freezing && reason === 'member') && (
        <p>
          {reason
            ? t(`paused.${reason}.text`, figures)
            : t('paused.own.text', { reason: campaign.pauseReason ?? '' })}
        </p>
      )}
      {freezing && <p>{t('freezing.paused', freezing)}</p>}
    </Notice>
  )
}
