import { Skeleton } from '@mantine/core'
import { IconAlertCircle, IconCircleCheck, IconClock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Campaign, CampaignReview } from '../../api/campaign-entities.ts'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { Waterfall } from '../../design/bars.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { AnchorLink } from '../../design/links.tsx'
import { Notice } from '../../design/notice.tsx'
import { PhonePreview } from '../../design/phone-preview.tsx'
import { Section } from '../../design/section.tsx'
import { useReasonDetail } from '../campaign/use-reason-detail.ts'
import classes from './campaign-new.module.css'
import { CostCard } from './cost-card.tsx'
import { LaunchBar } from './launch-bar.tsx'
import { LiftHold } from './lift-hold.tsx'
import { RulesHint } from './rules-hint.tsx'
import { type Step, stepOfProblem } from './steps.ts'
import { TestCard } from './test-card.tsx'
import { useParts } from './use-parts.ts'

interface ReviewStepProps {
  campaign: Campaign
  onGo: (step: Step) => void
}

/** Exactly what a launch at this moment would do, before anybody gets anything. */
export function ReviewStep({ campaign, onGo }: ReviewStepProps) {
  const { t } = useTranslation('campaign-new')
  const api = useApi()
  const { id } = campaign
  const review = useQuery({
    ...api.query(['campaigns', id, 'review'], (client, signal) =>
      client.GET('/api/v1/campaigns/{id}/review', { params: { path: { id } }, signal }),
    ),
    staleTime: 0,
  })
  if (review.error && !review.data) {
    return <ErrorState error={review.error} onRetry={() => void review.refetch()} />
  }
  if (!review.data) {
    return (
      <div className={classes.review} aria-busy>
        <Skeleton height="16rem" radius="lg" />
        <Skeleton height="12rem" radius="lg" />
      </div>
    )
  }
  const { problems, scheduleNote, waterfall, cost } = review.data
  return (
    <div className={classes.review}>
      {problems.length > 0 ? (
        <Problems problems={problems} campaign={campaign} onGo={onGo} />
      ) : (
        <Notice tone="good" icon={IconCircleCheck} title={t('review.readyTitle')}>
          {t('review.readyText')}
        </Notice>
      )}
      {scheduleNote && (
        <Notice tone="info" icon={IconClock} title={t('review.pace')}>
          {scheduleNote}
        </Notice>
      )}
      <RulesHint rules={review.data.unverifiedRules} />
      {waterfall.inSegment > 0 && (
        <div className={classes.two}>
          <Audience waterfall={waterfall} />
          <CostCard cost={cost} budget={campaign.budget} />
        </div>
      )}
      <Previews campaign={campaign} previews={review.data.previews} />
      {problems.length === 0 && <TestCard campaignId={id} />}
      <LaunchBar campaign={campaign} review={review.data} />
    </div>
  )
}

interface ProblemsProps extends ReviewStepProps {
  problems: CampaignReview['problems']
}

/** What stands in the way, each with the way to its cure. */
function Problems({ problems, campaign, onGo }: ProblemsProps) {
  const { t } = useTranslation('campaign-new')
  const { slug } = useBusiness()
  return (
    <Notice tone="bad" icon={IconAlertCircle} title={t('review.problems', { count: problems.length })}>
      <ul className={classes.problems}>
        {problems.map(({ code, message }) => {
          const cure = stepOfProblem(code)
          return (
            <li key={code}>
              <span>{message}</span>
              {code === 'channel_quality' && campaign.channelId ? (
                <LiftHold channelId={campaign.channelId} />
              ) : cure === 'channel' ? (
                <AnchorLink to="/b/$slug/standing" params={{ slug }} size="sm" underline="always">
                  {t('review.fix.channel')}
                </AnchorLink>
              ) : cure === 'prices' ? (
                <AnchorLink to="/b/$slug/settings/prices" params={{ slug }} size="sm" underline="always">
                  {t('review.fix.prices')}
                </AnchorLink>
              ) : cure === 'template' && campaign.templateId ? (
                <AnchorLink
                  to="/b/$slug/templates/$id"
                  params={{ slug, id: campaign.templateId }}
                  size="sm"
                  underline="always"
                >
                  {t('review.fix.template')}
                </AnchorLink>
              ) : (
                <button
                  type="button"
                  className={classes.fix}
                  onClick={() => onGo(cure === 'template' ? 'message' : cure)}
                >
                  {t('review.fix.step', { step: t(`steps.${cure === 'template' ? 'message' : cure}`) })}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}

function Audience({ waterfall }: { waterfall: CampaignReview['waterfall'] }) {
  const { t } = useTranslation(['campaign-new', 'campaign'])
  const detail = useReasonDetail()
  return (
    <Section title={t('review.audience')} lead={t('review.audienceLead')}>
      <Waterfall
        label={t('review.audience')}
        start={{ label: t('review.inSegment'), count: waterfall.inSegment }}
        steps={waterfall.steps.map((step) => ({
          key: step.reason,
          count: step.count,
          label: (
            <>
              {step.title}
              <small className={classes.detail}>{detail(step.reason)}</small>
            </>
          ),
        }))}
        end={{ label: t('review.toSend'), count: waterfall.toSend + waterfall.later }}
      />
      {waterfall.later > 0 && (
        <p className={classes.later}>{t('review.later', { count: waterfall.later })}</p>
      )}
    </Section>
  )
}

function Previews({ campaign, previews }: { campaign: Campaign; previews: CampaignReview['previews'] }) {
  const { t } = useTranslation('campaign-new')
  const { name } = useBusiness()
  const { channels } = useParts()
  if (previews.length === 0) return null
  const sender = channels.data?.find((each) => each.id === campaign.channelId)?.verifiedName || name
  return (
    <Section title={t('review.previews')} lead={t('review.previewsLead')}>
      <ul className={classes.previews}>
        {previews.map((preview) => (
          <li key={preview.contactId}>
            <h3>{preview.name ?? t('review.unnamed')}</h3>
            <PhonePreview sender={sender} content={preview.rendered} values={{}} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
