import { Modal, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/use-api.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { useNarrow } from '../../design/use-narrow.ts'
import { ImportResult } from './import-result.tsx'

interface ImportLinkedProps {
  importId: string
  onClose: () => void
  onAgain: () => void
}

/** An earlier import that the address names, for example from a notification: its result and its decision. */
export function ImportLinked({ importId, onClose, onAgain }: ImportLinkedProps) {
  const { t } = useTranslation(['contacts', 'design'])
  const api = useApi()
  const narrow = useNarrow()
  const found = useQuery(
    api.query(['contact-imports', importId], (client, signal) =>
      client.GET('/api/v1/contact-imports/{id}', { params: { path: { id: importId } }, signal }),
    ),
  )
  return (
    <Modal
      opened
      onClose={onClose}
      size="42rem"
      fullScreen={narrow}
      title={t('wizard.title')}
      closeButtonProps={{ 'aria-label': t('design:dialog.close') }}
    >
      {found.error ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data ? (
        <ImportResult
          result={found.data}
          onClose={onClose}
          onAgain={onAgain}
          onDecided={() => void found.refetch()}
        />
      ) : (
        <Skeleton height="16rem" />
      )}
    </Modal>
  )
}
