import { Button, Group } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Template } from '../../api/campaign-entities.ts'
import { useChange } from '../../api/use-api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { Notice } from '../../design/notice.tsx'

interface SavedChangeNoticeProps {
  template: Template
  onContinue: () => void
}

/** A change of what Meta has approved that nobody has submitted yet: people still get the old text. */
export function SavedChangeNotice({ template, onContinue }: SavedChangeNoticeProps) {
  const { t } = useTranslation('template')
  const [asking, setAsking] = useState(false)
  const discard = useChange(
    (client) => client.DELETE('/api/v1/templates/{id}/draft', { params: { path: { id: template.id } } }),
    { touches: [['templates']], done: t('savedChange.discarded'), onDone: () => setAsking(false) },
  )
  return (
    <Notice
      tone="info"
      icon={IconPencil}
      title={t('savedChange.title')}
      action={
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={() => setAsking(true)}>
            {t('savedChange.discard')}
          </Button>
          <Button size="xs" onClick={onContinue}>
            {t('savedChange.continue')}
          </Button>
        </Group>
      }
    >
      {t('savedChange.text')}
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => discard.mutate()}
        title={t('savedChange.discardTitle')}
        confirmLabel={t('savedChange.discard')}
        loading={discard.isPending}
        danger
      >
        {t('savedChange.discardText')}
      </ConfirmDialog>
    </Notice>
  )
}
