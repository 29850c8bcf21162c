import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'

interface HoldDialogProps {
  contactId: string
  opened: boolean
  onClose: () => void
}

/** Puts somebody on hold; the reason is asked for, because a colleague will have to decide about it later. */
export function HoldDialog({ contactId, opened, onClose }: HoldDialogProps) {
  const { t } = useTranslation('contact')
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string>()
  const hold = useChange(
    (client) =>
      client.POST('/api/v1/contacts/{id}/hold', {
        params: { path: { id: contactId } },
        body: { reason: reason.trim() },
      }),
    {
      touches: [['contacts'], ['conversations', 'list']],
      done: t('hold.held'),
      onDone: () => {
        setReason('')
        setError(undefined)
        onClose()
      },
      onProblem: (problem) => setError(problem.fields.reason ?? problem.detail),
    },
  )
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      onConfirm={() => hold.mutate()}
      title={t('hold.dialogTitle')}
      confirmLabel={t('hold.confirm')}
      loading={hold.isPending}
    >
      <Text size="sm" mb="sm">
        {t('hold.dialogText')}
      </Text>
      <Textarea
        label={t('hold.reason')}
        description={t('hold.reasonHint')}
        required
        autosize
        minRows={2}
        maxLength={300}
        value={reason}
        error={error}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </ConfirmDialog>
  )
}
