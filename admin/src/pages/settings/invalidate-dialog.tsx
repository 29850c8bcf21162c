import { Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Wording } from '../../api/entities.ts'
import { useChange } from '../../api/use-api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'

interface InvalidateDialogProps {
  wording: Wording
  opened: boolean
  onClose: () => void
  onDone: () => void
}

const shortest = 10

/** A published text turned out to be defective: says what that ends, asks why, and wants a word typed. */
export function InvalidateDialog({ wording, opened, onClose, onDone }: InvalidateDialogProps) {
  const { t } = useTranslation('settings')
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string>()
  const invalidate = useChange(
    (client) =>
      client.POST('/api/v1/wordings/{id}/invalidate', {
        params: { path: { id: wording.id } },
        body: { reason: reason.trim() },
      }),
    {
      touches: [['topics'], ['contacts']],
      done: t('wording.invalidated'),
      onDone: () => {
        onClose()
        onDone()
      },
      onProblem: (refused) => setProblem(refused.detail),
    },
  )
  return (
    <ConfirmDialog
      danger
      opened={opened}
      onClose={onClose}
      onConfirm={() =>
        reason.trim().length < shortest ? setProblem(t('wording.reasonShort')) : invalidate.mutate()
      }
      title={t('wording.invalidateTitle', { version: wording.version, language: wording.language })}
      confirmLabel={t('wording.invalidate')}
      word={t('wording.invalidWord')}
      loading={invalidate.isPending}
    >
      <Stack gap="sm">
        <span>{t('wording.invalidateText')}</span>
        <span>{t('wording.invalidateLaw')}</span>
        <Textarea
          label={t('wording.reason')}
          description={t('wording.reasonHint')}
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          error={problem}
          onChange={(event) => {
            setReason(event.currentTarget.value)
            setProblem(undefined)
          }}
        />
      </Stack>
    </ConfirmDialog>
  )
}
