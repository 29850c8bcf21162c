import { Fieldset, Select, SimpleGrid, Skeleton, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Business, Language } from '../../api/entities.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { meQuery, queryClient } from '../../app/queries.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { Section } from '../../design/section.tsx'
import { StateBadge } from '../../design/state-badge.tsx'
import { useFormat } from '../../i18n/format.ts'
import { countries } from './countries.ts'
import { SaveBar } from './save-bar.tsx'

const timeZones = Intl.supportedValuesOf('timeZone')

export default function BusinessSettings() {
  const api = useApi()
  const business = useQuery(
    api.query(['business'], (client, signal) => client.GET('/api/v1/business', { signal })),
  )
  if (business.error) return <ErrorState error={business.error} onRetry={() => void business.refetch()} />
  if (!business.data) return <Skeleton height="28rem" radius="lg" />
  return <BusinessForm business={business.data} />
}

type Values = Record<
  'name' | 'legalName' | 'country' | 'timeZone' | 'privacyUrl' | 'imprintUrl' | 'contactEmail' | 'dpoEmail',
  string
> & {
  language: Language
}

const valuesOf = (business: Business): Values => ({
  name: business.name,
  legalName: business.legalName,
  country: business.country,
  language: business.language,
  timeZone: business.timeZone,
  privacyUrl: business.privacyUrl ?? '',
  imprintUrl: business.imprintUrl ?? '',
  contactEmail: business.contactEmail ?? '',
  dpoEmail: business.dpoEmail ?? '',
})

function BusinessForm({ business }: { business: Business }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { role } = useBusiness()
  const form = useForm<Values>({ initialValues: valuesOf(business) })
  const save = useChange(
    (client, values: Values) =>
      client.PATCH('/api/v1/business', {
        body: {
          ...values,
          privacyUrl: values.privacyUrl || null,
          imprintUrl: values.imprintUrl || null,
          contactEmail: values.contactEmail || null,
          dpoEmail: values.dpoEmail || null,
        },
      }),
    {
      touches: [['business']],
      done: t('saved'),
      onDone: (saved) => {
        form.setInitialValues(valuesOf(saved))
        form.setValues(valuesOf(saved))
        void queryClient.invalidateQueries({ queryKey: meQuery.queryKey })
      },
      onProblem: (problem) => form.setErrors(problem.fields),
    },
  )
  const allowed = role === 'owner'
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Fieldset variant="unstyled" disabled={!allowed}>
        <Stack gap="lg">
          <Section
            title={t('business.brand')}
            lead={t('business.brandLead')}
            aside={<StateBadge kind="business" state={business.state} />}
          >
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <TextInput label={t('business.name')} required {...form.getInputProps('name')} />
              <TextInput
                label={t('business.contactEmail')}
                type="email"
                {...form.getInputProps('contactEmail')}
              />
              <Select
                label={t('business.language')}
                data={['de', 'en'].map((code) => ({ value: code, label: format.language(code) }))}
                {...form.getInputProps('language')}
              />
              <Select
                label={t('business.timeZone')}
                searchable
                data={timeZones}
                {...form.getInputProps('timeZone')}
              />
            </SimpleGrid>
          </Section>
          <Section title={t('business.legal')} lead={t('business.legalLead')}>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <TextInput label={t('business.legalName')} required {...form.getInputProps('legalName')} />
              <Select
                label={t('business.country')}
                searchable
                data={countries.map((code) => ({ value: code, label: format.country(code) }))}
                {...form.getInputProps('country')}
              />
              <TextInput
                label={t('business.privacyUrl')}
                type="url"
                placeholder="https://"
                {...form.getInputProps('privacyUrl')}
              />
              <TextInput
                label={t('business.imprintUrl')}
                type="url"
                placeholder="https://"
                {...form.getInputProps('imprintUrl')}
              />
              <TextInput
                label={t('business.dpoEmail')}
                description={t('business.dpoEmailHint')}
                type="email"
                {...form.getInputProps('dpoEmail')}
              />
            </SimpleGrid>
          </Section>
          <SaveBar dirty={form.isDirty()} loading={save.isPending} allowed={allowed} onReset={form.reset} />
        </Stack>
      </Fieldset>
    </form>
  )
}
