import { Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import type { Admission, ApplicationFields } from '../../api/entities.ts'
import { useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { Section } from '../../design/section.tsx'
import { SaveBar } from './save-bar.tsx'

/** What the business says about itself; it may be saved half done. */
export function AdmissionForm({ admission }: { admission: Admission }) {
  const { t } = useTranslation('settings')
  const { role } = useBusiness()
  const allowed = role === 'owner' && admission.state !== 'approved'
  const { application } = admission
  const [first = '', second = ''] = application.sampleTexts
  const form = useForm({
    initialValues: { ...application, first, second },
    transformValues: ({ first: one, second: two, ...values }): ApplicationFields => ({
      ...values,
      sampleTexts: [one, two, ...application.sampleTexts.slice(2)],
    }),
  })
  const save = useChange((client, body: ApplicationFields) => client.PUT('/api/v1/admission', { body }), {
    touches: [['admission']],
    done: t('admission.saved'),
    onDone: () => form.resetDirty(),
    onProblem: (problem) => form.setErrors(problem.fields),
  })
  const choices = (list: Admission['verticals']) =>
    list.map(({ key, name, refusal }) => ({
      value: key,
      label: refusal ? t('admission.notAllowed', { name }) : name,
    }))
  const refusal = admission.verticals.find(({ key }) => key === form.values.vertical)?.refusal
  const refusedOrigin = admission.listOrigins.find(({ key }) => key === form.values.listOrigin)?.refusal
  return (
    <Section title={t('admission.about')} lead={t('admission.aboutLead')}>
      <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack gap="md">
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Select
              label={t('admission.vertical')}
              data={choices(admission.verticals)}
              searchable
              disabled={!allowed}
              {...form.getInputProps('vertical')}
              error={refusal ?? form.errors.vertical}
            />
            <TextInput
              label={t('admission.registration')}
              description={t('admission.registrationHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              maxLength={200}
              readOnly={!allowed}
              {...form.getInputProps('registration')}
            />
            <TextInput
              label={t('admission.contactName')}
              maxLength={100}
              readOnly={!allowed}
              {...form.getInputProps('contactName')}
            />
            <TextInput
              label={t('admission.contactEmail')}
              type="email"
              maxLength={128}
              readOnly={!allowed}
              {...form.getInputProps('contactEmail')}
            />
          </SimpleGrid>
          <Select
            label={t('admission.listOrigin')}
            data={choices(admission.listOrigins)}
            disabled={!allowed}
            {...form.getInputProps('listOrigin')}
            error={refusedOrigin ?? form.errors.listOrigin}
          />
          <Textarea
            label={t('admission.listOriginText')}
            autosize
            minRows={2}
            maxLength={1000}
            readOnly={!allowed}
            {...form.getInputProps('listOriginText')}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Textarea
              label={t('admission.sample', { number: 1 })}
              autosize
              minRows={3}
              maxLength={1024}
              readOnly={!allowed}
              {...form.getInputProps('first')}
            />
            <Textarea
              label={t('admission.sample', { number: 2 })}
              autosize
              minRows={3}
              maxLength={1024}
              readOnly={!allowed}
              {...form.getInputProps('second')}
            />
          </SimpleGrid>
          {admission.state !== 'approved' && (
            <SaveBar
              dirty={form.isDirty()}
              loading={save.isPending}
              allowed={allowed}
              onReset={() => form.reset()}
            />
          )}
        </Stack>
      </form>
    </Section>
  )
}
