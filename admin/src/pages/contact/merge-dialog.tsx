import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactCard } from '../../api/entities.ts'
import { MergePick } from './merge-pick.tsx'
import { MergePreview } from './merge-preview.tsx'

interface MergeDialogProps {
  contact: ContactCard
  /** The other record, when it is known already. */
  otherId?: string | undefined
  opened: boolean
  onClose: () => void
}

/** Two records of one person: first which, then what comes together, then yes. */
export function MergeDialog({ contact, otherId, opened, onClose }: MergeDialogProps) {
  const { t } = useTranslation('contact')
  const { t: design } = useTranslation('design')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('merge.title')}
      closeButtonProps={{ 'aria-label': design('dialog.close') }}
    >
      <Steps contact={contact} otherId={otherId} onClose={onClose} />
    </Modal>
  )
}

/** Inside the modal, so that what was picked is forgotten when it closes. */
function Steps({ contact, otherId, onClose }: Omit<MergeDialogProps, 'opened'>) {
  const [other, setOther] = useState(otherId)
  return other ? (
    <MergePreview
      contactId={contact.id}
      otherId={other}
      onOther={() => setOther(undefined)}
      onClose={onClose}
    />
  ) : (
    <MergePick contact={contact} onPick={setOther} />
  )
}
