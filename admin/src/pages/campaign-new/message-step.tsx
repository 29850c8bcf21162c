import { Skeleton, Stack, Switch } from '@mantine/core'
import { IconTemplate } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Template, Variable } from '../../api/campaign-entities.ts'
import { useBusiness } from '../../app/use-business.ts'
import { Choice } from '../../design/choice.tsx'
import { EmptyState } from '../../design/empty-state.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { AnchorLink, ButtonLink } from '../../design/links.tsx'
import { PhonePreview } from '../../design/phone-preview.tsx'
import { Section } from '../../design/section.tsx'
import { StateBadge } from '../../design/state-badge.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './campaign-new.module.css'
import { guessVariable, previewValues, variableNames } from './mapping.ts'
import { useParts } from './use-parts.ts'
import { VariableField } from './variable-field.tsx'
import type { StepProps } from './wizard.tsx'

/** An approved marketing template, where its variables come from, and how both look on a phone. */
export function MessageStep({ draft, change }: StepProps) {
  const { t } = useTranslation('campaign-new')
  const { slug } = useBusiness()
  const { templates, contactFields } = useParts()
  if (templates.error && !templates.data) {
    return <ErrorState error={templates.error} onRetry={() => void templates.refetch()} />
  }
  const fieldKeys = contactFields.data?.map((field) => field.key) ?? []
  const usable = templates.data?.filter(
    (each) =>
      each.id === draft.templateId ||
      (each.state === 'approved' && each.category === 'marketing' && each.channelId === draft.channelId),
  )
  const template = usable?.find((each) => each.id === draft.templateId)
  const choose = (id: string) => {
    const next = usable?.find((each) => each.id === id)
    if (!next) return
    const known = draft.variables ?? {}
    change({
      templateId: id,
      variables: Object.fromEntries(
        variableNames(next.content).map((name) => [name, known[name] ?? guessVariable(name, fieldKeys)]),
      ),
    })
  }
  return (
    <div className={classes.message}>
      <Stack gap="lg">
        <Section
          title={t('message.title')}
          lead={t('message.lead')}
          aside={
            <AnchorLink to="/b/$slug/templates" params={{ slug }} size="sm">
              {t('message.all')}
            </AnchorLink>
          }
        >
          {!usable ? (
            <Skeleton height="10rem" />
          ) : usable.length === 0 ? (
            <EmptyState
              compact
              icon={IconTemplate}
              title={t('message.noneTitle')}
              text={t('message.noneText')}
              action={
                <ButtonLink to="/b/$slug/templates/$id" params={{ slug, id: 'new' }} size="xs">
                  {t('message.create')}
                </ButtonLink>
              }
            />
          ) : (
            <TemplateChoice templates={usable} value={draft.templateId ?? null} onChange={choose} />
          )}
        </Section>
        {template && (
          <Variables
            template={template}
            variables={draft.variables ?? {}}
            onChange={(variables) => change({ variables })}
          />
        )}
      </Stack>
      {template && <Phone template={template} variables={draft.variables ?? {}} />}
    </div>
  )
}

interface TemplateChoiceProps {
  templates: Template[]
  value: string | null
  onChange: (id: string) => void
}

function TemplateChoice({ templates, value, onChange }: TemplateChoiceProps) {
  const { t } = useTranslation('campaign-new')
  const format = useFormat()
  return (
    <Choice
      label={t('message.template')}
      value={value}
      onChange={onChange}
      options={templates.map((template) => ({
        value: template.id,
        title: `${template.name} · ${format.language(template.language.replace('_', '-'))}`,
        text: <span className={classes.snippet}>{template.content.body.replace(/\s+/g, ' ')}</span>,
        aside:
          template.state === 'approved' ? (
            <StateBadge kind="quality" state={template.quality} />
          ) : (
            <StateBadge kind="template" state={template.state} />
          ),
      }))}
    />
  )
}

interface VariablesProps {
  template: Template
  variables: Record<string, Variable>
  onChange: (variables: Record<string, Variable>) => void
}

function Variables({ template, variables, onChange }: VariablesProps) {
  const { t } = useTranslation('campaign-new')
  const { contactFields } = useParts()
  const contact = contactFields.data ?? []
  const names = variableNames(template.content)
  if (names.length === 0) return null
  const keys = contact.map((field) => field.key)
  return (
    <Section title={t('variables.title')} lead={t('variables.lead')}>
      <Stack gap="md">
        {names.map((name) => (
          <VariableField
            key={name}
            name={name}
            value={variables[name] ?? guessVariable(name, keys)}
            fields={contact}
            onChange={(variable) => onChange({ ...variables, [name]: variable })}
          />
        ))}
      </Stack>
    </Section>
  )
}

function Phone({ template, variables }: { template: Template; variables: Record<string, Variable> }) {
  const { t } = useTranslation('campaign-new')
  const { name } = useBusiness()
  const { channels } = useParts()
  const [stranger, setStranger] = useState(false)
  const channel = channels.data?.find((each) => each.id === template.channelId)
  return (
    <div className={classes.phone}>
      <PhonePreview
        sender={channel?.verifiedName || name}
        content={template.content}
        values={previewValues(template.content, variables, stranger)}
      />
      {variableNames(template.content).length > 0 && (
        <Switch
          label={t('message.stranger')}
          checked={stranger}
          onChange={(event) => setStranger(event.currentTarget.checked)}
        />
      )}
    </div>
  )
}
