import { useTranslation } from 'react-i18next'
import type { ConsentState } from '../api/entities.ts'
import { useTopics } from '../api/use-topics.ts'
import classes from './consent-chips.module.css'
import { StateBadge, ToneBadge } from './state-badge.tsx'

/** What a person said to each topic, one chip per topic. */
export function ConsentChips({
  consents,
}: {
  consents: { topicId: string; channelId: string; state: string }[]
}) {
  const { t } = useTranslation('design')
  const { topicName } = useTopics()
  if (consents.length === 0) return <ToneBadge tone="quiet">{t('person.noConsent')}</ToneBadge>
  return (
    <span className={classes.chips}>
      {consents.map((consent) => (
        <StateBadge
          key={`${consent.topicId}-${consent.channelId}`}
          kind="consent"
          state={consent.state as ConsentState}
          prefix={topicName(consent.topicId)}
        />
      ))}
    </span>
  )
}
