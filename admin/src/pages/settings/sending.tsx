import { Fieldset, NumberInput, SimpleGrid, Skeleton, Stack, Switch, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SendingPolicy } from '../../api/entities.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { Section } from '../../design/section.tsx'
import { DateTime } from '../../design/values.tsx'
import { RulePacks } from './rule-packs.tsx'
import { SaveBar } from './save-bar.tsx'

export default function SendingSettings() {
  const api = useApi()
  const policy = useQuery(
    api.query(['sending-policy'], (client, signal) => client.GET('/api/v1/sending-policy', { signal })),
  )
  if (policy.error) return <ErrorState error={policy.error} onRetry={() => void policy.refetch()} />
  if (!policy.data) return <Skeleton height="28rem" radius="lg" />
  return (
    <>
      <SendingForm policy={policy.data} />
      <RulePacks />
    </>
  )
}

type Rules = SendingPolicy['defaults']
type Values = Rules & { reason: string }

const rulesOf = (policy: Rules): Rules => ({
  marketingPer7Days: policy.marketingPer7Days,
  marketingPer30Days: policy.marketingPer30Days,
  quietHours: policy.quietHours,
  holdAfterMonths: policy.holdAfterMonths,
  expireAfterMonths: policy.expireAfterMonths,
  warmUpDays: policy.warmUpDays,
})

/** How often and when; every change says why, because these rules protect people and the number. */
function SendingForm({ policy }: { policy: SendingPolicy }) {
  const { t } = useTranslation('settings')
  const { role } = useBusiness()
  const form = useForm<Values>({ initialValues: { ...rulesOf(policy), reason: '' } })
  const save = useChange((client, values: Values) => client.PUT('/api/v1/sending-policy', { body: values }), {
    touches: [['sending-policy']],
    done: t('saved'),
    onDone: (saved) => {
      const values = { ...rulesOf(saved), reason: '' }
      form.setInitialValues(values)
      form.setValues(values)
    },
    onProblem: (problem) => form.setErrors({ reason: problem.detail, ...problem.fields }),
  })
  const allowed = role === 'owner'
  const number = (field: Exclude<keyof Rules, 'quietHours'>, max: number) => (
    <NumberInput
      label={t(`sending.${field}`)}
      description={t('sending.usual', { value: policy.defaults[field] })}
      min={1}
      max={max}
      allowDecimal={false}
      required
      withAsterisk={false}
      {...form.getInputProps(field)}
    />
  )
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Fieldset variant="unstyled" disabled={!allowed}>
        <Stack gap="lg">
          <Section title={t('sending.often')} lead={t('sending.oftenLead')}>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              {number('marketingPer7Days', 1000)}
              {number('marketingPer30Days', 1000)}
            </SimpleGrid>
          </Section>
          <Section title={t('sending.when')} lead={t('sending.whenLead')}>
            <Switch
              label={t('sending.quietHours')}
              description={t('sending.quietHoursHint')}
              {...form.getInputProps('quietHours', { type: 'checkbox' })}
            />
          </Section>
          <Section title={t('sending.silence')} lead={t('sending.silenceLead')}>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              {number('holdAfterMonths', 12)}
              {number('expireAfterMonths', 24)}
            </SimpleGrid>
          </Section>
          <Section title={t('sending.warmUp')} lead={t('sending.warmUpLead')}>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>{number('warmUpDays', 30)}</SimpleGrid>
          </Section>
          <Section title={t('sending.why')} lead={t('sending.whyLead')}>
            <Stack gap="xs">
              {policy.reason && policy.updatedAt && (
                <Text size="sm">
                  {t('sending.last')} <DateTime at={policy.updatedAt} />: {policy.reason}
                </Text>
              )}
              <Textarea
                label={t('sending.reason')}
                autosize
                minRows={2}
                minLength={3}
                maxLength={500}
                required={form.isDirty()}
                withAsterisk={false}
                {...form.getInputProps('reason')}
              />
            </Stack>
          </Section>
          <SaveBar dirty={form.isDirty()} loading={save.isPending} allowed={allowed} onReset={form.reset} />
        </Stack>
      </Fieldset>
    </form>
  )
}
