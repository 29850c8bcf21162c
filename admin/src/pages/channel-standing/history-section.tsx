import { useTranslation } from 'react-i18next'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './channel-standing.module.css'
import type { ChannelDetail } from './types.ts'

/** How the quality was over 90 days, as one strip; each change with its time below. */
export function HistorySection({ history }: { history: ChannelDetail['history'] }) {
  const { t } = useTranslation(['channel-standing', 'design'])
  const format = useFormat()
  const start = Date.parse(history[0]?.at ?? '')
  const end = Date.now()
  const spans = history.map(({ at, quality }, index) => {
    const next = history[index + 1]
    return {
      at,
      quality,
      share: ((next ? Date.parse(next.at) : end) - Date.parse(at)) / (end - start),
      text: t(index === 0 ? 'history.first' : 'history.from', {
        quality: t(`design:state.quality.${quality}`),
        at: format.dateTime(at),
      }),
    }
  })
  return (
    <Section title={t('history.title')}>
      <div
        className={classes.strip}
        role="img"
        aria-label={t('history.chart', { list: spans.map(({ text }) => text).join(', ') })}
      >
        {spans.map(({ at, quality, share, text }) => (
          <span key={at} data-quality={quality} style={{ width: `${share * 100}%` }} title={text} />
        ))}
      </div>
      <div className={classes.ends} aria-hidden>
        <span>{t('history.since')}</span>
        <span>{t('history.today')}</span>
      </div>
      <ul className={classes.legend}>
        {spans.map(({ at, quality, text }) => (
          <li key={at}>
            <i data-quality={quality} aria-hidden />
            {text}
          </li>
        ))}
      </ul>
    </Section>
  )
}
