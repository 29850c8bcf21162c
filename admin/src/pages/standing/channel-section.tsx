import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Standing } from '../../api/entities.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ButtonLink } from '../../design/links.tsx'
import { Section } from '../../design/section.tsx'
import { StateBadge } from '../../design/state-badge.tsx'
import { Relative } from '../../design/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import { LimitLadder } from './limit-ladder.tsx'
import classes from './standing.module.css'

type Channel = Standing['channels'][number]

/** One number: quality, messaging limit, speed, and how they changed. */
export function ChannelSection({ channel }: { channel: Channel }) {
  const { t } = useTranslation(['standing', 'design'])
  const format = useFormat()
  const { slug } = useBusiness()
  return (
    <Section
      title={channel.name}
      lead={
        <>
          {channel.displayPhoneNumber} · {channel.verifiedName}
        </>
      }
      aside={<StateBadge kind="channel" state={channel.state} />}
    >
      <div className={classes.grid}>
        <div className={classes.fact}>
          <Text size="sm" c="dimmed" fw={500}>
            {t('quality.label')}
          </Text>
          <div className={classes.big} data-quality={channel.quality}>
            <span className={classes.light} aria-hidden />
            {t(`design:state.quality.${channel.quality}`)}
          </div>
          <Text size="sm" c="dimmed">
            {t(`quality.about.${channel.quality}`)}
          </Text>
        </div>
        <div className={classes.fact}>
          <Text size="sm" c="dimmed" fw={500}>
            {t('limit.label')}
          </Text>
          <LimitLadder limit={channel.messagingLimit} used={channel.usedToday} />
        </div>
        <div className={classes.fact}>
          <Text size="sm" c="dimmed" fw={500}>
            {t('speed.label')}
          </Text>
          <div className={classes.big}>{t('speed.value', { rate: format.number(channel.throughput) })}</div>
          <Text size="sm" c="dimmed">
            {t('speed.about')}
          </Text>
        </div>
      </div>
      <Changes changes={channel.changes} />
      <ButtonLink to="/b/$slug/standing/$id" params={{ slug, id: channel.id }} variant="default" mt="md">
        {t('more')}
      </ButtonLink>
    </Section>
  )
}

function Changes({ changes }: { changes: Channel['changes'] }) {
  const { t } = useTranslation('standing')
  const whats: Record<string, string> = t('changes.what', { returnObjects: true })
  const say = useValueWords()
  return (
    <div className={classes.history}>
      <Text size="sm" fw={580} mb="xs">
        {t('changes.title')}
      </Text>
      {changes.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('changes.none')}
        </Text>
      ) : (
        <ol className={classes.changes}>
          {changes.map((change) => (
            <li key={change.at + change.what}>
              <span>
                {whats[change.what] ?? change.what}: <s>{say(change.what, change.before)}</s>{' '}
                <strong>{say(change.what, change.after)}</strong>
              </span>
              <Text span size="sm" c="dimmed">
                <Relative at={change.at} />
              </Text>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

/** A changed value as its page says it elsewhere: quality and state by their words, numbers by the language. */
function useValueWords(): (what: string, value: string | null) => string {
  const { t } = useTranslation('design')
  const format = useFormat()
  const words: Record<string, Record<string, string>> = {
    quality: t('state.quality', { returnObjects: true }),
    state: t('state.channel', { returnObjects: true }),
  }
  return (what, value) => {
    if (value === null) return '–'
    const known = words[what]?.[value]
    if (known) return known
    return /^\d+$/.test(value) ? format.number(Number(value)) : value
  }
}
