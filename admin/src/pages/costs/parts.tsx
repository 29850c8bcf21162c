import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Costs } from '../../api/cost-entities.ts'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './costs.module.css'
import { useCostNames } from './use-cost-names.ts'

type Of = 'markets' | 'categories' | 'topics' | 'campaigns'

const SHOWN = 8

/** What a month's costs are made of, the dearest first; each bar is a share of the dearest. */
export function Parts({ of, rows, currency }: { of: Of; rows: Costs['byMarket']; currency: string }) {
  const { t } = useTranslation('costs')
  const format = useFormat()
  const names = useCostNames()
  const most = Math.max(...rows.map((row) => row.amount), 0.01)
  const nameOf = (row: Costs['byMarket'][number]) => {
    if (of === 'markets') return names.market(row.key)
    if (of === 'categories') return names.category(row.key)
    return row.name ?? t(of === 'topics' ? 'parts.noTopic' : 'parts.none')
  }
  return (
    <Section title={t(`parts.${of}`)}>
      <ul className={classes.parts}>
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.key}>
            <div className={classes.words}>
              <span className={classes.name}>{nameOf(row)}</span>
              <strong className="tabular">{format.money(row.amount, currency)}</strong>
            </div>
            <div className={classes.track} aria-hidden>
              <span style={{ width: `${(row.amount / most) * 100}%` }} />
            </div>
            <Text size="xs" c="dimmed">
              {t('parts.messages', { count: row.messages, n: format.number(row.messages) })}
            </Text>
          </li>
        ))}
      </ul>
      {rows.length > SHOWN && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('parts.more', { count: rows.length - SHOWN })}
        </Text>
      )}
    </Section>
  )
}
