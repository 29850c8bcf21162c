import { Button, ScrollArea, SimpleGrid, Skeleton, Switch, Text } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CostComparison } from '../../api/cost-entities.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { Figure } from '../../design/figure.tsx'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './costs.module.css'
import { useCostNames } from './use-cost-names.ts'

/** Our bookings beside Meta's analytics, with what is behind each difference and what to do. */
export function Comparison({ month }: { month: string }) {
  const { t } = useTranslation('costs')
  const api = useApi()
  const format = useFormat()
  const found = useQuery(
    api.query(['costs', 'comparison', month], (client, signal) =>
      client.GET('/api/v1/costs/comparison', { params: { query: { month } }, signal }),
    ),
  )
  const ask = useChange(
    (client, asked: string) => client.POST('/api/v1/costs/comparison', { body: { month: asked } }),
    { touches: [['costs', 'comparison', month]], done: t('compare.asked') },
  )
  const { data } = found
  return (
    <Section
      title={t('compare.title')}
      lead={t('compare.lead')}
      aside={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRefresh size={15} />}
          loading={ask.isPending}
          onClick={() => ask.mutate(month)}
        >
          {t('compare.ask')}
        </Button>
      }
    >
      {found.error && !data ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : !data ? (
        <Skeleton height="6rem" />
      ) : (
        <>
          <Text size="sm" c="dimmed">
            {data.fetchedAt ? t('compare.at', { at: format.dateTime(data.fetchedAt) }) : t('compare.never')}
          </Text>
          {data.meta && <Totals data={data} meta={data.meta} />}
          {data.meta && <Days data={data} />}
        </>
      )}
    </Section>
  )
}

function Totals({ data, meta }: { data: CostComparison; meta: CostComparison['own'] }) {
  const { t } = useTranslation('costs')
  const format = useFormat()
  const cents = Math.round(data.own.cost * 100) - Math.round(meta.cost * 100)
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} my="md">
      <Figure
        label={t('compare.own')}
        value={format.money(data.own.cost, data.currency)}
        hint={t('compare.messages', { n: format.number(data.own.messages) })}
      />
      <Figure
        label={t('compare.meta')}
        value={format.money(meta.cost, data.currency)}
        hint={t('compare.messages', { n: format.number(meta.messages) })}
      />
      <Figure label={t('compare.difference')} value={format.money(cents / 100, data.currency)} />
    </SimpleGrid>
  )
}

function Days({ data }: { data: CostComparison }) {
  const { t } = useTranslation('costs')
  const format = useFormat()
  const names = useCostNames()
  const [only, setOnly] = useState(true)
  const rows = only ? data.days.filter((row) => !['same', 'not_asked'].includes(row.why)) : data.days
  // Each reason is explained once, however many rows have it.
  const told = [...new Set(rows.map((row) => row.why))].filter((why) => why !== 'same')
  const unasked = data.days.some((row) => row.why === 'not_asked')
  return (
    <>
      <Switch
        size="sm"
        label={t('compare.only')}
        checked={only}
        onChange={(event) => setOnly(event.currentTarget.checked)}
      />
      {unasked && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('compare.unasked')}
        </Text>
      )}
      {rows.length === 0 ? (
        <Text mt="sm">{t('compare.nothing')}</Text>
      ) : (
        <ScrollArea
          className={classes.scroll}
          type="auto"
          viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('compare.table') }}
        >
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('compare.day')}</th>
                <th scope="col" data-words>
                  {t('compare.market')}
                </th>
                <th scope="col">{t('compare.own')}</th>
                <th scope="col">{t('compare.meta')}</th>
                <th scope="col">{t('compare.difference')}</th>
                <th scope="col" data-words>
                  {t('compare.why')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.day} ${row.market}`}>
                  <th scope="row">{format.shortDate(`${row.day}T12:00:00`)}</th>
                  <td data-words>{names.market(row.market)}</td>
                  <td>
                    {format.money(row.own.cost, data.currency)}
                    <small>{t('compare.messages', { n: format.number(row.own.messages) })}</small>
                  </td>
                  <td>
                    {row.meta ? format.money(row.meta.cost, data.currency) : '–'}
                    {row.meta && (
                      <small>{t('compare.messages', { n: format.number(row.meta.messages) })}</small>
                    )}
                  </td>
                  <td>{row.meta ? format.money(row.difference, data.currency) : '–'}</td>
                  <td data-words>{t(`compare.shortly.${row.why}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
      {told.length > 0 && (
        <dl className={classes.whys}>
          {told.map((why) => (
            <div key={why}>
              <dt>{t(`compare.shortly.${why}`)}</dt>
              <dd>{t(`compare.whys.${why}`)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
