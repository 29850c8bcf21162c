import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Channel } from '../../api/entities.ts'
import { useChange } from '../../api/use-api.ts'

/** Reads all templates of the numbers from Meta again, for whoever does not want to wait for a webhook. */
export function SyncButton({ channels }: { channels: readonly Channel[] }) {
  const { t } = useTranslation('templates')
  const sync = useChange(
    async (client, channelIds: string[]) => {
      for (const channelId of channelIds) await client.POST('/api/v1/templates/sync', { body: { channelId } })
      return {}
    },
    { touches: [['templates']], done: t('synced') },
  )
  if (channels.length === 0) return null
  return (
    <Button
      variant="default"
      leftSection={<IconRefresh size={16} aria-hidden />}
      loading={sync.isPending}
      onClick={() => sync.mutate(channels.map((channel) => channel.id))}
    >
      {t('sync')}
    </Button>
  )
}
