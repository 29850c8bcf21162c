import { ActionIcon, Menu } from '@mantine/core'
import { IconArchive, IconCopy, IconDots, IconScale, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Template } from '../../api/campaign-entities.ts'
import { AppealDialog, mayAppeal } from './appeal-dialog.tsx'
import { DuplicateDialog } from './duplicate-dialog.tsx'
import { ArchiveDialog, DeleteDialog } from './end-dialogs.tsx'

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
