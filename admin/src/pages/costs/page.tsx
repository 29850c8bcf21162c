import { Button, Select, SimpleGrid, Skeleton, Stack } from '@mantine/core'
import { IconDownload, IconReceipt } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Costs } from '../../api/cost-entities.ts'
import { useDownload } from '../../api/download.ts'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { useFilter } from '../../app/use-filter.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { Figure } from '../../design/figure.tsx'
import { ButtonLink } from '../../design/links.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import { Comparison } from './comparison.tsx'
import { MonthsCard } from './months-card.tsx'
import { Parts } from './parts.tsx'
import { ServiceCard } from './service-card.tsx'

/** What messages cost, as Meta reported it: month by month, and what one month is made of. */
export default function CostsPage() {
  const { t } = useTranslation('costs')
  const api = useApi()
  const [month, setMonth] = useFilter('month')
  const costs = useQuery({
    ...api.query(['costs', month ?? ''], (client, signal) =>
      client.GET('/api/v1/costs', { params: { query: month ? { month } : {} }, signal }),
    ),
    placeholderData: keepPreviousData,
  })
  const { data } = costs
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={data && <Controls costs={data} onMonth={setMonth} />}
      />
      {costs.error && !data ? (
        <ErrorState error={costs.error} onRetry={() => void costs.refetch()} />
      ) : !data ? (
        <Stack gap="lg" aria-busy>
          <Skeleton height="18rem" radius="lg" />
          <Skeleton height="12rem" radius="lg" />
        </Stack>
      ) : (
        <Stack gap="lg">
          <MonthsCard costs={data} onMonth={setMonth} />
          {data.total.messages === 0 ? (
            <Section>
              <EmptyState icon={IconReceipt} title={t('emptyTitle')} text={t('emptyText')} />
            </Section>
          ) : (
            <Month costs={data} />
          )}
          <Comparison month={data.month} />
        </Stack>
      )}
    </>
  )
}

function Controls({ costs, onMonth }: { costs: Costs; onMonth: (month: string | undefined) => void }) {
  const { t } = useTranslation('costs')
  const format = useFormat()
  const file = useDownload()
  const { slug } = useBusiness()
  const months = costs.months.map(({ month }) => month).reverse()
  return (
    <>
      <Select
        aria-label={t('month')}
        w="11rem"
        value={costs.month}
        data={(months.includes(costs.month) ? months : [...months, costs.month]).map((value) => ({
          value,
          label: format.month(value),
        }))}
        allowDeselect={false}
        onChange={(value) => onMonth(value === months[0] ? undefined : (value ?? undefined))}
      />
      <ButtonLink to="/b/$slug/settings/budgets" params={{ slug }} variant="default">
        {t('budgets')}
      </ButtonLink>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} />}
        loading={file.busy}
        onClick={() =>
          void file.save({ path: `/api/v1/costs.csv?month=${costs.month}`, name: `costs-${costs.month}.csv` })
        }
      >
        {t('export')}
      </Button>
    </>
  )
}

function Month({ costs }: { costs: Costs }) {
  const { t } = useTranslation('costs')
  const format = useFormat()
  const { total, currency } = costs
  return (
    <>
      <Section title={format.month(costs.month)}>
        <SimpleGrid cols={{ base: 1, xs: 2, md: total.unpriced > 0 ? 3 : 4 }}>
          <Figure label={t('figures.amount')} value={format.money(total.amount, currency)} />
          <Figure
            label={t('figures.messages')}
            value={format.number(total.messages)}
            hint={t('figures.free', { n: format.number(total.messages - total.billed) })}
          />
          <Figure
            label={t('figures.perDelivered')}
            value={total.perDelivered === null ? '–' : format.money(total.perDelivered, currency, 4)}
          />
          <Figure
            label={t('figures.perRead')}
            value={total.perRead === null ? '–' : format.money(total.perRead.amount, currency, 4)}
            hint={
              total.perRead === null
                ? t('figures.perReadNone')
                : t('figures.perReadHint', {
                    n: format.number(total.perRead.messages),
                    days: format.days(total.perRead.from, total.perRead.through),
                  })
            }
          />
          {total.unpriced > 0 && (
            <Figure
              label={t('figures.unpriced')}
              value={format.number(total.unpriced)}
              hint={t('figures.unpricedHint')}
            />
          )}
        </SimpleGrid>
      </Section>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Parts of="markets" rows={costs.byMarket} currency={currency} />
        <Parts of="campaigns" rows={costs.byCampaign} currency={currency} />
        <Parts of="topics" rows={costs.byTopic} currency={currency} />
        <Parts of="categories" rows={costs.byCategory} currency={currency} />
      </SimpleGrid>
      {costs.service.length > 0 && <ServiceCard numbers={costs.service} />}
    </>
  )
}
