import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconHistory } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Channel } from '../../api/entities.ts'
import { useChange } from '../../api/use-api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { Notice } from '../../design/notice.tsx'
import { useFormat } from '../../i18n/format.ts'

/** While an app secret is rotated the one before it counts for seven days: until when, and its end. It is never shown. */
export function PreviousSecret({ channel }: { channel: Channel }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const [asked, ask] = useDisclosure(false)
  const end = useChange(
    (client) =>
      client.PATCH('/api/v1/channels/{id}', {
        params: { path: { id: channel.id } },
        body: { previousAppSecret: null },
      }),
    { touches: [['channels'], ['standing']], done: t('channel.previousEnded'), onDone: ask.close },
  )
  if (!channel.previousSecretUntil) return null
  return (
    <>
      <Notice
        tone="info"
        icon={IconHistory}
        title={t('channel.previousCounts', { at: format.dateTime(channel.previousSecretUntil) })}
      >
        <p>{t('channel.previousCountsText')}</p>
        <Button variant="default" size="xs" mt="xs" onClick={ask.open}>
          {t('channel.previousEnd')}
        </Button>
      </Notice>
      <ConfirmDialog
        opened={asked}
        onClose={ask.close}
        onConfirm={() => end.mutate()}
        title={t('channel.previousEndTitle')}
        confirmLabel={t('channel.previousEnd')}
        loading={end.isPending}
        danger
      >
        {t('channel.previousEndText')}
      </ConfirmDialog>
    </>
  )
}
