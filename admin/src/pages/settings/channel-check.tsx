import { Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Channel } from '../../api/entities.ts'
import { useChange } from '../../api/use-api.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { Notice } from '../../design/notice.tsx'
import { ChannelTest } from './channel-test.tsx'
import { CheckSteps } from './check-steps.tsx'

/** Looks at everything that the number needs, as soon as somebody opens it; what is missing says its cure. */
export function ChannelCheckPart({ channel }: { channel: Channel }) {
  const { t } = useTranslation('settings')
  const { id: channelId, phoneNumberId, wabaId } = channel
  const check = useChange(
    (client) => client.POST('/api/v1/channels/check', { body: { channelId, phoneNumberId, wabaId } }),
    { touches: [], onProblem: () => undefined },
  )
  const { mutate } = check
  useEffect(() => mutate(), [mutate])
  const subscribe = useChange(
    (client) => client.POST('/api/v1/channels/{id}/subscribe', { params: { path: { id: channelId } } }),
    { touches: [['standing']], done: t('channelParts.subscribed'), onDone: () => mutate() },
  )
  if (check.error) return <ErrorState error={check.error} onRetry={() => mutate()} />
  const result = check.isPending ? undefined : check.data
  const failed = result?.steps.filter(({ state }) => state === 'fail').length ?? 0
  const deaf = result?.steps.some(({ key, state }) => key === 'subscription' && state === 'fail')
  return (
    <Stack>
      {result && (
        <Notice
          tone={result.healthy ? 'good' : 'bad'}
          icon={result.healthy ? IconCircleCheck : IconAlertTriangle}
          title={result.healthy ? t('channelParts.healthy') : t('channelParts.failed', { count: failed })}
        />
      )}
      <CheckSteps steps={result?.steps} />
      <Group justify="flex-end" gap="xs">
        {deaf && (
          <Button loading={subscribe.isPending} onClick={() => subscribe.mutate()}>
            {t('channelParts.subscribe')}
          </Button>
        )}
        <Button variant="default" loading={check.isPending} onClick={() => mutate()}>
          {t('connect.again')}
        </Button>
      </Group>
      <ChannelTest channel={channel} />
      <Text size="sm" c="dimmed">
        {t('channelParts.commandLine')} <code>jawort doctor channel {channel.phoneNumberId}</code>
      </Text>
    </Stack>
  )
}
