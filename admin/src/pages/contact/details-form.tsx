import { Button, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import type { ContactCard, ContactField } from '../../api/entities.ts'
import { useChange } from '../../api/use-api.ts'
import { SideSheet } from '../../design/side-sheet.tsx'
import { useFormat } from '../../i18n/format.ts'
import { attributesOf, valuesOf } from './details-values.ts'

const chatLanguages = ['de', 'en', 'fr', 'it', 'es', 'nl', 'tr', 'pl', 'pt', 'ru', 'uk', 'ar']

interface DetailsFormProps {
  opened: boolean
  onClose: () => void
  contact: ContactCard
  fields: ContactField[]
}

/** Name, language and the declared fields. Number and consent are not for anybody to type. */
export function DetailsForm({ opened, onClose, contact, fields }: DetailsFormProps) {
  const { t } = useTranslation('contact')
  return (
    <SideSheet opened={opened} onClose={onClose} title={t('details.editTitle')}>
      <Form contact={contact} fields={fields} onClose={onClose} />
    </SideSheet>
  )
}

/** Inside the sheet, so that it starts with the present values each time it opens. */
function Form({ contact, fields, onClose }: Omit<DetailsFormProps, 'opened'>) {
  const { t } = useTranslation('contact')
  const format = useFormat()
  const form = useForm({ initialValues: valuesOf(contact, fields) })
  const save = useChange(
    (client, values: typeof form.values) =>
      client.PATCH('/api/v1/contacts/{id}', {
        params: { path: { id: contact.id } },
        body: {
          name: values.name.trim() || null,
          ...(values.language ? { language: values.language } : {}),
          attributes: attributesOf(values.attributes, fields),
        },
      }),
    {
      touches: [
        ['contacts', contact.id],
        ['contacts', 'list'],
        ['conversations', 'list'],
      ],
      done: t('details.saved'),
      onDone: onClose,
      onProblem: (problem) =>
        form.setErrors({
          ...problem.fields,
          ...(Object.keys(problem.fields).length ? {} : { name: problem.detail }),
        }),
    },
  )
  const languages = [...new Set([...(contact.language ? [contact.language] : []), ...chatLanguages])]
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="md">
        <TextInput
          label={t('details.name')}
          description={t('details.nameHint')}
          {...form.getInputProps('name')}
          data-autofocus
        />
        <Select
          label={t('details.language')}
          searchable
          data={languages.map((code) => ({ value: code, label: format.language(code) }))}
          {...form.getInputProps('language')}
        />
        {fields.map((field) => {
          const props = form.getInputProps(`attributes.${field.key}`)
          if (field.type === 'number')
            return (
              <NumberInput
                key={field.key}
                label={field.label}
                description={field.purpose}
                hideControls
                {...props}
              />
            )
          if (field.type === 'boolean')
            return (
              <Select
                key={field.key}
                label={field.label}
                description={field.purpose}
                placeholder={t('details.empty')}
                clearable
                data={[
                  { value: 'true', label: t('details.yes') },
                  { value: 'false', label: t('details.no') },
                ]}
                {...props}
              />
            )
          return (
            <TextInput
              key={field.key}
              label={field.label}
              description={field.purpose}
              type={field.type === 'date' ? 'date' : 'text'}
              {...props}
            />
          )
        })}
        <Button type="submit" loading={save.isPending}>
          {t('details.save')}
        </Button>
      </Stack>
    </form>
  )
}
