import { Select, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Content, TemplateDraft } from '../../api/campaign-entities.ts'
import type { Channel } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { Choice } from '../../design/choice.tsx'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import { BodyField } from './body-field.tsx'
import { ButtonsField } from './buttons-field.tsx'
import { nameOf, variablesOf, withCategory, withLanguage } from './draft.ts'
import { FieldLabel, fieldId } from './field-label.tsx'
import { HeaderField } from './header-field.tsx'
import { templateLanguages } from './languages.ts'

interface FieldsProps {
  draft: TemplateDraft
  onChange: (draft: TemplateDraft) => void
  channels: Channel[]
  /** What Meta holds cannot be renamed: only its content changes. */
  fixed: boolean
  readOnly: boolean
  errorAt: (where: string) => string | undefined
}

/** The form at the left: what it is called, what it says, how it is answered. */
export function Fields({ draft, onChange, channels, fixed, readOnly, errorAt }: FieldsProps) {
  const { t } = useTranslation('template')
  const { content } = draft
  const setContent = (part: Partial<Content>) => onChange({ ...draft, content: { ...content, ...part } })
  return (
    <Stack gap="lg">
      <About {...{ draft, onChange, channels, fixed, readOnly, errorAt }} />
      <Section title={t('parts.message')}>
        <Stack gap="md">
          <HeaderField
            value={content.header}
            onChange={(header) => setContent({ header })}
            readOnly={readOnly}
            error={errorAt('header')}
          />
          <BodyField
            value={content.body}
            onChange={(body) => setContent({ body })}
            offered={useOffered(content)}
            readOnly={readOnly}
            error={errorAt('body')}
          />
          <Samples
            content={content}
            onChange={(samples) => setContent({ samples })}
            readOnly={readOnly}
            errorAt={errorAt}
          />
          <TextInput
            id={fieldId('footer')}
            label={
              <FieldLabel text={content.footer ?? ''} limit={60}>
                {t('footer')}
              </FieldLabel>
            }
            labelProps={{ style: { width: '100%' } }}
            value={content.footer ?? ''}
            readOnly={readOnly}
            error={errorAt('footer')}
            onChange={(event) => setContent({ footer: event.currentTarget.value })}
          />
        </Stack>
      </Section>
      <Section title={t('parts.buttons')}>
        <ButtonsField
          buttons={content.buttons}
          onChange={(buttons) => setContent({ buttons })}
          language={draft.language}
          marketing={draft.category === 'marketing'}
          readOnly={readOnly}
          errorAt={errorAt}
        />
      </Section>
    </Stack>
  )
}

function About({ draft, onChange, channels, fixed, readOnly, errorAt }: FieldsProps) {
  const { t } = useTranslation('template')
  const format = useFormat()
  const locked = readOnly || fixed
  const known = templateLanguages.some((each) => each === draft.language)
  const languages = known ? templateLanguages : [...templateLanguages, draft.language]
  return (
    <Section title={t('parts.about')}>
      <Stack gap="md">
        <TextInput
          id={fieldId('name')}
          label={t('name')}
          description={t('nameHint')}
          placeholder={t('namePlaceholder')}
          value={draft.name}
          readOnly={locked}
          error={errorAt('name')}
          onChange={(event) => onChange({ ...draft, name: nameOf(event.currentTarget.value) })}
        />
        <Select
          id={fieldId('language')}
          label={t('language')}
          description={t('languageHint')}
          searchable
          disabled={locked}
          value={draft.language}
          error={errorAt('language')}
          onChange={(language) => language && onChange(withLanguage(draft, language))}
          data={languages.map((value) => ({ value, label: format.language(value.replace('_', '-')) }))}
        />
        {channels.length > 1 && (
          <Select
            label={t('channel')}
            disabled={locked}
            value={draft.channelId}
            onChange={(channelId) => channelId && onChange({ ...draft, channelId })}
            data={channels.map((channel) => ({ value: channel.id, label: channel.name }))}
          />
        )}
        <Choice
          id={fieldId('category')}
          label={t('category.label')}
          columns
          disabled={locked}
          error={errorAt('category')}
          value={draft.category}
          onChange={(category) => onChange(withCategory(draft, category))}
          options={(['marketing', 'utility'] as const).map((value) => ({
            value,
            title: t(`category.${value}.title`),
            text: t(`category.${value}.text`),
          }))}
        />
      </Stack>
    </Section>
  )
}

interface SamplesProps {
  content: Content
  onChange: (samples: Record<string, string>) => void
  readOnly: boolean
  errorAt: FieldsProps['errorAt']
}

function Samples({ content, onChange, readOnly, errorAt }: SamplesProps) {
  const { t } = useTranslation('template')
  const names = variablesOf(content)
  if (names.length === 0) return null
  return (
    <Stack gap="xs">
      {names.map((name) => (
        <TextInput
          key={name}
          id={fieldId(`samples.${name}`)}
          label={t('samples.label', { name: `{{${name}}}`, interpolation: { escapeValue: false } })}
          placeholder={t('samples.placeholder')}
          value={content.samples[name] ?? ''}
          readOnly={readOnly}
          error={errorAt(`samples.${name}`)}
          onChange={(event) => onChange({ ...content.samples, [name]: event.currentTarget.value })}
        />
      ))}
    </Stack>
  )
}

/** Variables to insert: the first name, the business's own fields, and what the text already uses. */
function useOffered(content: Content): { name: string; label: string }[] {
  const { t } = useTranslation('template')
  const api = useApi()
  const fields = useQuery(
    api.query(['contact-fields'], (client, signal) => client.GET('/api/v1/contact-fields', { signal })),
  )
  const offered = [
    { name: 'first_name', label: t('insert.firstName') },
    ...(fields.data ?? []).map((field) => ({ name: field.key, label: field.label })),
  ]
  const others = variablesOf(content).filter((name) => offered.every((each) => each.name !== name))
  return [...offered, ...others.map((name) => ({ name, label: t('insert.again') }))]
}
