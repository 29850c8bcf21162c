import { Button, SegmentedControl, Skeleton, Textarea, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi, useChange } from '../../api/use-api.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { Notice } from '../../design/notice.tsx'
import { Section } from '../../design/section.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './records.module.css'
import type { Screening, ScreeningKey } from './types.ts'

/** Whether an impact assessment of Art. 35 is needed: questions, result, and where the assessment lies (C-56). */
export function ScreeningPart() {
  const api = useApi()
  const screening = useQuery(
    api.query(['records', 'screening'], (client, signal) =>
      client.GET('/api/v1/records/screening', { signal }),
    ),
  )
  if (screening.error) return <ErrorState error={screening.error} onRetry={() => void screening.refetch()} />
  if (!screening.data) return <Skeleton height="28rem" radius="lg" />
  return (
    <div className={classes.stack}>
      <Result screening={screening.data} />
      <Questions key={screening.data.last?.id ?? 'first'} screening={screening.data} />
    </div>
  )
}

function Result({ screening: { last, news } }: { screening: Screening }) {
  const { t } = useTranslation('records')
  const format = useFormat()
  const [where, setWhere] = useState('')
  const document = useChange(
    (client) => client.POST('/api/v1/records/screening/documented', { body: { where } }),
    { touches: [['records']], done: t('saved') },
  )
  if (!last) return null
  const open = last.result === 'required' && !last.documentedAt
  return (
    <Section title={t('screening.result')} lead={format.dateTime(last.at)}>
      <div className={classes.stack}>
        <Notice
          tone={open ? 'bad' : last.result === 'advised' ? 'warn' : 'good'}
          icon={open ? IconAlertTriangle : IconCheck}
          title={t(`screening.results.${last.result}`)}
        >
          {t(`screening.about.${last.result}`)}
        </Notice>
        {news.length > 0 && (
          <Notice tone="warn" icon={IconInfoCircle} title={t('screening.stale')}>
            {t('screening.staleText')}
          </Notice>
        )}
        {last.documentedWhere && last.documentedAt ? (
          <div className={classes.soft}>
            {t('screening.documented', { where: last.documentedWhere, at: format.date(last.documentedAt) })}
          </div>
        ) : (
          last.result !== 'not_required' && (
            <form
              className={classes.row}
              onSubmit={(event) => {
                event.preventDefault()
                document.mutate()
              }}
            >
              <TextInput
                label={t('screening.where')}
                description={t('screening.whereHint')}
                required
                minLength={5}
                value={where}
                onChange={(event) => setWhere(event.currentTarget.value)}
                style={{ flex: '1 1 18rem' }}
              />
              <Button type="submit" loading={document.isPending} style={{ alignSelf: 'flex-end' }}>
                {t('save')}
              </Button>
            </form>
          )
        )}
      </div>
    </Section>
  )
}

function Questions({ screening: { questions, last } }: { screening: Screening }) {
  const { t } = useTranslation('records')
  const [answers, setAnswers] = useState<Partial<Record<ScreeningKey, boolean>>>(
    last ? Object.fromEntries(questions.map(({ key }) => [key, last.yes.includes(key)])) : {},
  )
  const [reasons, setReasons] = useState<Partial<Record<ScreeningKey, string>>>(last?.reasons ?? {})
  const [fields, setFields] = useState<Record<string, string>>({})
  const send = useChange(
    (client) =>
      client.POST('/api/v1/records/screening', {
        body: {
          yes: questions.flatMap(({ key }) => (answers[key] ? [key] : [])),
          reasons: Object.fromEntries(
            questions.flatMap(({ key, hint }) =>
              hint && !answers[key] && reasons[key]?.trim() ? [[key, reasons[key]]] : [],
            ),
          ),
        },
      }),
    {
      touches: [['records']],
      done: t('screening.sent'),
      onProblem: (problem) => setFields(problem.fields ?? {}),
    },
  )
  const answered = questions.every(({ key }) => answers[key] !== undefined)
  return (
    <Section title={t('screening.title')} lead={t('screening.lead')}>
      {questions.map(({ key, question, source, hint, alone }) => (
        <div key={key} className={classes.question}>
          <div className={classes.between}>
            <div style={{ flex: '1 1 20rem' }}>
              <span className={classes.strong} id={`question-${key}`}>
                {question}
              </span>{' '}
              <span className={classes.article}>{source}</span>
              <div className={classes.row}>
                {hint && <ToneBadge tone="warn">{t('screening.hint')}</ToneBadge>}
                {alone && <span className={classes.soft}>{t('screening.alone')}</span>}
              </div>
            </div>
            <SegmentedControl
              aria-labelledby={`question-${key}`}
              value={answers[key] === undefined ? '' : answers[key] ? 'yes' : 'no'}
              onChange={(value) => setAnswers({ ...answers, [key]: value === 'yes' })}
              data={[
                { value: 'yes', label: t('yes') },
                { value: 'no', label: t('no') },
              ]}
            />
          </div>
          {hint && answers[key] === false && (
            <Textarea
              label={t('screening.reason')}
              error={fields[key]}
              autosize
              value={reasons[key] ?? ''}
              onChange={(event) => setReasons({ ...reasons, [key]: event.currentTarget.value })}
            />
          )}
        </div>
      ))}
      <div className={classes.actions}>
        <Button disabled={!answered} loading={send.isPending} onClick={() => send.mutate()}>
          {t('screening.send')}
        </Button>
      </div>
    </Section>
  )
}
