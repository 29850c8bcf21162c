import { Select, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Choice } from '../../design/choice.tsx'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import { nameOf, withCategory, withLanguage } from './draft.ts'
import { fieldId } from './field-label.tsx'
import { useTemplateForm } from './form.ts'
import { templateLanguages } from './languages.ts'
import { Advice, useErrorsAt } from './notes.tsx'

/** What the template is called, in which language, and what it is for. */
export function AboutFields() {
  const { t } = useTranslation('template')
  const format = useFormat()
  const { draft, change, channels, fixed, categoryFixed, readOnly } = useTemplateForm()
  const locked = readOnly || fixed
  const known = templateLanguages.some((each) => each === draft.language)
  const languages = known ? templateLanguages : [...templateLanguages, draft.language]
  const category = useErrorsAt('category')
  return (
    <Section title={t('parts.about')}>
      <Stack gap="md">
        <TextInput
          id={fieldId('name')}
          label={t('name')}
          description={locked ? undefined : t('nameHint')}
          placeholder={t('namePlaceholder')}
          value={draft.name}
          readOnly={locked}
          {...useErrorsAt('name')}
          onChange={(event) => change({ ...draft, name: nameOf(event.currentTarget.value) })}
        />
        <Select
          id={fieldId('language')}
          label={t('language')}
          description={locked ? undefined : t('languageHint')}
          searchable
          disabled={locked}
          value={draft.language}
          {...useErrorsAt('language')}
          onChange={(language) => language && change(withLanguage(draft, language))}
          data={languages.map((value) => ({ value, label: format.language(value.replace('_', '-')) }))}
        />
        {channels.length > 1 && (
          <Select
            label={t('channel')}
            disabled={locked}
            value={draft.channelId}
            onChange={(channelId) => channelId && change({ ...draft, channelId })}
            data={channels.map((channel) => ({ value: channel.id, label: channel.name }))}
          />
        )}
        <div>
          <Choice
            id={fieldId('category')}
            label={t('category.label')}
            columns
            disabled={readOnly || categoryFixed}
            error={Boolean(category.error)}
            value={draft.category}
            onChange={(next) => change(withCategory(draft, next))}
            options={(['marketing', 'utility'] as const).map((value) => ({
              value,
              title: t(`category.${value}.title`),
              text: t(`category.${value}.text`),
            }))}
          />
          <Advice where="category" errors />
        </div>
      </Stack>
    </Section>
  )
}
