import { Button, Fieldset, Group, NumberInput, SimpleGrid, Skeleton, Stack, Switch } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ConsentPolicy } from '../../api/entities.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { Section } from '../../design/section.tsx'

/** How long questions and codes live, from which age people may sign up, whether they get a receipt. */
export function ConsentOptions() {
  const api = useApi()
  const policy = useQuery(
    api.query(['consent-policy'], (client, signal) => client.GET('/api/v1/consent-policy', { signal })),
  )
  if (policy.error) return <ErrorState error={policy.error} onRetry={() => void policy.refetch()} />
  if (!policy.data) return <Skeleton height="16rem" radius="lg" />
  return <OptionsForm policy={policy.data} />
}

function OptionsForm({ policy }: { policy: ConsentPolicy }) {
  const { t } = useTranslation('settings')
  const { role } = useBusiness()
  const form = useForm<ConsentPolicy>({ initialValues: policy })
  const save = useChange(
    (client, values: ConsentPolicy) => client.PUT('/api/v1/consent-policy', { body: values }),
    {
      touches: [['consent-policy']],
      done: t('saved'),
      onDone: (saved) => form.setInitialValues(saved),
      onProblem: (problem) => form.setErrors({ questionHours: problem.detail, ...problem.fields }),
    },
  )
  const number = (field: 'questionHours' | 'codeHours' | 'minimumAge', min: number, max: number) => (
    <NumberInput
      label={t(`consentOptions.${field}`)}
      description={t(`consentOptions.${field}Hint`)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      min={min}
      max={max}
      allowDecimal={false}
      required
      withAsterisk={false}
      {...form.getInputProps(field)}
    />
  )
  return (
    <Section title={t('consentOptions.title')} lead={t('consentOptions.lead')}>
      <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Fieldset variant="unstyled" disabled={role !== 'owner' && role !== 'dpo'}>
          <Stack>
            <SimpleGrid cols={{ base: 1, sm: 3 }}>
              {number('questionHours', 1, 168)}
              {number('codeHours', 1, 24)}
              {number('minimumAge', 13, 21)}
            </SimpleGrid>
            <Switch
              label={t('consentOptions.receipt')}
              description={t('consentOptions.receiptHint')}
              {...form.getInputProps('receipt', { type: 'checkbox' })}
            />
            <Group justify="flex-end">
              <Button type="submit" disabled={!form.isDirty()} loading={save.isPending}>
                {t('save')}
              </Button>
            </Group>
          </Stack>
        </Fieldset>
      </form>
    </Section>
  )
}
