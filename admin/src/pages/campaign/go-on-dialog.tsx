import { Button, Group, Modal, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

export interface GoOnDialogProps {
  opened: boolean
  onClose: () => void
  /** With the reason; empty when none is needed. */
  onGo: (reason: string) => void
  title: string
  text: string
  /** A verb. */
  go: string
  needsReason: boolean
  loading: boolean
}

/** Going on after something was stopped: what follows, and, where a rule wants it, why. */
export function GoOnDialog(props: GoOnDialogProps) {
  const { t } = useTranslation('design')
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <Question {...props} />
    </Modal>
  )
}

const shortest = 3

/** Inside the modal, so that the words are forgotten when it closes. */
function Question({ onClose, onGo, text, go, needsReason, loading }: GoOnDialogProps) {
  const { t } = useTranslation(['campaign', 'design'])
  const [reason, setReason] = useState('')
  const ready = !needsReason || reason.trim().length >= shortest
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onGo(reason.trim())
      }}
    >
      <Text size="sm">{text}</Text>
      {needsReason && (
        <Textarea
          mt="md"
          label={t('goOn.reason')}
          description={t('goOn.reasonHint')}
          required
          autosize
          minRows={2}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
      )}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('design:dialog.cancel')}
        </Button>
        <Button type="submit" loading={loading} disabled={!ready}>
          {go}
        </Button>
      </Group>
    </form>
  )
}
