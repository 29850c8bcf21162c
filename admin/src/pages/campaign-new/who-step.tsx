import { Loader, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Rules } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { Choice } from '../../design/choice.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { Figure } from '../../design/figure.tsx'
import { AnchorLink } from '../../design/links.tsx'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './campaign-new.module.css'
import { useParts, useTopicWords } from './use-parts.ts'
import type { StepProps } from './wizard.tsx'

const everybody = 'everybody'

/** Everybody with a yes, or a segment of them; consent decides in either case. */
export function WhoStep({ draft, change }: StepProps) {
  const { t } = useTranslation('campaign-new')
  const { slug } = useBusiness()
  const { segments, topics } = useParts()
  const words = useTopicWords()
  const topic = topics.data?.find((each) => each.id === draft.topicId)
  const name = topic ? words(topic).name : t('who.noTopic')
  const withTopic: Rules = {
    match: 'all',
    groups: draft.topicId
      ? [{ match: 'all', rules: [{ field: 'topic', op: 'confirmed', value: draft.topicId }] }]
      : [],
  }
  if (segments.error && !segments.data) {
    return <ErrorState error={segments.error} onRetry={() => void segments.refetch()} />
  }
  const chosen = segments.data?.find((each) => each.id === draft.segmentId)
  return (
    <Section title={t('steps.who')} lead={t('who.lead')}>
      {segments.isPending ? (
        <Skeleton height="12rem" />
      ) : (
        <div className={classes.who}>
          <div>
            <Choice
              label={t('who.audience')}
              value={draft.segmentId ?? everybody}
              onChange={(value) => change({ segmentId: value === everybody ? null : value })}
              options={[
                {
                  value: everybody,
                  title: t('who.everybody'),
                  text: t('who.everybodyText', { topic: name }),
                  aside: <Count rules={withTopic} />,
                },
                ...(segments.data ?? []).map((segment) => ({
                  value: segment.id,
                  title: segment.name,
                  aside: <Count rules={segment.rules} />,
                })),
              ]}
            />
            <Text size="sm" mt="sm">
              <AnchorLink to="/b/$slug/segments/$id" params={{ slug, id: 'new' }} size="sm">
                {t('who.newSegment')}
              </AnchorLink>
            </Text>
          </div>
          <Reach rules={chosen?.rules ?? withTopic} topicId={draft.topicId ?? null} topic={name} />
        </div>
      )}
    </Section>
  )
}

function useCount(rules: Rules) {
  const api = useApi()
  return useQuery(
    api.query(['segments', 'count', rules], (client, signal) =>
      client.POST('/api/v1/segments/count', { body: { rules }, signal }),
    ),
  )
}

function Count({ rules }: { rules: Rules }) {
  const { t } = useTranslation('campaign-new')
  const format = useFormat()
  const { data, isPending } = useCount(rules)
  if (isPending) return <Loader size={12} color="gray" aria-label={t('who.counting')} />
  if (!data) return null
  const number = format.number(data.count)
  return <>{data.capped ? t('who.atLeast', { number }) : number}</>
}

/** How many of the chosen people the topic's yes covers: the others are left out. */
function Reach({ rules, topicId, topic }: { rules: Rules; topicId: string | null; topic: string }) {
  const { t } = useTranslation('campaign-new')
  const format = useFormat()
  const { data, error } = useCount(rules)
  const confirmed = topicId ? data?.confirmedByTopic[topicId] : undefined
  if (error) return null
  return (
    <div className={classes.reach} aria-live="polite">
      <Figure
        label={t('who.reach', { topic })}
        value={data && (confirmed === undefined ? '–' : format.number(confirmed))}
        hint={data && t('who.of', { count: data.count, number: format.number(data.count) })}
      />
      <Text size="sm" c="dimmed" mt="sm">
        {t('who.reachText')}
      </Text>
    </div>
  )
}
