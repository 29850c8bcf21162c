import { Button, Group, NumberInput, Select, SimpleGrid, Skeleton } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Billing } from '../../api/cost-entities.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { Section } from '../../design/section.tsx'

/** The currencies that Meta bills WhatsApp in. */
const CURRENCIES = 'EUR USD GBP AED ARS AUD BRL CLP COP IDR INR MXN MYR PEN SAR SGD'.split(' ')

/** How Meta bills: currency, clock, and the free answers. */
export function BillingForm() {
  const { t } = useTranslation('settings')
  const api = useApi()
  const billing = useQuery(
    api.query(['billing'], (client, signal) => client.GET('/api/v1/billing', { signal })),
  )
  if (billing.error) return <ErrorState error={billing.error} onRetry={() => void billing.refetch()} />
  return (
    <Section title={t('billing.title')} lead={t('billing.lead')}>
      {billing.data ? <Fields billing={billing.data} /> : <Skeleton height="8rem" />}
    </Section>
  )
}

function Fields({ billing }: { billing: Billing }) {
  const { t } = useTranslation('settings')
  const { role } = useBusiness()
  const { currencyOpen, ...values } = billing
  const form = useForm({ initialValues: values })
  const save = useChange((client, body: typeof values) => client.PUT('/api/v1/billing', { body }), {
    touches: [['billing'], ['budgets'], ['price-rates']],
    done: t('saved'),
    onDone: ({ currencyOpen: _, ...saved }) => {
      form.setInitialValues(saved)
      form.setValues(saved)
    },
    onProblem: (problem) => form.setErrors({ currency: problem.detail, ...problem.fields }),
  })
  const zones = [...new Set([values.timeZone, ...Intl.supportedValuesOf('timeZone')])]
  const allowed = role === 'owner'
  return (
    <form onSubmit={form.onSubmit((changed) => save.mutate(changed))}>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <Select
          label={t('billing.currency')}
          description={t(currencyOpen ? 'billing.currencyHint' : 'billing.currencyFixed')}
          data={[...new Set([values.currency, ...CURRENCIES])]}
          searchable
          allowDeselect={false}
          disabled={!allowed || !currencyOpen}
          {...form.getInputProps('currency')}
        />
        <Select
          label={t('billing.timeZone')}
          description={t('billing.timeZoneHint')}
          data={zones}
          searchable
          allowDeselect={false}
          disabled={!allowed}
          {...form.getInputProps('timeZone')}
        />
        <NumberInput
          label={t('billing.freeService')}
          description={t('billing.freeServiceHint')}
          min={0}
          max={1_000_000}
          allowDecimal={false}
          required
          withAsterisk={false}
          disabled={!allowed}
          {...form.getInputProps('freeService')}
        />
      </SimpleGrid>
      {allowed && (
        <Group justify="flex-end" mt="md">
          <Button type="submit" disabled={!form.isDirty()} loading={save.isPending}>
            {t('save')}
          </Button>
        </Group>
      )}
    </form>
  )
}
