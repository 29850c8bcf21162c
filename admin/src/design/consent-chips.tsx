import { useTranslation } from 'react-i18next'
import type { Contact } from '../api/entities.ts'
import { useTopics } from '../api/use-topics.ts'
import classes from './consent-chips.module.css'
import { StateBadge, ToneBadge } from './state-badge.tsx'

/** What a person said to each topic, one chip per topic. */
export function ConsentChips({ consents }: { consents: Contact['consents'] }) {
  const { t } = useTranslation('design')
  const { topicName } = useTopics()
  if (consents.length === 0) return <ToneBadge tone="quiet">{t('person.noConsent')}</ToneBadge>
  return (
    <span className={classes.chips}>
      {consents.map((consent) => (
        <StateBadge
          key={`${consent.topicId}-${consent.channelId}`}
          kind="consent"
          state={consent.state}
          prefix={topicName(consent.topicId)}
        />
      ))}
    </span>
  )
}
