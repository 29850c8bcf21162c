import { Button, Checkbox, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import type { NewRate } from '../../api/cost-entities.ts'
import { useChange } from '../../api/use-api.ts'
import { SideSheet } from '../../design/side-sheet.tsx'
import { useFormat } from '../../i18n/format.ts'
import { useCostNames } from '../costs/use-cost-names.ts'
import { categories, markets, tiered } from './markets.ts'
import type { PhasedRate } from './price-order.ts'

interface Props {
  opened: boolean
  /** The rate to change; absent for a new one. */
  rate: PhasedRate | undefined
  currency: string
  onClose: () => void
}

/** A price from a day on; the same market, category, day and tier is replaced. */
export function PriceSheet({ opened, rate, currency, onClose }: Props) {
  const { t } = useTranslation('settings')
  return (
    <SideSheet opened={opened} onClose={onClose} title={t(rate ? 'prices.change' : 'prices.add')}>
      <PriceForm key={rate?.id ?? 'new'} rate={rate} currency={currency} onClose={onClose} />
    </SideSheet>
  )
}

type Values = Required<Omit<NewRate, 'effectiveTo' | 'tierTo' | 'price'>> & {
  price: number | string
  effectiveTo: string
  tierTo: number | string
}

function PriceForm({ rate, currency, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const names = useCostNames()
  const form = useForm<Values>({
    initialValues: {
      market: rate?.market ?? 'DE',
      category: rate?.category ?? 'marketing',
      currency: rate?.currency ?? currency,
      price: rate?.price ?? '',
      effectiveFrom: rate?.effectiveFrom ?? new Date().toISOString().slice(0, 10),
      effectiveTo: rate?.effectiveTo ?? '',
      tierFrom: rate?.tierFrom ?? 0,
      tierTo: rate?.tierTo ?? '',
      source: rate?.source ?? '',
      verified: true,
    },
  })
  const save = useChange((client, body: NewRate) => client.POST('/api/v1/price-rates', { body }), {
    touches: [['price-rates']],
    done: t('prices.added'),
    onDone: onClose,
    onProblem: (problem) => form.setErrors({ price: problem.detail, ...problem.fields }),
  })
  const isTiered = tiered.includes(form.values.category)
  const decimal = format.locale === 'de-DE' ? ',' : '.'
  return (
    <form
      onSubmit={form.onSubmit(({ effectiveTo, tierFrom, tierTo, price, ...values }) =>
        save.mutate({
          ...values,
          price: Number(price),
          effectiveTo: effectiveTo || null,
          tierFrom: isTiered ? Number(tierFrom) : 0,
          tierTo: isTiered && tierTo !== '' ? Number(tierTo) : null,
        }),
      )}
    >
      <Stack>
        <Select
          label={t('prices.market')}
          searchable
          allowDeselect={false}
          disabled={rate !== undefined}
          data={markets.map((value) => ({ value, label: names.market(value) }))}
          {...form.getInputProps('market')}
        />
        <Select
          label={t('prices.category')}
          allowDeselect={false}
          disabled={rate !== undefined}
          data={categories.map((value) => ({ value, label: names.category(value) }))}
          {...form.getInputProps('category')}
        />
        <NumberInput
          label={t('prices.price')}
          description={t('prices.priceHint')}
          suffix={` ${form.values.currency}`}
          decimalScale={5}
          decimalSeparator={decimal}
          min={0}
          max={1000}
          step={0.001}
          required
          withAsterisk={false}
          {...form.getInputProps('price')}
        />
        <SimpleGrid cols={2}>
          <TextInput
            type="date"
            label={t('prices.from')}
            required
            withAsterisk={false}
            disabled={rate !== undefined}
            {...form.getInputProps('effectiveFrom')}
          />
          <TextInput
            type="date"
            label={t('prices.to')}
            min={form.values.effectiveFrom}
            {...form.getInputProps('effectiveTo')}
          />
        </SimpleGrid>
        {isTiered && (
          <SimpleGrid cols={2}>
            <NumberInput
              label={t('prices.tierStart')}
              min={0}
              allowDecimal={false}
              disabled={rate !== undefined}
              {...form.getInputProps('tierFrom')}
            />
            <NumberInput
              label={t('prices.tierEnd')}
              min={1}
              allowDecimal={false}
              placeholder={t('prices.tierOpen')}
              {...form.getInputProps('tierTo')}
            />
          </SimpleGrid>
        )}
        <TextInput
          label={t('prices.source')}
          description={t('prices.sourceHint')}
          required
          withAsterisk={false}
          {...form.getInputProps('source')}
        />
        <Checkbox
          label={t('prices.verifiedHint')}
          {...form.getInputProps('verified', { type: 'checkbox' })}
        />
        <Button type="submit" loading={save.isPending}>
          {t('save')}
        </Button>
      </Stack>
    </form>
  )
}
