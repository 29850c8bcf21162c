import { Progress, Skeleton, Text } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { ButtonLink } from '../../design/links.tsx'
import { Section } from '../../design/section.tsx'
import { ChannelLive } from './channel-live.tsx'
import classes from './records.module.css'

/** The checklist before a number may send marketing (C-52), and the numbers. */
export function LivePart() {
  const { t } = useTranslation('records')
  const api = useApi()
  const { slug, role } = useBusiness()
  const live = useQuery(
    api.query(['records', 'live'], (client, signal) => client.GET('/api/v1/records/live', { signal })),
  )
  if (live.error) return <ErrorState error={live.error} onRetry={() => void live.refetch()} />
  if (!live.data) return <Skeleton height="24rem" radius="lg" />
  const { done, total, items, channels } = live.data
  const keeper = role === 'owner' || role === 'dpo'
  return (
    <div className={classes.stack}>
      <Section title={t('live.title')} lead={t('live.lead')}>
        <div className={classes.row}>
          <Text fw={560}>{t('live.progress', { done, total })}</Text>
        </div>
        <Progress
          mt="xs"
          value={(done / total) * 100}
          color={done === total ? 'teal' : 'yellow'}
          aria-label={t('live.progress', { done, total })}
        />
        <ul className={classes.items}>
          {items.map((item) => (
            <li key={item.key} className={classes.item} data-ok={item.ok}>
              <span className={classes.mark}>
                {item.ok ? (
                  <IconCircleCheck size={20} aria-label={t('live.ok')} />
                ) : (
                  <IconCircleDashed size={20} aria-label={t('live.missing')} />
                )}
              </span>
              <div>
                <span className={classes.strong}>{item.title}</span>{' '}
                <span className={classes.article}>{item.article}</span>
                {!item.ok && <div className={classes.soft}>{item.cure}</div>}
              </div>
              {!item.ok && keeper ? (
                <ButtonLink
                  size="xs"
                  variant="default"
                  to="/b/$slug/records"
                  params={{ slug }}
                  search={{ part: item.part }}
                  aria-label={`${t('live.goThere')}: ${item.title}`}
                >
                  {t('live.goThere')}
                </ButtonLink>
              ) : (
                <span />
              )}
            </li>
          ))}
        </ul>
      </Section>
      {channels.map((channel) => (
        <ChannelLive key={channel.id} channel={channel} ready={done === total} />
      ))}
      {channels.length === 0 && (
        <Section>
          <Text c="dimmed">{t('live.noChannel')}</Text>
        </Section>
      )}
    </div>
  )
}
