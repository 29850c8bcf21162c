import { Text } from '@mantine/core'
import { IconWorld } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/use-api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { KeysetTable } from '../../design/keyset-table.tsx'
import { Section } from '../../design/section.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { wholeList } from '../../design/whole-list.ts'
import { useFormat } from '../../i18n/format.ts'
import { daysOf } from './pack-days.ts'
import classes from './settings.module.css'

/** What each country asks for, and whether somebody has checked it. */
export function RulePacks() {
  const { t } = useTranslation('settings')
  const api = useApi()
  const format = useFormat()
  const packs = useQuery({
    ...api.query(['rule-packs'], (client, signal) => client.GET('/api/v1/rule-packs', { signal })),
    select: (all) => all.map((pack) => ({ ...pack, id: pack.version })),
  })
  const names: Record<string, string> = t('packs.days', { returnObjects: true })
  const hours = (week: readonly (number[] | null)[]) =>
    daysOf(week)
      .map(({ from, to, hours: [opens, closes] }) => {
        const days = from === to ? names[from] : `${names[from]}–${names[to]}`
        return `${days} ${opens}–${closes}`
      })
      .join(', ')
  return (
    <Section flush title={t('packs.title')} lead={t('packs.lead')}>
      <KeysetTable
        label={t('packs.title')}
        query={wholeList(packs)}
        empty={<EmptyState icon={IconWorld} title={t('packs.title')} text={t('packs.lead')} />}
        columns={[
          {
            key: 'country',
            header: t('packs.country'),
            cell: (pack) => (
              <>
                <div className={classes.strong}>
                  {pack.country === '*' ? t('packs.other') : format.country(pack.country)}
                </div>
                <Text size="xs" c="dimmed">
                  {pack.notes}
                </Text>
              </>
            ),
          },
          {
            key: 'hours',
            header: t('packs.hours'),
            from: 'sm',
            cell: (pack) =>
              pack.marketing ? (
                <>
                  <div>{hours(pack.week)}</div>
                  {pack.holidays && (
                    <Text size="xs" c="dimmed">
                      {t('packs.holidays')}
                    </Text>
                  )}
                </>
              ) : (
                t('packs.off')
              ),
          },
          {
            key: 'verified',
            header: t('packs.verified'),
            align: 'right',
            cell: (pack) =>
              pack.verifiedOn ? (
                <ToneBadge tone="good">{format.date(pack.verifiedOn)}</ToneBadge>
              ) : (
                <ToneBadge tone="warn">{t('packs.unverified')}</ToneBadge>
              ),
          },
        ]}
      />
    </Section>
  )
}
