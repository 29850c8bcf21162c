import { Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from '../standing/standing.module.css'
import type { ChannelDetail } from './types.ts'

/** Quality, what is left of the messaging limit, and the pace, each with what it means. */
export function NowSection({ channel }: { channel: ChannelDetail }) {
  const { t } = useTranslation(['channel-standing', 'standing', 'design'])
  const format = useFormat()
  const { quality, messagingLimit: limit, usedToday: used, room, freesAt, throughput } = channel
  const number = format.number
  return (
    <Section title={t('now.title')}>
      <div className={classes.grid}>
        <div className={classes.fact}>
          <Text size="sm" c="dimmed" fw={500}>
            {t('now.quality')}
          </Text>
          <div className={classes.big} data-quality={quality}>
            <span className={classes.light} aria-hidden />
            {t(`design:state.quality.${quality}`)}
          </div>
          <Text size="sm" c="dimmed">
            {t(`standing:quality.about.${quality}`)}
          </Text>
        </div>
        <div className={classes.fact}>
          <Text size="sm" c="dimmed" fw={500}>
            {t('now.room')}
          </Text>
          <div className={classes.big}>
            {limit === null ? t('now.noLimit') : t('now.people', { room: number(Math.max(0, room ?? 0)) })}
          </div>
          {limit !== null && (
            <Progress
              value={Math.min((used / limit) * 100, 100)}
              size="sm"
              my={6}
              color={used / limit > 0.85 ? 'yellow' : 'jade'}
              aria-label={t('now.usedLabel')}
            />
          )}
          <Text size="sm" c="dimmed">
            {limit === null
              ? t('now.usedOnly', { used: number(used) })
              : t('now.used', { used: number(used), limit: number(limit) })}{' '}
            {room !== null && room <= 0 && freesAt && t('now.frees', { at: format.dateTime(freesAt) })}
          </Text>
          {limit !== null && (
            <Text size="sm" c="dimmed" mt={6}>
              {t('now.limitText')}
            </Text>
          )}
        </div>
        <div className={classes.fact}>
          <Text size="sm" c="dimmed" fw={500}>
            {t('now.speed')}
          </Text>
          <div className={classes.big}>{t('now.perSecond', { rate: number(throughput) })}</div>
          <Text size="sm" c="dimmed">
            {t('now.speedText')}
          </Text>
        </div>
      </div>
    </Section>
  )
}
