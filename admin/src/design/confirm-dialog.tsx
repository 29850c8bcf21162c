import { Button, Group, Modal, Text, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

export interface ConfirmDialogProps {
  opened: boolean
  onClose: () => void
  onConfirm: () => void
  title: string
  children: ReactNode
  /** A verb, never "OK". */
  confirmLabel: string
  /** Instead of "cancel", where that word could be taken for what is being asked. */
  keepLabel?: string
  danger?: boolean
  /** There is nothing to decide: one button, which closes. */
  only?: boolean
  loading?: boolean
  /** For what cannot be taken back: the person types this word first. */
  word?: string
}

/** Asks once before something with consequences, and names the consequence. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, onClose, title } = props
  const { t } = useTranslation('design')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <Question {...props} />
    </Modal>
  )
}

/** Inside the modal, so that the typed word is forgotten when it closes. */
function Question({
  onClose,
  onConfirm,
  children,
  confirmLabel,
  keepLabel,
  danger,
  only = false,
  loading,
  word,
}: ConfirmDialogProps) {
  const { t } = useTranslation('design')
  const [typed, setTyped] = useState('')
  const ready = !word || typed.trim() === word
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onConfirm()
      }}
    >
      <Text component="div" size="sm">
        {children}
      </Text>
      {word && (
        <TextInput
          mt="md"
          label={t('dialog.typeToConfirm', { word })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
      )}
      <Group justify="flex-end" mt="lg" gap="xs">
        {!only && (
          <Button variant="default" onClick={onClose}>
            {keepLabel ?? t('dialog.cancel')}
          </Button>
        )}
        <Button
          type="submit"
          color={danger ? 'red' : undefined}
          loading={loading ?? false}
          disabled={!ready}
          data-autofocus={word ? undefined : true}
        >
          {confirmLabel}
        </Button>
      </Group>
    </form>
  )
}
