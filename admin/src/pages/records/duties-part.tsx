import { Button, Radio, SimpleGrid, Skeleton, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi, useChange } from '../../api/use-api.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { Section } from '../../design/section.tsx'
import { type DutyValues, dutiesOf, valuesOf } from './duty-values.ts'
import classes from './records.module.css'
import type { Duties } from './types.ts'

/** What no program can know: address, data protection officer, contracts, authority. */
export function DutiesPart() {
  const api = useApi()
  const duties = useQuery(
    api.query(['records', 'duties'], (client, signal) => client.GET('/api/v1/records/duties', { signal })),
  )
  if (duties.error) return <ErrorState error={duties.error} onRetry={() => void duties.refetch()} />
  if (!duties.data) return <Skeleton height="28rem" radius="lg" />
  return <DutiesForm duties={duties.data} />
}

function DutiesForm({ duties }: { duties: Duties }) {
  const { t } = useTranslation('records')
  const form = useForm<DutyValues>({ initialValues: valuesOf(duties) })
  const save = useChange(
    (client, values: DutyValues) =>
      client.PATCH('/api/v1/records/duties', { body: dutiesOf(values, duties) }),
    {
      touches: [['records']],
      done: t('saved'),
      onDone: (saved) => {
        form.setInitialValues(valuesOf(saved))
        form.setValues(valuesOf(saved))
      },
    },
  )
  const field = (key: keyof DutyValues) => ({ label: t(`duties.${key}`), ...form.getInputProps(key) })
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <div className={classes.stack}>
        <Section title={t('duties.who')} lead={t('duties.whoLead')}>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput {...field('address')} />
            <TextInput {...field('representative')} description={t('duties.representativeHint')} />
          </SimpleGrid>
        </Section>
        <Section title={t('duties.dpo')} lead={t('duties.dpoLead')}>
          <Stack>
            <Radio.Group {...form.getInputProps('dpoKind')} aria-label={t('duties.dpo')}>
              <Stack gap="xs">
                <Radio value="named" label={t('duties.dpoNamed')} />
                <Radio value="none" label={t('duties.dpoNone')} />
              </Stack>
            </Radio.Group>
            {form.values.dpoKind === 'named' && (
              <SimpleGrid cols={{ base: 1, sm: 2 }}>
                <TextInput {...field('dpoName')} required />
                <TextInput {...field('dpoContact')} required />
              </SimpleGrid>
            )}
            {form.values.dpoKind === 'none' && (
              <Textarea {...field('dpoReason')} required minLength={10} autosize minRows={2} />
            )}
          </Stack>
        </Section>
        <Section title={t('duties.contracts')} lead={t('duties.contractsLead')}>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput {...field('metaReference')} description={t('duties.metaHint')} />
            <TextInput {...field('metaOn')} type="date" required={form.values.metaReference !== ''} />
            <TextInput {...field('hosterName')} description={t('duties.hosterHint')} />
            <TextInput {...field('hosterCountry')} maxLength={2} required={form.values.hosterName !== ''} />
            <TextInput {...field('hosterReference')} />
            <TextInput {...field('hosterOn')} type="date" required={form.values.hosterReference !== ''} />
          </SimpleGrid>
        </Section>
        <Section title={t('duties.operator')} lead={t('duties.operatorLead')}>
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            <TextInput {...field('operatorName')} />
            <TextInput {...field('operatorAddress')} required={form.values.operatorName !== ''} />
            <TextInput {...field('operatorContact')} required={form.values.operatorName !== ''} />
          </SimpleGrid>
        </Section>
        <Section title={t('duties.more')} lead={t('duties.moreLead')}>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput {...field('authorityName')} />
            <TextInput {...field('authorityUrl')} type="url" placeholder="https://" />
            <TextInput
              {...field('breachHours')}
              type="number"
              min={1}
              max={240}
              description={t('duties.breachHoursHint')}
            />
            <Textarea {...field('measures')} description={t('duties.measuresHint')} autosize minRows={3} />
          </SimpleGrid>
          <div className={classes.actions}>
            <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
              {t('save')}
            </Button>
          </div>
        </Section>
      </div>
    </form>
  )
}
