import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CampaignReport } from '../../api/campaign-entities.ts'
import { ReasonList } from '../../design/reason-list.tsx'
import { Section } from '../../design/section.tsx'
import classes from './campaign.module.css'
import { useErrorDetail, useReasonDetail } from './use-reason-detail.ts'

/** Who did not get it: left out at launch, withheld later, failed at WhatsApp. Each reason with its meaning (C-73). */
export function ReasonCards({ report }: { report: CampaignReport }) {
  const { t } = useTranslation('campaign')
  const reasonDetail = useReasonDetail()
  const errorDetail = useErrorDetail()
  const groups = [
    {
      key: 'excluded' as const,
      tone: 'plan' as const,
      reasons: report.excluded.map((each) => ({
        ...each,
        key: each.reason,
        detail: reasonDetail(each.reason),
      })),
    },
    {
      key: 'withheld' as const,
      tone: 'plan' as const,
      reasons: report.withheld.map((each) => ({
        ...each,
        key: each.reason,
        detail: reasonDetail(each.reason),
      })),
    },
    {
      key: 'failed' as const,
      tone: 'bad' as const,
      reasons: report.failed.map((each) => ({
        ...each,
        key: each.code,
        title: /^\d+$/.test(each.code) ? `${each.title} (${each.code})` : each.title,
        detail: errorDetail(each.code),
      })),
    },
  ]
  return (
    <div className={classes.thirds}>
      {groups.map(({ key, tone, reasons }) => (
        <Section key={key} title={t(`groups.${key}.title`)} lead={t(`groups.${key}.lead`)}>
          {reasons.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t(`groups.${key}.none`)}
            </Text>
          ) : (
            <ReasonList
              label={t(`groups.${key}.title`)}
              tone={tone}
              of={reasons.reduce((sum, each) => sum + each.count, 0)}
              reasons={reasons}
            />
          )}
        </Section>
      ))}
    </div>
  )
}
