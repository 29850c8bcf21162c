import { Button, Checkbox, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import type { PriceRate } from '../../api/entities.ts'
import { useChange } from '../../api/use-api.ts'
import { SideSheet } from '../../design/side-sheet.tsx'
import { useFormat } from '../../i18n/format.ts'
import { categories, marketName, markets } from './markets.ts'

/** A price from a day on; the same market, category and day is replaced. */
export function PriceSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('settings')
  return (
    <SideSheet opened={opened} onClose={onClose} title={t('prices.add')}>
      <PriceForm onClose={onClose} />
    </SideSheet>
  )
}

function PriceForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const words: Record<string, string> = t('prices.markets', { returnObjects: true })
  const form = useForm<Omit<PriceRate, 'id'>>({
    initialValues: {
      market: 'DE',
      category: 'marketing',
      currency: 'EUR',
      price: 0,
      effectiveFrom: new Date().toISOString().slice(0, 10),
      source: '',
      verified: true,
    },
  })
  const save = useChange(
    (client, rate: Omit<PriceRate, 'id'>) => client.POST('/api/v1/price-rates', { body: rate }),
    {
      touches: [['price-rates']],
      done: t('prices.added'),
      onDone: onClose,
      onProblem: (problem) => form.setErrors({ price: problem.detail, ...problem.fields }),
    },
  )
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack>
        <Select
          label={t('prices.market')}
          searchable
          data={markets.map((value) => ({ value, label: marketName(value, words, format) }))}
          {...form.getInputProps('market')}
        />
        <Select
          label={t('prices.category')}
          data={categories.map((value) => ({ value, label: t(`prices.categories.${value}`) }))}
          {...form.getInputProps('category')}
        />
        <NumberInput
          label={t('prices.price')}
          description={t('prices.priceHint')}
          suffix=" €"
          decimalScale={5}
          decimalSeparator={format.locale === 'de-DE' ? ',' : '.'}
          min={0}
          max={100}
          step={0.001}
          required
          withAsterisk={false}
          {...form.getInputProps('price')}
        />
        <TextInput
          type="date"
          label={t('prices.from')}
          required
          withAsterisk={false}
          {...form.getInputProps('effectiveFrom')}
        />
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
