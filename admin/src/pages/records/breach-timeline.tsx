import { Timeline as Line, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Section } from '../../design/section.tsx'
import { DateTime } from '../../design/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './records.module.css'
import type { Breach } from './types.ts'

type Entry = Breach['entries'][number]['entry']

/** Everything that was written down, newest first; nothing of it can be changed. */
export function Timeline({ breach }: { breach: Breach }) {
  const { t } = useTranslation('records')
  const format = useFormat()
  const textOf = (entry: Entry): string => {
    switch (entry.kind) {
      case 'form':
        return entry.form.nature
      case 'affected':
        return [
          `${t(`breach.tables.${entry.query.table}`)}: ${t('breach.found', { people: format.number(entry.people) })}`,
          entry.told && t('breach.toldInChat', { people: format.number(entry.told.reachable) }),
        ]
          .filter(Boolean)
          .join(' · ')
      case 'authority':
        return [t(`breach.decisions.${entry.decision}`), entry.text, entry.delay].filter(Boolean).join(' · ')
      case 'people':
        return [
          t(`breach.decisions.${entry.decision}`),
          entry.at && format.dateTime(entry.at),
          ...entry.how.map((way) => t(`breach.ways.${way}`)),
          entry.text,
        ]
          .filter(Boolean)
          .join(' · ')
      default:
        return entry.text
    }
  }
  return (
    <Section title={t('breach.timeline')} lead={t('breach.timelineLead')}>
      <Line active={breach.entries.length} bulletSize={14} lineWidth={2}>
        {breach.entries.toReversed().map(({ seq, at, entry }) => (
          <Line.Item key={seq} title={t(`breach.kinds.${entry.kind}`)}>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {textOf(entry)}
            </Text>
            <span className={classes.soft}>
              <DateTime at={at} />
            </span>
          </Line.Item>
        ))}
      </Line>
    </Section>
  )
}
