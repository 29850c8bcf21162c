import { ActionIcon, Menu } from '@mantine/core'
import { IconArchive, IconCopy, IconDots, IconScale, IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Template } from '../../api/campaign-entities.ts'
import { useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { AppealDialog, mayAppeal } from './appeal-dialog.tsx'
import { DuplicateDialog } from './duplicate-dialog.tsx'

type Dialog = 'delete' | 'duplicate' | 'archive' | 'appeal'

const archivable: readonly Template['state'][] = ['approved', 'paused', 'rejected']

/** Duplicate, appeal, archive, delete: each with its consequences before it happens. */
export function MoreMenu({ template }: { template: Template }) {
  const { t } = useTranslation('template')
  const [dialog, setDialog] = useState<Dialog>()
  const close = () => setDialog(undefined)
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={36} variant="default" aria-label={t('actions.more', { name: template.name })}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => setDialog('duplicate')}>
            {t('actions.duplicate')}
          </Menu.Item>
          {mayAppeal(template) && (
            <Menu.Item leftSection={<IconScale size={16} aria-hidden />} onClick={() => setDialog('appeal')}>
              {t('actions.appeal')}
            </Menu.Item>
          )}
          {archivable.includes(template.state) && template.submittedAt && (
            <Menu.Item
              leftSection={<IconArchive size={16} aria-hidden />}
              onClick={() => setDialog('archive')}
            >
              {t('actions.archive')}
            </Menu.Item>
          )}
          {template.state !== 'disabled' && (
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => setDialog('delete')}
            >
              {t('actions.delete')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <DeleteDialog template={template} opened={dialog === 'delete'} onClose={close} />
      <ArchiveDialog template={template} opened={dialog === 'archive'} onClose={close} />
      <DuplicateDialog template={template} opened={dialog === 'duplicate'} onClose={close} />
      <AppealDialog template={template} opened={dialog === 'appeal'} onClose={close} />
    </>
  )
}

interface DialogProps {
  template: Template
  opened: boolean
  onClose: () => void
}

function DeleteDialog({ template, opened, onClose }: DialogProps) {
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

function ArchiveDialog({ template, opened, onClose }: DialogProps) {
  const { t } = useTranslation('template')
  const archive = useChange(
    (client) => client.POST('/api/v1/templates/{id}/archive', { params: { path: { id: template.id } } }),
    { touches: [['templates']], done: t('archive.done'), onDone: onClose },
  )
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      onConfirm={() => archive.mutate()}
      title={t('archive.title', { name: template.name })}
      confirmLabel={t('archive.go')}
      loading={archive.isPending}
    >
      {t('archive.text')}
    </ConfirmDialog>
  )
}
