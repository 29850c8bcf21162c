import { Button, VisuallyHidden } from '@mantine/core'
import { IconPencil, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Template, TemplateDraft } from '../../api/campaign-entities.ts'
import classes from './life.module.css'
import { MoreMenu } from './more-menu.tsx'
import { SubmitDialog } from './submit-dialog.tsx'
import type { Submission } from './use-findings.ts'
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
  /** What submitting would bring about; undefined until the server has looked for the first time. */
  submission: Submission | undefined
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
  const { template, draft, dirty, editable, changeable, checked, submission, errors, onUnlock, onRefused } =
    props
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
  const effect = submission?.effect
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
            disabled={!checked || effect === 'nothing'}
            rightSection={errors > 0 && <ErrorCount count={errors} />}
            onClick={() => (errors > 0 ? onRefused() : setAsking(true))}
          >
            {t(effect === 'at_once' ? 'actions.apply' : 'actions.submit')}
          </Button>
        </>
      )}
      {submission && (
        <SubmitDialog
          opened={asking}
          onClose={close}
          onConfirm={submit}
          loading={busy}
          template={template}
          category={draft.category}
          submission={submission}
        />
      )}
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
