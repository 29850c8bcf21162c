import { Loader } from '@mantine/core'
import {
  IconAlertOctagon,
  IconCircleCheck,
  IconClockPause,
  IconHourglass,
  IconLock,
  IconRosetteDiscountCheckOff,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Template } from '../../api/campaign-entities.ts'
import { Notice } from '../../design/notice.tsx'
import { Relative } from '../../design/values.tsx'
import { useFormat } from '../../i18n/format.ts'

const rejections = [
  'ABUSIVE_CONTENT',
  'INVALID_FORMAT',
  'PROMOTIONAL',
  'TAG_CONTENT_MISMATCH',
  'INCORRECT_CATEGORY',
  'SCAM',
] as const

/** Meta pauses for three hours at first, for six the second time. */
const firstPauseMs = 3 * 3_600_000
const secondPauseMs = 2 * firstPauseMs

/** Where the template stands with Meta, in plain words, and what a person can do now. */
export function StateNotice({ template }: { template: Template }) {
  const { t } = useTranslation('template')
  const format = useFormat()
  const { state, reason, submittedAt, decidedAt, updatedAt } = template
  switch (state) {
    case 'pending':
    case 'in_appeal':
      return (
        <Notice
          tone="warn"
          icon={IconHourglass}
          title={t(`notice.${state}.title`)}
          action={<Loader size={18} type="dots" color="yellow" aria-hidden />}
        >
          {t(`notice.${state}.text`)}{' '}
          {submittedAt && (
            <>
              {t('notice.since')} <Relative at={submittedAt} />.
            </>
          )}
        </Notice>
      )
    case 'approved':
      return (
        <Notice tone="good" icon={IconCircleCheck} title={t('notice.approved.title')}>
          {t('notice.approved.text')} {decidedAt && <Relative at={decidedAt} />}
        </Notice>
      )
    case 'rejected': {
      const [code, ...rest] = (reason ?? '').split(':')
      const known = rejections.find((each) => each === code?.trim())
      return (
        <Notice
          tone="bad"
          icon={IconRosetteDiscountCheckOff}
          title={known ? t(`rejected.${known}.title`) : t('rejected.other.title')}
        >
          <p>{known ? t(`rejected.${known}.text`) : t('rejected.other.text')}</p>
          {reason && <p lang="en">{t('rejected.words', { words: rest.join(':').trim() || reason })}</p>}
        </Notice>
      )
    }
    case 'paused': {
      const second = reason?.includes('SECOND')
      const back = new Date(updatedAt).getTime() + (second ? secondPauseMs : firstPauseMs)
      return (
        <Notice tone="warn" icon={IconClockPause} title={t('notice.paused.title')}>
          {t('notice.paused.text')}{' '}
          {back > Date.now() &&
            t('notice.paused.back', { time: format.time(back), when: format.relative(back) })}
        </Notice>
      )
    }
    case 'disabled':
    case 'limit_exceeded':
      return (
        <Notice tone="bad" icon={IconAlertOctagon} title={t(`notice.${state}.title`)}>
          {t(`notice.${state}.text`)}
        </Notice>
      )
    case 'archived':
    case 'pending_deletion':
    case 'deleted':
      return (
        <Notice tone="quiet" icon={IconLock} title={t('notice.gone.title')}>
          {t('notice.gone.text')}
        </Notice>
      )
    case 'draft':
      return null
  }
}
