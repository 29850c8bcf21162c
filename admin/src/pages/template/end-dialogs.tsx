import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Template } from '../../api/campaign-entities.ts'
import { useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import classes from './life.module.css'
import { useUses } from './use-uses.ts'
import { CampaignList } from './where-used.tsx'

interface DialogProps {
  template: Template
  opened: boolean
  onClose: () => void
}

/** Deletes a template, after naming what that takes away from whom. */
export function DeleteDialog({ template, opened, onClose }: DialogProps) {
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
    <EndDialog
      template={template}
      opened={opened}
      onClose={onClose}
      onConfirm={() => remove.mutate()}
      title={t('delete.title', { name: template.name })}
      confirmLabel={t('delete.go')}
      loading={remove.isPending}
      danger
    >
      {template.submittedAt ? t('delete.atMeta') : t('delete.draft')}
    </EndDialog>
  )
}

/** Archives a template, after naming what that takes away from whom. */
export function ArchiveDialog({ template, opened, onClose }: DialogProps) {
  const { t } = useTranslation('template')
  const archive = useChange(
    (client) => client.POST('/api/v1/templates/{id}/archive', { params: { path: { id: template.id } } }),
    { touches: [['templates']], done: t('archive.done'), onDone: onClose },
  )
  return (
    <EndDialog
      template={template}
      opened={opened}
      onClose={onClose}
      onConfirm={() => archive.mutate()}
      title={t('archive.title', { name: template.name })}
      confirmLabel={t('archive.go')}
      loading={archive.isPending}
    >
      {t('archive.text')}
    </EndDialog>
  )
}

interface EndDialogProps extends DialogProps {
  onConfirm: () => void
  title: string
  confirmLabel: string
  loading: boolean
  danger?: boolean
  children: ReactNode
}

/** Asks once; while campaigns need the template it says which, and there is nothing to confirm. */
function EndDialog(props: EndDialogProps) {
  const {
    template,
    opened,
    onClose,
    onConfirm,
    title,
    confirmLabel,
    loading,
    danger = false,
    children,
  } = props
  const { t } = useTranslation('template')
  const uses = useUses(template.id, opened)
  const needing = uses.data?.campaigns.filter((campaign) => campaign.needs) ?? []
  const sent = (uses.data?.campaigns.length ?? 0) - needing.length
  const waiting = uses.data?.waiting ?? 0
  if (needing.length > 0)
    return (
      <ConfirmDialog
        opened={opened}
        onClose={onClose}
        onConfirm={onClose}
        title={t('needed.title', { name: template.name })}
        confirmLabel={t('submit.understood')}
        only
      >
        <div className={classes.stack}>
          <p className={classes.line}>{t('needed.text', { count: needing.length })}</p>
          <CampaignList campaigns={needing} />
        </div>
      </ConfirmDialog>
    )
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      onConfirm={onConfirm}
      title={title}
      confirmLabel={confirmLabel}
      loading={loading || uses.isLoading}
      danger={danger}
    >
      <div className={classes.stack}>
        <p className={classes.line}>{children}</p>
        {sent > 0 && <p className={classes.line}>{t('needed.sent', { count: sent })}</p>}
        {waiting > 0 && <p className={classes.line}>{t('needed.waiting', { count: waiting })}</p>}
      </div>
    </ConfirmDialog>
  )
}
