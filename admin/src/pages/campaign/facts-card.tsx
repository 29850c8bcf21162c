import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Campaign } from '../../api/campaign-entities.ts'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { AnchorLink } from '../../design/links.tsx'
import { PhonePreview } from '../../design/phone-preview.tsx'
import { Section } from '../../design/section.tsx'
import { DateTime, Money } from '../../design/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './campaign.module.css'

const order = ['topic', 'audience', 'template', 'channel', 'launched', 'finished', 'budget', 'ramp'] as const

/** Not there, or not yet. */
const missing = ({ isPending }: { isPending: boolean }) =>
  isPending ? <Skeleton height="1rem" width="9rem" /> : '–'

/** What goes to whom, from where, and since when. */
export function FactsCard({ campaign }: { campaign: Campaign }) {
  const { t, i18n } = useTranslation('campaign')
  const api = useApi()
  const format = useFormat()
  const { slug, name: business } = useBusiness()
  const topics = useQuery(api.query(['topics', 'list'], (c, signal) => c.GET('/api/v1/topics', { signal })))
  const segments = useQuery(
    api.query(['segments', 'list'], (c, signal) => c.GET('/api/v1/segments', { signal })),
  )
  const channels = useQuery(
    api.query(['channels', 'list'], (c, signal) => c.GET('/api/v1/channels', { signal })),
  )
  const templates = useQuery(
    api.query(['templates', 'list'], (c, signal) => c.GET('/api/v1/templates', { signal })),
  )
  const topic = topics.data?.find((each) => each.id === campaign.topicId)
  const segment = segments.data?.find((each) => each.id === campaign.segmentId)
  const channel = channels.data?.find((each) => each.id === campaign.channelId)
  const template = templates.data?.find((each) => each.id === campaign.templateId)
  const facts: Record<(typeof order)[number], ReactNode> = {
    topic: topic?.name[i18n.language === 'en' ? 'en' : 'de'] ?? missing(topics),
    audience: campaign.segmentId ? (
      <AnchorLink to="/b/$slug/segments/$id" params={{ slug, id: campaign.segmentId }} size="sm">
        {segment?.name ?? t('facts.segment')}
      </AnchorLink>
    ) : (
      t('facts.everybody')
    ),
    template: template ? (
      <AnchorLink to="/b/$slug/templates/$id" params={{ slug, id: template.id }} size="sm">
        {template.name}
      </AnchorLink>
    ) : (
      missing(templates)
    ),
    channel: channel ? `${channel.name}, ${channel.displayPhoneNumber}` : missing(channels),
    launched: campaign.launchedAt && <DateTime at={campaign.launchedAt} />,
    finished: campaign.finishedAt && <DateTime at={campaign.finishedAt} />,
    ramp:
      campaign.ramp &&
      t('facts.rampText', {
        share: format.percent(campaign.ramp.share),
        minutes: format.number(campaign.ramp.waitMinutes),
      }),
    budget: campaign.budget === null ? t('facts.noBudget') : <Money value={campaign.budget} />,
  }
  return (
    <Section title={t('facts.title')}>
      <div className={classes.facts}>
        <dl className={classes.factList}>
          {order
            .filter((key) => facts[key])
            .map((key) => (
              <div key={key}>
                <dt>{t(`facts.${key}`)}</dt>
                <dd>{facts[key]}</dd>
              </div>
            ))}
        </dl>
        {template ? (
          <PhonePreview sender={channel?.verifiedName || business} content={template.content} />
        ) : (
          templates.isPending && <Skeleton height="24rem" radius="lg" />
        )}
      </div>
    </Section>
  )
}
