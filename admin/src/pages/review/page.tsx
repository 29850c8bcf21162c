import { Button, Skeleton, Stack, Text } from '@mantine/core'
import { IconFileTypePdf } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useDownload } from '../../api/download.ts'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import { FigureGrid } from './figure-grid.tsx'
import { FrequencySection } from './frequency-section.tsx'
import { GroupSection } from './group-section.tsx'
import { ProofSection } from './proof-section.tsx'
import classes from './review.module.css'

/** One quarterly review as it was made: findings first, then what they come from. */
export default function ReviewPage() {
  const { t, i18n } = useTranslation('review')
  const { quarter = '' } = useParams({ strict: false })
  const api = useApi()
  const format = useFormat()
  const file = useDownload()
  const { slug } = useBusiness()
  const review = useQuery(
    api.query(['reviews', quarter, i18n.language], (client, signal) =>
      client.GET('/api/v1/reviews/{quarter}', { params: { path: { quarter } }, signal }),
    ),
  )
  const back = { to: `/b/${slug}/reviews`, label: t('back') }
  const { data } = review
  if (!data) {
    return (
      <>
        <PageHeader title={t('plain')} back={back} />
        {review.error ? (
          <ErrorState error={review.error} onRetry={() => void review.refetch()} />
        ) : (
          <Stack gap="lg" aria-busy>
            <Skeleton height="10rem" radius="lg" />
            <Skeleton height="14rem" radius="lg" />
          </Stack>
        )}
      </>
    )
  }
  const kinds: Record<string, string> = t('requests.kinds', { returnObjects: true })
  return (
    <>
      <PageHeader
        back={back}
        title={t('title', { number: quarter.slice(6), year: quarter.slice(0, 4) })}
        lead={t('lead', {
          first: format.date(`${data.first}T12:00:00`),
          last: format.date(`${data.last}T12:00:00`),
          made: format.date(data.madeAt),
        })}
        actions={
          <Button
            leftSection={<IconFileTypePdf size="1rem" aria-hidden />}
            loading={file.busy}
            onClick={() =>
              void file.save({
                path: `/api/v1/reviews/${quarter}/review.pdf`,
                name: `review-${quarter}.pdf`,
              })
            }
          >
            {t('pdf', { language: format.language(i18n.language) })}
          </Button>
        }
      />
      <Stack gap="lg">
        <Section title={t('suggestions')} lead={t('suggestionsLead')}>
          {data.suggestions.length === 0 ? (
            t(data.figures.sent === 0 ? 'nothingSent' : 'noSuggestions')
          ) : (
            <ol className={classes.suggestions}>
              {data.suggestions.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ol>
          )}
        </Section>
        <div className={classes.pair}>
          <Findings title={t('well')} tone="good" texts={data.well} nothing={t('nothingWell')} />
          <Findings title={t('hurt')} tone="bad" texts={data.hurt} nothing={t('nothingHurt')} />
        </div>
        <FrequencySection frequency={data.frequency} />
        <Section title={t('figures.title')}>
          <FigureGrid figures={data.figures} before={data.before} />
        </Section>
        <GroupSection title={t('topics')} groups={data.topics} />
        <GroupSection title={t('campaigns')} groups={data.campaigns.slice(0, 10)} />
        <Section title={t('requests.title')}>
          {data.requests.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('none')}
            </Text>
          ) : (
            <ul className={classes.plain}>
              {data.requests.map(({ kind, count }) => (
                <li key={kind}>
                  {kinds[kind] ?? kind}: {format.number(count)}
                </li>
              ))}
            </ul>
          )}
        </Section>
        <ProofSection review={data} />
      </Stack>
    </>
  )
}

function Findings({
  title,
  tone,
  texts,
  nothing,
}: {
  title: string
  tone: 'good' | 'bad'
  texts: string[]
  nothing: string
}) {
  return (
    <Section title={title}>
      {texts.length === 0 ? (
        <Text size="sm" c="dimmed">
          {nothing}
        </Text>
      ) : (
        <ul className={classes.findings} data-tone={tone}>
          {texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}
