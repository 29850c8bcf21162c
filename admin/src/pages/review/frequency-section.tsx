import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './review.module.css'
import type { Review } from './types.ts'

/** How often people were written to in a month, and how many of these left: a bar of people, and the share that went. */
export function FrequencySection({ frequency }: Pick<Review, 'frequency'>) {
  const { t } = useTranslation('review')
  const format = useFormat()
  const most = Math.max(1, ...frequency.map(({ people }) => people))
  const worst = Math.max(...frequency.map(({ people, optOuts }) => optOuts / people), 0)
  return (
    <Section title={t('frequency.title')} lead={t('frequency.lead')}>
      {frequency.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('frequency.none')}
        </Text>
      ) : (
        <ol className={classes.histogram}>
          {frequency.map(({ messages, people, optOuts }) => {
            const share = optOuts / people
            return (
              <li key={messages}>
                <div className={classes.words}>
                  <strong>
                    {messages >= 5 ? t('frequency.more') : t('frequency.row', { count: messages })}
                  </strong>
                  <span>
                    {t('frequency.people', { count: people })} ·{' '}
                    <b data-worst={(share === worst && worst > 0) || undefined}>
                      {t('frequency.left', { share: format.percent(share) })}
                    </b>
                  </span>
                </div>
                <div className={classes.bar} aria-hidden>
                  <span style={{ width: `${((people - optOuts) / most) * 100}%` }} />
                  <span data-left style={{ width: `${(optOuts / most) * 100}%` }} />
                </div>
              </li>
            )
          })}
        </ol>
      )}
    </Section>
  )
}
