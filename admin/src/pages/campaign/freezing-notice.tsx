import { Progress } from '@mantine/core'
import { IconAlertTriangle, IconUsersGroup } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Campaign } from '../../api/campaign-entities.ts'
import { useApi } from '../../api/use-api.ts'
import { Notice } from '../../design/notice.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './campaign.module.css'

/** Events come with every part; this is for the ones that got lost, and for when nothing comes any more. */
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
  const { done, expected, stalledSince } = data.freezing
  const share = expected > 0 ? Math.min(1, done / expected) : 0
  return (
    <Notice
      tone={stalledSince ? 'warn' : 'info'}
      icon={stalledSince ? IconAlertTriangle : IconUsersGroup}
      title={stalledSince ? t('freezing.stalledTitle') : t('freezing.title')}
    >
      <div className={classes.freezing}>
        {/* The bar says it to a screen reader; as text it would be read out again with every part. */}
        <div className={classes.freezingFigures} aria-hidden>
          <span>
            {t('freezing.progress', { done: format.number(done), expected: format.number(expected) })}
          </span>
          <span>{format.percent(share)}</span>
        </div>
        <Progress
          value={share * 100}
          color={stalledSince ? 'yellow' : 'blue'}
          animated={!stalledSince}
          className={classes.freezingBar}
          aria-label={t('freezing.label')}
        />
      </div>
      {stalledSince ? t('freezing.stalledText', { since: format.time(stalledSince) }) : t('freezing.text')}
    </Notice>
  )
}
