import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './channel-standing.module.css'
import type { ChannelDetail } from './types.ts'

/** Which errors came how often, in words, with what to do. */
export function ErrorsSection({ errors }: { errors: ChannelDetail['errors'] }) {
  const { t } = useTranslation('channel-standing')
  const format = useFormat()
  const most = Math.max(1, ...errors.map(({ count }) => count))
  return (
    <Section title={t('errors.title')}>
      {errors.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('errors.none')}
        </Text>
      ) : (
        <ul className={classes.errors}>
          {errors.map(({ code, count, title, advice }) => (
            <li key={code}>
              <div className={classes.error}>
                <strong>
                  {title} <span className={classes.code}>{code}</span>
                </strong>
                <span className="tabular">{format.number(count)}</span>
              </div>
              <div className={classes.bar} aria-hidden>
                <span className={classes.fill} style={{ width: `${(count / most) * 100}%` }} />
              </div>
              <Text size="sm" c="dimmed">
                {advice}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
