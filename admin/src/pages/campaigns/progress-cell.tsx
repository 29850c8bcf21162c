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
  const { id, state, counts, freezing } = campaign
  const launched = campaign.launchedAt !== null && freezing === null
  const moving = state === 'running' || (state === 'paused' && launched)
  const progress = useQuery({
    ...api.query(['campaigns', id, 'progress'], (client, signal) =>
      client.GET('/api/v1/campaigns/{id}/progress', { params: { path: { id } }, signal }),
    ),
    enabled: moving,
  })
  if (freezing) {
    const checked = t('freezing', {
      done: format.number(freezing.done),
      expected: format.number(freezing.expected),
    })
    const parts = [{ key: 'checked', count: freezing.done, tone: 'info' as const }]
    return (
      <div className={classes.progress}>
        <PartsBar label={checked} total={freezing.expected} parts={parts} />
        <small>{checked}</small>
      </div>
    )
  }
  const messages = progress.data?.messages ?? counts
  if (!messages || state === 'draft' || state === 'scheduled') return null
  const { total, done, parts } = partsOf(messages)
  const text = t('progress', { done: format.number(done), total: format.number(total) })
  return (
    <div className={classes.progress}>
      <PartsBar label={text} total={total} parts={parts} />
      <small>{text}</small>
    </div>
  )
}
