import { Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Costs } from '../../api/cost-entities.ts'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './costs.module.css'

/** How much of the free answers each number has used, by our own count, and what Meta billed. */
export function ServiceCard({ numbers }: { numbers: Costs['service'] }) {
  const { t } = useTranslation('costs')
  const format = useFormat()
  return (
    <Section
      title={t('service.title')}
      lead={t('service.lead', { free: format.number(numbers[0]?.free ?? 0) })}
    >
      <ul className={classes.parts}>
        {numbers.map(({ channelId, name, delivered, free, billed }) => {
          const words = {
            delivered: format.number(delivered),
            free: format.number(free),
          }
          return (
            <li key={channelId}>
              <div className={classes.words}>
                <span className={classes.name}>{name}</span>
                <span className="tabular">{t(delivered > free ? 'service.over' : 'service.of', words)}</span>
              </div>
              <Progress
                value={free === 0 ? 100 : Math.min(100, (delivered / free) * 100)}
                color={delivered > free ? 'orange' : undefined}
                aria-label={`${name}: ${t('service.of', words)}`}
              />
              {billed > 0 && (
                <Text size="xs" c="dimmed" mt={4}>
                  {t('service.billed', { n: format.number(billed) })}
                  {delivered <= free && ` ${t('service.early')}`}
                </Text>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
