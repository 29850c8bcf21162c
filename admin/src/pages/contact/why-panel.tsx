import { Select, Skeleton, Text, Tooltip } from '@mantine/core'
import { IconCheck, IconClockHour4, IconX } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactCard, Why } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { useTopics } from '../../api/use-topics.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './contact.module.css'
import { type Outcome, outcomeOf } from './outcome.ts'

/** "Why does Anna get this, or not?": the gate's own answer, line by line (C-73). */
export function WhyPanel({ contact }: { contact: ContactCard }) {
  const { t } = useTranslation('contact')
  const api = useApi()
  const { topics, topicName } = useTopics()
  const templates = useQuery(
    api.query(['templates', 'list'], (client, signal) => client.GET('/api/v1/templates', { signal })),
  )
  const active = topics.filter((topic) => !topic.archivedAt)
  const likely = contact.consents.find((consent) => consent.state === 'confirmed') ?? contact.consents[0]
  const [chosenTopic, chooseTopic] = useState<string>()
  const [templateId, chooseTemplate] = useState<string>()
  const topicId = chosenTopic ?? likely?.topicId ?? active[0]?.id
  const why = useQuery({
    ...api.query(['contacts', contact.id, 'why', topicId, templateId], (client, signal) =>
      client.GET('/api/v1/contacts/{id}/why', {
        params: {
          path: { id: contact.id },
          query: { ...(topicId ? { topicId } : {}), ...(templateId ? { templateId } : {}) },
        },
        signal,
      }),
    ),
    enabled: topicId !== undefined,
    placeholderData: keepPreviousData,
  })
  return (
    <Section title={t('why.title')} lead={t('why.lead')}>
      <div className={classes.whyChoice}>
        <Select
          size="sm"
          label={t('why.topic')}
          value={topicId ?? null}
          onChange={(value) => value && chooseTopic(String(value))}
          data={active.map((topic) => ({ value: topic.id, label: topicName(topic.id) }))}
        />
        <Select
          size="sm"
          label={t('why.template')}
          placeholder={t('why.anyTemplate')}
          clearable
          allowDeselect
          value={templateId ?? null}
          onChange={(value) => chooseTemplate(value ? String(value) : undefined)}
          data={(templates.data ?? [])
            .filter((template) => template.category === 'marketing')
            .map((template) => ({ value: template.id, label: template.name }))}
        />
      </div>
      {topicId === undefined ? (
        <Text size="sm" c="dimmed">
          {t('why.noTopics')}
        </Text>
      ) : why.error && !why.data ? (
        <ErrorState error={why.error} onRetry={() => void why.refetch()} />
      ) : why.data ? (
        <Answer why={why.data} />
      ) : (
        <Skeleton height="14rem" />
      )}
    </Section>
  )
}

const icons = { ok: IconCheck, no: IconX, wait: IconClockHour4 } as const

function Answer({ why }: { why: Why }) {
  const { t } = useTranslation('contact')
  const format = useFormat()
  const shown = why.checks.filter((check) => check.ok !== null)
  const skipped = why.checks.length - shown.length
  const verdict =
    why.verdict === 'later' && why.until
      ? t('why.laterAt', { date: format.dateTime(why.until) })
      : t(`why.${why.verdict}`)
  const result: Outcome = why.verdict === 'send' ? 'ok' : why.verdict === 'later' ? 'wait' : 'no'
  const VerdictIcon = icons[result]
  return (
    <>
      <p className={classes.verdict} data-outcome={result} role="status">
        <VerdictIcon size={19} stroke={2} aria-hidden />
        {verdict}
      </p>
      <ul className={classes.checks}>
        {shown.map((check) => {
          const outcome = outcomeOf(check)
          const Icon = icons[outcome]
          return (
            <li key={check.key} data-outcome={outcome}>
              <span className={classes.mark} role="img" aria-label={t(`why.${outcome}`)}>
                <Icon size={14} stroke={2.4} aria-hidden />
              </span>
              <span className={classes.checkTitle}>{check.title}</span>
              {check.rule && (
                <Tooltip label={t('why.rule', { rule: check.rule })}>
                  <span className={classes.rule}>{check.rule}</span>
                </Tooltip>
              )}
              {outcome !== 'ok' && check.detail && (
                <span className={classes.checkDetail}>{check.detail}</span>
              )}
            </li>
          )
        })}
      </ul>
      <Text size="xs" c="dimmed" mt="xs">
        {skipped > 0 && `${t('why.skipped', { count: skipped })}. `}
        {why.verdict === 'withheld' && t('why.cause')}
      </Text>
    </>
  )
}
