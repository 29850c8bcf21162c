import { Button, VisuallyHidden } from '@mantine/core'
import { IconPencil, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Template, TemplateDraft } from '../../api/campaign-entities.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './life.module.css'
import { MoreMenu } from './more-menu.tsx'
import { useSaving } from './use-saving.ts'

interface ActionsProps {
  template: Template | undefined
  draft: TemplateDraft
  dirty: boolean
  editable: boolean
  /** Approved or paused: may be changed, but only by a new review. */
  changeable: boolean
  /** The server has looked at what is on screen. */
  checked: boolean
  /** How many errors it found there. */
  errors: number
  onUnlock: () => void
  onSaved: () => void
  onSubmitted: () => void
  /** Shows what is wrong. */
  onRefused: () => void
}

/** Save and submit, what is possible in the template's state, and a menu of everything else. */
export function Actions(props: ActionsProps) {
  const { template, draft, dirty, editable, changeable, checked, errors, onUnlock, onRefused } = props
  const { t } = useTranslation('template')
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  const resubmits = changeable && editable
  const { save, submit, busy } = useSaving({
    ...props,
    resubmits,
    onSubmitted: () => {
      close()
      props.onSubmitted()
    },
    onRefused: () => {
      close()
      onRefused()
    },
  })
  const waiting = template && resubmits ? template.edits.nextAt : null
  const nothingNew = resubmits && !dirty && !template?.draft
  return (
    <>
      {template && <MoreMenu template={template} />}
      {changeable && !editable && (
        <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={onUnlock}>
          {t('actions.change')}
        </Button>
      )}
      {editable && (
        <>
          <Button variant="default" disabled={!draft.name || !dirty} loading={busy && !asking} onClick={save}>
            {t(resubmits ? 'actions.saveChange' : 'actions.save')}
          </Button>
          <Button
            leftSection={<IconSend size={16} aria-hidden />}
            disabled={!checked || nothingNew}
            rightSection={errors > 0 && <ErrorCount count={errors} />}
            onClick={() => (errors > 0 ? onRefused() : setAsking(true))}
          >
            {t('actions.submit')}
          </Button>
        </>
      )}
      <ConfirmDialog
        opened={asking}
        onClose={close}
        onConfirm={waiting ? close : submit}
        title={t(waiting ? 'submit.waitTitle' : 'submit.title')}
        confirmLabel={t(waiting ? 'submit.understood' : 'submit.go')}
        loading={busy}
      >
        {waiting ? (
          <Waiting until={waiting} />
        ) : (
          <NextSteps resubmits={resubmits} left={template?.edits.left ?? null} />
        )}
      </ConfirmDialog>
    </>
  )
}

/** What is left to mend before the template can go, on the button that sends it. */
function ErrorCount({ count }: { count: number }) {
  const { t } = useTranslation('template')
  return (
    <span className={classes.errorCount}>
      <span aria-hidden>{count}</span>
      <VisuallyHidden>{t('findings.errors', { count })}</VisuallyHidden>
    </span>
  )
}

/** What happens after the click, in order. */
function NextSteps({ resubmits, left }: { resubmits: boolean; left: number | null }) {
  const { t } = useTranslation('template')
  return (
    <ol className={classes.steps}>
      <li>{t('submit.review')}</li>
      <li>{t(resubmits ? 'submit.pauses' : 'submit.locked')}</li>
      <li>{t('submit.verdict')}</li>
      {resubmits && left !== null && <li>{t('submit.left', { count: left })}</li>}
    </ol>
  )
}

/** Meta takes one change of an approved template a day. */
function Waiting({ until }: { until: string }) {
  const { t } = useTranslation('template')
  const format = useFormat()
  return <p>{t('submit.wait', { time: format.dateTime(until), when: format.relative(until) })}</p>
}
