import { Button, Group, Modal, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../../design/copy-field.tsx'

export interface ToldSecret {
  name: string
  secret: string
}

/** A secret that is shown this once; it closes by its button alone, so that nobody loses it by a slip. */
export function SecretDialog({ told, onClose }: { told: ToldSecret | undefined; onClose: () => void }) {
  const { t } = useTranslation('settings')
  return (
    <Modal
      opened={told !== undefined}
      onClose={onClose}
      title={t('webhooks.secretTitle', { name: told?.name ?? '' })}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Stack>
        <CopyField
          label={t('webhooks.secret')}
          value={told?.secret ?? ''}
          description={t('webhooks.secretHint')}
        />
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('webhooks.secretDone')}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
