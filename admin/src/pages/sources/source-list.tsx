import { Title } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Source } from '../../api/entities.ts'
import { useBusiness } from '../../app/use-business.ts'
import { AnchorLink } from '../../design/links.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { useFormat } from '../../i18n/format.ts'
import { iconOf, kinds } from './kinds.ts'
import classes from './sources.module.css'

/** Cards in the order of their kinds; what was revoked stands at the end, because its figures still count. */
export function SourceList({ sources }: { sources: Source[] }) {
  const { t } = useTranslation('sources')
  const open = kinds.flatMap(({ kind }) => sources.filter((each) => !each.revokedAt && each.kind === kind))
  const revoked = sources.filter((source) => source.revokedAt)
  return (
    <div className={classes.groups}>
      <Group title={t('open')} sources={open} />
      <Group title={t('revoked')} sources={revoked} />
    </div>
  )
}

function Group({ title, sources }: { title: string; sources: Source[] }) {
  if (sources.length === 0) return null
  return (
    <section>
      <Title order={2} className={classes.groupTitle}>
        {title}
      </Title>
      <ul className={classes.grid}>
        {sources.map((source) => (
          <li key={source.id}>
            <Card source={source} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Card({ source }: { source: Source }) {
  const { t } = useTranslation('sources')
  const format = useFormat()
  const { slug } = useBusiness()
  const Icon = iconOf(source.kind)
  const { requested, confirmed } = source.stats
  return (
    <AnchorLink
      to="/b/$slug/sources"
      params={{ slug }}
      search={{ source: source.id }}
      underline="never"
      className={classes.card}
      data-revoked={source.revokedAt ? true : undefined}
    >
      <span className={classes.cardHead}>
        <span className={classes.icon}>
          <Icon size={20} stroke={1.7} aria-hidden />
        </span>
        <span className={classes.cardName}>
          <strong>{source.name}</strong>
          <small>{source.keyword ?? t(`kinds.${source.kind}.one`)}</small>
        </span>
        {source.revokedAt && <ToneBadge tone="quiet">{t('revokedOne')}</ToneBadge>}
      </span>
      <span className={classes.figures}>
        <span>
          <b>{format.number(requested)}</b>
          {t('requested')}
        </span>
        <IconArrowRight size={16} aria-hidden />
        <span data-good>
          <b>{format.number(confirmed)}</b>
          {t('confirmed')}
        </span>
        {requested > 0 && <span className={classes.share}>{format.percent(confirmed / requested)}</span>}
      </span>
    </AnchorLink>
  )
}
