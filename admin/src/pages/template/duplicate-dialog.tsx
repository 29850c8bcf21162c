import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Template } from '../../api/campaign-entities.ts'
import { useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { useFormat } from '../../i18n/format.ts'
import { nameOf } from './draft.ts'
import { templateLanguages } from './languages.ts'

interface DuplicateDialogProps {
  template: Template
  opened: boolean
  onClose: () => void
}

/** A copy in another language keeps the name, so that a campaign finds both; one in the same language needs a new name. */
export function DuplicateDialog({ template, opened, onClose }: DuplicateDialogProps) {
  const { t } = useTranslation(['template', 'design'])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('duplicate.title')}
      closeButtonProps={{ 'aria-label': t('design:dialog.close') }}
    >
      <Fields template={template} onClose={onClose} />
    </Modal>
  )
}

function Fields({ template, onClose }: Pick<DuplicateDialogProps, 'template' | 'onClose'>) {
  const { t } = useTranslation(['template', 'design'])
  const format = useFormat()
  const navigate = useNavigate()
  const { slug } = useBusiness()
  const other = templateLanguages.find((each) => each.slice(0, 2) !== template.language.slice(0, 2)) ?? 'en'
  const form = useForm({ initialValues: { name: template.name, language: other as string } })
  const duplicate = useChange(
    (client, body: { name: string; language: string }) =>
      client.POST('/api/v1/templates/{id}/duplicate', { params: { path: { id: template.id } }, body }),
    {
      touches: [['templates']],
      done: t('duplicate.done'),
      onDone: (copy) => {
        onClose()
        void navigate({ to: '/b/$slug/templates/$id', params: { slug, id: copy.id } })
      },
    },
  )
  const same = form.values.language === template.language
  return (
    <form onSubmit={form.onSubmit((values) => duplicate.mutate(values))}>
      <Stack gap="md">
        <Text size="sm">{t('duplicate.text')}</Text>
        <Select
          label={t('language')}
          searchable
          data={templateLanguages.map((value) => ({
            value,
            label: format.language(value.replace('_', '-')),
          }))}
          {...form.getInputProps('language')}
        />
        <TextInput
          label={t('name')}
          description={same ? t('duplicate.sameLanguage') : t('duplicate.sameName')}
          value={form.values.name}
          onChange={(event) => form.setFieldValue('name', nameOf(event.currentTarget.value))}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('design:dialog.cancel')}
          </Button>
          <Button
            type="submit"
            data-autofocus
            loading={duplicate.isPending}
            disabled={!form.values.name || (same && form.values.name === template.name)}
          >
            {t('duplicate.go')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
