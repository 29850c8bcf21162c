import { Button, Loader } from '@mantine/core'
import {
  IconAlertOctagon,
  IconArchive,
  IconCircleCheck,
  IconHourglass,
  IconLock,
  IconRosetteDiscountCheckOff,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Template } from '../../api/campaign-entities.ts'
import { useChange } from '../../api/use-api.ts'
import { Notice } from '../../design/notice.tsx'
import { DateTime, Relative } from '../../design/values.tsx'
import { PauseNotice } from './pause-notice.tsx'
import { useUses } from './use-uses.ts'

const rejections = [
  'ABUSIVE_CONTENT',
  'INVALID_FORMAT',
  'PROMOTIONAL',
  'TAG_CONTENT_MISMATCH',
  'INCORRECT_CATEGORY',
  'SCAM',
] as const

/** Where the template stands with Meta, in plain words, and what a person can do now. */
export function StateNotice({ template }: { template: Template }) {
  const { t } = useTranslation('template')
  const { state, submittedAt, decidedAt } = template
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
    case 'rejected':
      return <Rejected template={template} />
    case 'paused':
      return <PauseNotice template={template} />
    case 'disabled':
    case 'limit_exceeded':
      return (
        <Notice tone="bad" icon={IconAlertOctagon} title={t(`notice.${state}.title`)}>
          {t(`notice.${state}.text`)}
        </Notice>
      )
    case 'archived':
      return <Archived template={template} />
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

/** Meta's reason in plain words with its cure, and Meta's own words below. */
function Rejected({ template: { reason, appealedAt } }: { template: Template }) {
  const { t } = useTranslation('template')
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
      {appealedAt && (
        <p>
          {t('rejected.appealed')} <Relative at={appealedAt} />
        </p>
      )}
    </Notice>
  )
}

function Archived({ template }: { template: Template }) {
  const { t } = useTranslation('template')
  const uses = useUses(template.id)
  const back = useChange(
    (client) => client.POST('/api/v1/templates/{id}/unarchive', { params: { path: { id: template.id } } }),
    { touches: [['templates']], done: t('archive.undone') },
  )
  return (
    <Notice
      tone="quiet"
      icon={IconArchive}
      title={t('notice.archived.title')}
      action={
        <Button size="xs" variant="default" loading={back.isPending} onClick={() => back.mutate()}>
          {t('archive.undo')}
        </Button>
      }
    >
      {t('notice.archived.text')}{' '}
      {uses.data?.deletesAt && (
        <>
          {t('notice.archived.deletes')} <DateTime at={uses.data.deletesAt} only="date" />.
        </>
      )}
    </Notice>
  )
}
