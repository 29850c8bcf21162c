import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Campaign } from '../../api/campaign-entities.ts'
import { useApi } from '../../api/use-api.ts'
import { PartsBar } from '../../design/bars.tsx'
import { partsOf } from '../../design/message-parts.ts'
import { useFormat } from '../../i18n/format.ts'
import classes from './campaigns.module.css'

/** How far a campaign has come; asked anew by itself while it runs. */
export function ProgressCell({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns')
  const format = useFormat()
  const api = useApi()
  const { id, state, counts } = campaign
  const moving = state === 'running' || (state === 'paused' && campaign.launchedAt !== null)
  const progress = useQuery({
    ...api.query(['campaigns', id, 'progress'], (client, signal) =>
      client.GET('/api/v1/campaigns/{id}/progress', { params: { path: { id } }, signal }),
    ),
    enabled: moving,
  })
  const messages = progress.data?.messages ?? counts
  if (!messages || state === 'draft' || state === 'scheduled' || state === 'freezing') return null
  const { total, done, parts } = partsOf(messages)
  const text = t('progress', { done: format.number(done), total: format.number(total) })
  return (
    <div className={classes.progress}>
      <PartsBar label={text} total={total} parts={parts} />
      <small>{text}</small>
    </div>
  )
}
