import { Skeleton, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { HomeInsights } from '../../api/campaign-entities.ts'
import { Funnel } from '../../design/bars.tsx'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './home.module.css'

/** From the first message to the JA. */
export function FunnelCard({ funnel, days }: { funnel: HomeInsights['funnel'] | undefined; days: number }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  return (
    <Section title={t('funnel.title')} lead={t('funnel.lead', { count: days })}>
      {funnel ? (
        <>
          <Funnel
            label={t('funnel.title')}
            steps={[
              { key: 'requested', label: t('funnel.requested'), count: funnel.requested, tone: 'info' },
              { key: 'asked', label: t('funnel.asked'), count: funnel.asked, tone: 'info' },
              { key: 'confirmed', label: t('funnel.confirmed'), count: funnel.confirmed, tone: 'good' },
            ]}
          />
          <Text size="sm" c="dimmed" mt="md">
            {t('funnel.rest', {
              refused: format.number(funnel.refused),
              expired: format.number(funnel.expired),
            })}
          </Text>
        </>
      ) : (
        <div className={classes.skeletons}>
          <Skeleton height="2rem" />
          <Skeleton height="2rem" width="85%" />
          <Skeleton height="2rem" width="70%" />
        </div>
      )}
    </Section>
  )
}
