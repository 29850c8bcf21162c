import { ActionIcon, Button, Menu, VisuallyHidden } from '@mantine/core'
import { IconCopy, IconDots, IconPencil, IconSend, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Template, TemplateDraft } from '../../api/campaign-entities.ts'
import { keyOf, useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { notifyProblem } from '../../design/notify.tsx'
import { tidy } from './draft.ts'
import { DuplicateDialog } from './duplicate-dialog.tsx'
import classes from './template.module.css'

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
  onRefused: () => void
}

type Dialog = 'submit' | 'delete' | 'duplicate'

/** Save, submit, duplicate, delete: what is possible in the template's state. */
export function Actions(props: ActionsProps) {
  const { template, draft, dirty, editable, changeable, checked, errors, onUnlock, onRefused } = props
  const { t } = useTranslation('template')
  const [dialog, setDialog] = useState<Dialog>()
  const close = () => setDialog(undefined)
  const { save, submit } = useSaving(props, close)
  const nameMissing = !draft.name
  // An approved template has no draft beside it: saving it means submitting it.
  const resubmits = changeable && editable
  return (
    <>
      {template && <More template={template} onOpen={setDialog} />}
      {changeable && !editable && (
        <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={onUnlock}>
          {t('actions.change')}
        </Button>
      )}
      {editable && !resubmits && (
        <Button
          variant="default"
          disabled={nameMissing || !dirty}
          loading={save.isPending && !dialog}
          onClick={() => save.mutate(tidy(draft))}
        >
          {t('actions.save')}
        </Button>
      )}
      {editable && (
        <Button
          leftSection={<IconSend size={16} aria-hidden />}
          disabled={!checked || (resubmits && !dirty)}
          rightSection={errors > 0 && <ErrorCount count={errors} />}
          onClick={() => (errors > 0 ? onRefused() : setDialog('submit'))}
        >
          {t('actions.submit')}
        </Button>
      )}
      <ConfirmDialog
        opened={dialog === 'submit'}
        onClose={close}
        onConfirm={() => submit(resubmits)}
        title={t('submit.title')}
        confirmLabel={t('submit.go')}
        loading={save.isPending}
      >
        {resubmits ? t('submit.again') : t('submit.text')}
      </ConfirmDialog>
      {template && (
        <>
          <DeleteDialog template={template} opened={dialog === 'delete'} onClose={close} />
          <DuplicateDialog template={template} opened={dialog === 'duplicate'} onClose={close} />
        </>
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

/** Saving knows a new template from a known one; submitting saves first what was not saved. */
function useSaving({ template, draft, dirty, onSaved, onRefused }: ActionsProps, close: () => void) {
  const { t } = useTranslation('template')
  const { id: businessId, slug } = useBusiness()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const remember = (saved: Template) => {
    queries.setQueryData<Template[]>(keyOf(businessId, ['templates', 'list']), (before) =>
      before ? [saved, ...before.filter((each) => each.id !== saved.id)] : before,
    )
    onSaved()
    if (!template) {
      void navigate({
        to: '/b/$slug/templates/$id',
        params: { slug, id: saved.id },
        replace: true,
        ignoreBlocker: true,
      })
    }
  }
  const save = useChange(
    (client, body: TemplateDraft) =>
      template
        ? client.PATCH('/api/v1/templates/{id}', {
            params: { path: { id: template.id } },
            body: changed(body),
          })
        : client.POST('/api/v1/templates', { body }),
    { touches: [['templates']], done: t('saved'), onDone: remember, onProblem: refuse },
  )
  const send = useChange(
    (client, id: string) => client.POST('/api/v1/templates/{id}/submit', { params: { path: { id } } }),
    {
      touches: [['templates']],
      done: t('submitted'),
      onDone: (sent) => {
        remember(sent)
        close()
      },
      onProblem: refuse,
    },
  )
  /** Of what Meta already knows, name, language and channel stay out of the request. */
  function changed(body: TemplateDraft): Partial<TemplateDraft> {
    return template?.submittedAt ? { category: body.category, content: body.content } : body
  }
  function refuse(problem: Parameters<typeof notifyProblem>[0]) {
    onRefused()
    close()
    notifyProblem(problem)
  }
  const submit = (bySaving: boolean) => {
    if (bySaving) save.mutate(tidy(draft), { onSuccess: close })
    else if (template && !dirty) send.mutate(template.id)
    else save.mutate(tidy(draft), { onSuccess: (saved) => send.mutate(saved.id) })
  }
  return { save: { ...save, isPending: save.isPending || send.isPending }, submit }
}

function More({ template, onOpen }: { template: Template; onOpen: (dialog: Dialog) => void }) {
  const { t } = useTranslation('template')
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={36} variant="default" aria-label={t('actions.more', { name: template.name })}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => onOpen('duplicate')}>
          {t('actions.duplicate')}
        </Menu.Item>
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => onOpen('delete')}
        >
          {t('actions.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function DeleteDialog({
  template,
  opened,
  onClose,
}: {
  template: Template
  opened: boolean
  onClose: () => void
}) {
  const { t } = useTranslation('template')
  const { slug } = useBusiness()
  const navigate = useNavigate()
  const remove = useChange(
    (client) => client.DELETE('/api/v1/templates/{id}', { params: { path: { id: template.id } } }),
    {
      touches: [['templates']],
      done: t('deleted'),
      onDone: () =>
        void navigate({ to: '/b/$slug/templates', params: { slug }, search: {}, ignoreBlocker: true }),
    },
  )
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      onConfirm={() => remove.mutate()}
      title={t('delete.title', { name: template.name })}
      confirmLabel={t('delete.go')}
      loading={remove.isPending}
      danger
    >
      {template.submittedAt ? t('delete.atMeta') : t('delete.draft')}
    </ConfirmDialog>
  )
}
