import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Template } from '../../api/campaign-entities.ts'
import { useChange } from '../../api/use-api.ts'
import { DateTime } from '../../design/values.tsx'

/** Against a rejection or a switch-off; against a change of category from its own notice. */
export const mayAppeal = ({ state }: Template): boolean => state === 'rejected' || state === 'disabled'

interface AppealDialogProps {
  template: Template
  opened: boolean
  onClose: () => void
}

/** Meta takes appeals on its own page only: here it is noted, and the way there is shown. */
export function AppealDialog({ template, opened, onClose }: AppealDialogProps) {
  const { t } = useTranslation(['template', 'design'])
  const appeal = useChange(
    (client) => client.POST('/api/v1/templates/{id}/appeal', { params: { path: { id: template.id } } }),
    { touches: [['templates']] },
  )
  const close = () => {
    appeal.reset()
    onClose()
  }
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('appeal.title')}
      closeButtonProps={{ 'aria-label': t('design:dialog.close') }}
    >
      {appeal.data ? (
        <Stack gap="md">
          <Text size="sm">{appeal.data.note}</Text>
          {appeal.data.until && (
            <Text size="sm" c="dimmed">
              {t('appeal.until')} <DateTime at={appeal.data.until} only="date" />
            </Text>
          )}
          <Group justify="flex-end">
            <Button
              component="a"
              href={appeal.data.url}
              target="_blank"
              rel="noreferrer"
              rightSection={<IconExternalLink size={16} aria-hidden />}
              data-autofocus
            >
              {t('appeal.open')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <Stack gap="md">
          <Text size="sm">{t('appeal.text')}</Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('design:dialog.cancel')}
            </Button>
            <Button data-autofocus loading={appeal.isPending} onClick={() => appeal.mutate()}>
              {t('appeal.go')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}
