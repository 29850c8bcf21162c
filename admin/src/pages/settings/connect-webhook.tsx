import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Channel } from '../../api/entities.ts'
import { useChange } from '../../api/use-api.ts'
import { CopyField } from '../../design/copy-field.tsx'
import { CheckSteps } from './check-steps.tsx'
import type { ConnectValues } from './connect-walk.tsx'
import classes from './settings.module.css'

/** The last step happens at Meta: its webhook must know our address. Afterwards everything is checked once more. */
export function ConnectWebhook({
  channel,
  values: { name: _, ...credentials },
  onDone,
}: {
  channel: Channel
  values: ConnectValues
  onDone: () => void
}) {
  const { t } = useTranslation('settings')
  const check = useChange(
    (client) => client.POST('/api/v1/channels/check', { body: { ...credentials, channelId: channel.id } }),
    { touches: [['channels']] },
  )
  return (
    <Stack className={classes.walkPage}>
      <Text size="sm">{t('connect.webhookText')}</Text>
      <CopyField label={t('channel.webhookUrl')} value={channel.webhookUrl} />
      <CopyField label={t('connect.verifyToken')} value={credentials.verifyToken} />
      <Text size="sm" c="dimmed">
        {t('connect.webhookFields')}
      </Text>
      {(check.isPending || check.data) && (
        <CheckSteps steps={check.isPending ? undefined : check.data?.steps} />
      )}
      <Group justify="flex-end" gap="xs">
        <Button
          variant={check.data?.ok ? 'default' : 'filled'}
          loading={check.isPending}
          onClick={() => check.mutate()}
        >
          {t('connect.checkWebhook')}
        </Button>
        <Button variant={check.data?.ok ? 'filled' : 'default'} onClick={onDone}>
          {t('done')}
        </Button>
      </Group>
    </Stack>
  )
}
