import { IconWorldQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CampaignReview } from '../../api/campaign-entities.ts'
import { useBusiness } from '../../app/use-business.ts'
import { AnchorLink } from '../../design/links.tsx'
import { Notice } from '../../design/notice.tsx'
import { useFormat } from '../../i18n/format.ts'

/** So many countries are named; the rest is counted. */
const named = 4

/** Some of the audience is where nobody has compared our rules with public sources: good to know, and no obstacle. */
export function RulesHint({ rules }: { rules: CampaignReview['unverifiedRules'] }) {
  const { t, i18n } = useTranslation('campaign-new')
  const format = useFormat()
  const { slug } = useBusiness()
  if (rules.length === 0) return null
  const people = rules.reduce((sum, { count }) => sum + count, 0)
  const countries = rules
    .slice(0, named)
    .map(({ country, count }) => `${format.country(country)} (${format.number(count)})`)
  const rest = rules.length - countries.length
  const list = new Intl.ListFormat(i18n.language).format(
    rest > 0 ? [...countries, t('rules.more', { count: rest })] : countries,
  )
  return (
    <Notice
      tone="quiet"
      icon={IconWorldQuestion}
      title={t('rules.title', { count: people, number: format.number(people) })}
    >
      <p>{t('rules.where', { list })}</p>
      <p>
        {t('rules.meaning')}{' '}
        <AnchorLink to="/b/$slug/settings/sending" params={{ slug }} size="sm" underline="always">
          {t('rules.look')}
        </AnchorLink>
      </p>
    </Notice>
  )
}
