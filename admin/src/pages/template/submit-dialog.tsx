import { useTranslation } from 'react-i18next'
import type { Category, Template } from '../../api/campaign-entities.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './life.module.css'
import type { Submission } from './use-findings.ts'
import { CampaignList } from './where-used.tsx'

interface SubmitDialogProps {
  opened: boolean
  onClose: () => void
  onConfirm: () => void
  loading: boolean
  template: Template | undefined
  category: Category
  submission: Submission
}

/** Says what exactly happens before it does: a review, a change at once, or nothing yet, and why. */
export function SubmitDialog(props: SubmitDialogProps) {
  const { opened, onClose, onConfirm, loading, template, category, submission } = props
  const { t } = useTranslation('template')
  const format = useFormat()
  const atOnce = submission.effect === 'at_once'
  const changes = template?.state === 'approved' || template?.state === 'paused'
  // Meta counts reviews only.
  const until = changes && !atOnce ? template.edits.nextAt : null
  const refused = {
    opened,
    onClose,
    onConfirm: onClose,
    confirmLabel: t('submit.understood'),
    only: true,
  }
  if (submission.blockedBy.length > 0)
    return (
      <ConfirmDialog {...refused} title={t('submit.waitTitle')}>
        <div className={classes.stack}>
          <p className={classes.line}>{t('submit.blocked', { count: submission.blockedBy.length })}</p>
          <CampaignList campaigns={submission.blockedBy} />
        </div>
      </ConfirmDialog>
    )
  if (until)
    return (
      <ConfirmDialog {...refused} title={t('submit.waitTitle')}>
        <p className={classes.line}>
          {t('submit.wait', { time: format.dateTime(until), when: format.relative(until) })}
        </p>
      </ConfirmDialog>
    )
  const asked = { opened, onClose, onConfirm, loading }
  if (atOnce)
    return (
      <ConfirmDialog {...asked} title={t('submit.atOnceTitle')} confirmLabel={t('actions.apply')}>
        <ol className={classes.steps}>
          <li>{t('submit.unseen')}</li>
          <li>{t(template?.state === 'paused' ? 'submit.staysPaused' : 'submit.staysApproved')}</li>
          {template?.state === 'approved' && <li>{t('submit.uncounted')}</li>}
        </ol>
      </ConfirmDialog>
    )
  const left = template?.state === 'approved' ? template.edits.left : null
  return (
    <ConfirmDialog {...asked} title={t('submit.title')} confirmLabel={t('submit.go')}>
      <ol className={classes.steps}>
        <li>{t('submit.review')}</li>
        <li>{t(changes ? 'submit.pauses' : 'submit.locked')}</li>
        {category === 'utility' && <li>{t('submit.mayMove')}</li>}
        <li>{t('submit.verdict')}</li>
        {left !== null && <li>{t('submit.left', { count: Math.max(0, left - 1) })}</li>}
      </ol>
    </ConfirmDialog>
  )
}
