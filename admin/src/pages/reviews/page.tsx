import { IconReportAnalytics } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { KeysetTable } from '../../design/keyset-table.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { Section } from '../../design/section.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { DateTime } from '../../design/values.tsx'
import { wholeList } from '../../design/whole-list.ts'
import { useFormat } from '../../i18n/format.ts'

/** All quarterly reviews of the business, newest first. */
export default function ReviewsPage() {
  const { t } = useTranslation('reviews')
  const api = useApi()
  const format = useFormat()
  const navigate = useNavigate()
  const { slug } = useBusiness()
  const reviews = useQuery(
    api.query(['reviews'], (client, signal) => client.GET('/api/v1/reviews', { signal })),
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        back={{ to: `/b/${slug}/standing`, label: t('back') }}
      />
      <Section flush>
        <KeysetTable
          label={t('title')}
          query={wholeList({
            ...reviews,
            data: reviews.data?.map((each) => ({ ...each, id: each.quarter })),
          })}
          onOpen={({ quarter }) =>
            void navigate({ to: '/b/$slug/reviews/$quarter', params: { slug, quarter } })
          }
          empty={<EmptyState icon={IconReportAnalytics} title={t('emptyTitle')} text={t('emptyText')} />}
          columns={[
            {
              key: 'quarter',
              header: t('quarter'),
              cell: ({ quarter }) => t('name', { number: quarter.slice(6), year: quarter.slice(0, 4) }),
            },
            {
              key: 'delivered',
              header: t('delivered'),
              align: 'right',
              from: 'sm',
              cell: ({ delivered }) => format.number(delivered),
            },
            {
              key: 'optOuts',
              header: t('optOuts'),
              align: 'right',
              from: 'sm',
              cell: ({ optOuts }) => format.number(optOuts),
            },
            {
              key: 'suggestions',
              header: t('suggestions'),
              align: 'right',
              from: 'sm',
              cell: ({ suggestions }) => format.number(suggestions),
            },
            {
              key: 'proofs',
              header: t('proofs'),
              cell: ({ proofsHold }) =>
                proofsHold === null ? (
                  t('noProofs')
                ) : (
                  <ToneBadge tone={proofsHold ? 'good' : 'bad'}>
                    {t(proofsHold ? 'hold' : 'broken')}
                  </ToneBadge>
                ),
            },
            {
              key: 'made',
              header: t('made'),
              align: 'right',
              from: 'sm',
              cell: ({ madeAt }) => <DateTime at={madeAt} only="date" />,
            },
          ]}
        />
      </Section>
    </>
  )
}
