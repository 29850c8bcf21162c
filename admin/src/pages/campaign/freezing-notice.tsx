import { Progress } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Campaign } from '../../api/campaign-entities.ts'
import { useApi } from '../../api/use-api.ts'
import { Notice } from '../../design/notice.tsx'
import { useFormat } from '../../i18n/format.ts'

/** Events come with every part; this is for the ones that got lost. */
const askAgainMs = 3000

/** A big audience on its way into the queue, live: nothing is sent yet. */
export function FreezingNotice({ campaign: { id } }: { campaign: Campaign }) {
  const { t } = useTranslation('campaign')
  const format = useFormat()
  const api = useApi()
  const { data } = useQuery({
    ...api.query(['campaigns', id], (client, signal) =>
      client.GET('/api/v1/campaigns/{id}', { params: { path: { id } }, signal }),
    ),
    refetchInterval: askAgainMs,
  })
  if (!data?.freezing) return null
  const { done, expected } = data.freezing
  const text = t('freezing.progress', { done: format.number(done), expected: format.number(expected) })
  return (
    <Notice tone="info" icon={IconUsersGroup} title={t('freezing.title')}>
      {text}
      <Progress
        value={expected > 0 ? Math.min(100, (done / expected) * 100) : 0}
        aria-label={text}
        mt="xs"
        mb="xs"
      />
      {t('freezing.text')}
    </Notice>
  )
}
