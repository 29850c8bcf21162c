import { ActionIcon, Button, Select, Text, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCoins, IconFileImport, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi, useChange } from '../../api/use-api.ts'
import { useFilter } from '../../app/use-filter.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { EmptyState } from '../../design/empty-state.tsx'
import { KeysetTable } from '../../design/keyset-table.tsx'
import { Section } from '../../design/section.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { DateTime, Money } from '../../design/values.tsx'
import { wholeList } from '../../design/whole-list.ts'
import { useFormat } from '../../i18n/format.ts'
import { useCostNames } from '../costs/use-cost-names.ts'
import { categories } from './markets.ts'
import { PriceImportSheet } from './price-import.tsx'
import { inOrder, type PhasedRate } from './price-order.ts'
import { PriceSheet } from './price-sheet.tsx'
import classes from './settings.module.css'

const priceDigits = 4

export default function PricesSettings() {
  const { t } = useTranslation('settings')
  const api = useApi()
  const format = useFormat()
  const [adding, add] = useDisclosure(false)
  const [importing, imports] = useDisclosure(false)
  const [changing, setChanging] = useState<PhasedRate>()
  const [leaving, setLeaving] = useState<string>()
  const [category, setCategory] = useFilter('category')
  const billing = useQuery(
    api.query(['billing'], (client, signal) => client.GET('/api/v1/billing', { signal })),
  )
  const currency = billing.data?.currency ?? 'EUR'
  const today = new Date().toISOString().slice(0, 10)
  const rates = useQuery({
    ...api.query(['price-rates'], (client, signal) => client.GET('/api/v1/price-rates', { signal })),
    select: (all) =>
      inOrder(
        all.filter((rate) => rate.category === (category ?? 'marketing') && rate.currency === currency),
        today,
      ),
  })
  const remove = useChange(
    (client, id: string) => client.DELETE('/api/v1/price-rates/{id}', { params: { path: { id } } }),
    { touches: [['price-rates']], done: t('prices.removed'), onDone: () => setLeaving(undefined) },
  )
  const names = useCostNames()
  const spanOf = ({ effectiveFrom, effectiveTo, phase }: PhasedRate) =>
    effectiveTo
      ? t('prices.span', { from: format.date(effectiveFrom), until: format.date(effectiveTo) })
      : phase === 'past'
        ? t('prices.past')
        : t('prices.future', { date: format.date(effectiveFrom) })
  return (
    <>
      <Section
        flush
        title={t('prices.title')}
        lead={t('prices.lead')}
        aside={
          <>
            <Select
              size="xs"
              w="10rem"
              aria-label={t('prices.category')}
              value={category ?? 'marketing'}
              onChange={(value) => setCategory(value === 'marketing' ? undefined : value)}
              data={categories.map((value) => ({ value, label: names.category(value) }))}
            />
            <Button
              size="xs"
              variant="default"
              leftSection={<IconFileImport size={15} />}
              onClick={imports.open}
            >
              {t('priceImport.open')}
            </Button>
            <Button size="xs" leftSection={<IconPlus size={15} />} onClick={add.open}>
              {t('prices.add')}
            </Button>
          </>
        }
      >
        <KeysetTable
          label={t('prices.title')}
          query={wholeList(rates)}
          onOpen={setChanging}
          empty={<EmptyState icon={IconCoins} title={t('prices.emptyTitle')} text={t('prices.emptyText')} />}
          columns={[
            {
              key: 'market',
              header: t('prices.market'),
              cell: (rate) => (
                <>
                  <div className={classes.strong}>
                    {names.market(rate.market)}
                    {rate.tierFrom > 0 &&
                      ` · ${t('prices.tierFrom', { from: format.number(rate.tierFrom) })}`}
                  </div>
                  <Text size="xs" c="dimmed" lineClamp={1} title={rate.source} maw="22rem" visibleFrom="sm">
                    {rate.source}
                  </Text>
                  <Text size="xs" c="dimmed" hiddenFrom="sm">
                    {spanOf(rate)}
                    {!rate.verified && `, ${t('prices.derived')}`}
                  </Text>
                </>
              ),
            },
            {
              key: 'price',
              header: t('prices.price'),
              align: 'right',
              cell: (rate) => <Money value={rate.price} currency={rate.currency} digits={priceDigits} />,
            },
            {
              key: 'from',
              header: t('prices.from'),
              from: 'sm',
              cell: (rate) =>
                rate.phase === 'future' ? (
                  <ToneBadge tone="plan">
                    {t('prices.future', { date: format.date(rate.effectiveFrom) })}
                  </ToneBadge>
                ) : (
                  <>
                    <DateTime at={rate.effectiveFrom} only="date" />
                    {(rate.phase === 'past' || rate.effectiveTo) && (
                      <Text size="xs" c="dimmed" className={classes.whole}>
                        {rate.effectiveTo
                          ? t('prices.until', { date: format.date(rate.effectiveTo) })
                          : t('prices.past')}
                      </Text>
                    )}
                  </>
                ),
            },
            {
              key: 'verified',
              header: t('prices.checked'),
              from: 'md',
              cell: (rate) =>
                rate.verified ? (
                  <ToneBadge tone="good">{t('prices.verified')}</ToneBadge>
                ) : (
                  <ToneBadge tone="warn">{t('prices.derived')}</ToneBadge>
                ),
            },
            {
              key: 'remove',
              header: '',
              align: 'right',
              width: '3.5rem',
              cell: (rate) => (
                <Tooltip label={t('remove')}>
                  <ActionIcon
                    aria-label={t('prices.removeOf', { market: names.market(rate.market) })}
                    onClick={(event) => {
                      event.stopPropagation()
                      setLeaving(rate.id)
                    }}
                  >
                    <IconTrash size={16} stroke={1.7} />
                  </ActionIcon>
                </Tooltip>
              ),
            },
          ]}
        />
      </Section>
      <ConfirmDialog
        opened={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        onConfirm={() => leaving && remove.mutate(leaving)}
        title={t('prices.removeTitle')}
        confirmLabel={t('remove')}
        danger
        loading={remove.isPending}
      >
        {t('prices.removeText')}
      </ConfirmDialog>
      <PriceSheet
        opened={adding || changing !== undefined}
        rate={changing}
        currency={currency}
        onClose={() => {
          add.close()
          setChanging(undefined)
        }}
      />
      <PriceImportSheet opened={importing} onClose={imports.close} />
    </>
  )
}
