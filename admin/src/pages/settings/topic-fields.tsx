import { SimpleGrid, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'

export interface TopicValues {
  name: { de: string; en: string }
  description: { de: string; en: string }
}

/** Name and description in both languages; people see them in the chat. */
export function TopicFields<T extends TopicValues>({ form }: { form: UseFormReturnType<T> }) {
  const { t } = useTranslation('settings')
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput
        label={t('topics.nameDe')}
        required
        withAsterisk={false}
        maxLength={60}
        {...form.getInputProps('name.de')}
      />
      <TextInput
        label={t('topics.nameEn')}
        required
        withAsterisk={false}
        maxLength={60}
        {...form.getInputProps('name.en')}
      />
      <TextInput
        label={t('topics.descriptionDe')}
        required
        withAsterisk={false}
        maxLength={200}
        {...form.getInputProps('description.de')}
      />
      <TextInput
        label={t('topics.descriptionEn')}
        required
        withAsterisk={false}
        maxLength={200}
        {...form.getInputProps('description.en')}
      />
    </SimpleGrid>
  )
}
