import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import classes from './campaign-new.module.css'
import { type Step, steps } from './steps.ts'
import { useParts, useTopicWords } from './use-parts.ts'
import type { Draft } from './wizard.tsx'

interface StepListProps {
  current: Step
  draft: Draft
  /** A draft exists, so that every step may be visited. */
  started: boolean
  onGo: (step: Step) => void
}

/** Where we are, what was decided, and the way to any other step. */
export function StepList({ current, draft, started, onGo }: StepListProps) {
  const { t } = useTranslation('campaign-new')
  const summary = useSummary(draft)
  return (
    <nav aria-label={t('steps.label')}>
      <ol className={classes.steps}>
        {steps.map((step, index) => (
          <li key={step}>
            <button
              type="button"
              className={classes.step}
              aria-current={step === current ? 'step' : undefined}
              disabled={!started && step !== 'what'}
              onClick={() => onGo(step)}
            >
              <span className={classes.number} data-done={(summary[step] && step !== current) || undefined}>
                {summary[step] && step !== current ? <IconCheck size={14} aria-hidden /> : index + 1}
              </span>
              <span className={classes.stepWords}>
                <b>{t(`steps.${step}`)}</b>
                {summary[step] && <small>{summary[step]}</small>}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** What each step has decided, in a few words; empty where something is open. */
function useSummary(draft: Draft): Record<Step, string | undefined> {
  const { t } = useTranslation('campaign-new')
  const format = useFormat()
  const { topics, segments, templates } = useParts()
  const words = useTopicWords()
  const topic = topics.data?.find((each) => each.id === draft.topicId)
  const segment = segments.data?.find((each) => each.id === draft.segmentId)
  const template = templates.data?.find((each) => each.id === draft.templateId)
  return {
    what: topic && draft.channelId ? words(topic).name : undefined,
    who: topic && (draft.segmentId ? segment?.name : t('who.everybody')),
    message: template?.name,
    when: template && (draft.scheduledAt ? format.dateTime(draft.scheduledAt) : t('when.now.title')),
    review: undefined,
  }
}
