import { Button, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import type { ContactField } from '../../api/entities.ts'
import { useChange } from '../../api/use-api.ts'
import { SideSheet } from '../../design/side-sheet.tsx'
import { keyOfLabel } from './key-of-label.ts'

const types = ['text', 'number', 'date', 'boolean'] as const

/** Declares a field; its purpose is asked first, because data without a purpose must not be kept (C-46). */
export function FieldSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('settings')
  return (
    <SideSheet opened={opened} onClose={onClose} title={t('fields.add')}>
      <FieldForm onClose={onClose} />
    </SideSheet>
  )
}

function FieldForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings')
  const form = useForm<ContactField>({ initialValues: { key: '', label: '', type: 'text', purpose: '' } })
  const create = useChange(
    (client, field: ContactField) => client.POST('/api/v1/contact-fields', { body: field }),
    {
      touches: [['contact-fields']],
      done: t('fields.added'),
      onDone: onClose,
      onProblem: (problem) => form.setErrors({ key: problem.detail, ...problem.fields }),
    },
  )
  const setLabel = (label: string) => {
    const untouched = form.values.key === keyOfLabel(form.values.label)
    form.setValues({ label, ...(untouched ? { key: keyOfLabel(label) } : {}) })
  }
  return (
    <form onSubmit={form.onSubmit((values) => create.mutate(values))}>
      <Stack>
        <TextInput
          label={t('fields.label')}
          required
          withAsterisk={false}
          data-autofocus
          {...form.getInputProps('label')}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <TextInput
          label={t('fields.key')}
          description={t('fields.keyHint')}
          required
          withAsterisk={false}
          {...form.getInputProps('key')}
        />
        <Select
          label={t('fields.type')}
          data={types.map((value) => ({ value, label: t(`fields.types.${value}`) }))}
          {...form.getInputProps('type')}
        />
        <Textarea
          label={t('fields.purpose')}
          description={t('fields.purposeHint')}
          required
          withAsterisk={false}
          minLength={10}
          autosize
          minRows={2}
          {...form.getInputProps('purpose')}
        />
        <Button type="submit" loading={create.isPending}>
          {t('fields.add')}
        </Button>
      </Stack>
    </form>
  )
}
