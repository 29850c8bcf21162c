import { Button, Text } from '@mantine/core'
import { IconCalendarTime, IconSend } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Campaign, CampaignReview } from '../../api/campaign-entities.ts'
import { useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { notifyProblem } from '../../design/notify.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './campaign-new.module.css'

/** From so many people on the number is typed, so that nobody sends to thousands by a slip. */
const typedFrom = 500

/** The last word: how many people, how much, now or when. */
export function LaunchBar({ campaign, review }: { campaign: Campaign; review: CampaignReview }) {
  const { t } = useTranslation('campaign-new')
  const format = useFormat()
  const { slug } = useBusiness()
  const navigate = useNavigate()
  const [asked, ask] = useState(false)
  const { id, scheduledAt } = campaign
  const people = review.waterfall.toSend + review.waterfall.later
  const cost = format.money(review.cost.high, review.cost.currency)
  const unpriced = review.cost.byMarket.reduce((sum, row) => sum + (row.price === null ? row.count : 0), 0)
  const without = { count: unpriced, number: format.number(unpriced) }
  const launch = useChange(
    (client) =>
      client.POST('/api/v1/campaigns/{id}/launch', {
        params: { path: { id } },
        body: scheduledAt ? { at: scheduledAt } : {},
      }),
    {
      touches: [['campaigns'], ['insights']],
      done: scheduledAt ? t('launch.planned') : t('launch.started'),
      onDone: () => void navigate({ to: '/b/$slug/campaigns/$id', params: { slug, id } }),
      onProblem: (problem) => {
        ask(false)
        notifyProblem(problem)
      },
    },
  )
  const number = format.number(people)
  return (
    <div className={classes.launch}>
      <div>
        <strong>{t('launch.people', { count: people, number })}</strong>
        <Text size="sm" c="dimmed">
          {scheduledAt
            ? t(unpriced > 0 ? 'launch.atUnpriced' : 'launch.atAndCost', {
                at: format.dateTime(scheduledAt),
                cost,
                ...without,
              })
            : t(unpriced > 0 ? 'launch.nowUnpriced' : 'launch.nowAndCost', { cost, ...without })}
        </Text>
      </div>
      <Button
        size="md"
        leftSection={
          scheduledAt ? <IconCalendarTime size={18} aria-hidden /> : <IconSend size={18} aria-hidden />
        }
        disabled={review.problems.length > 0 || people === 0}
        onClick={() => ask(true)}
      >
        {scheduledAt ? t('launch.plan') : t('launch.now')}
      </Button>
      <ConfirmDialog
        opened={asked}
        onClose={() => ask(false)}
        onConfirm={() => launch.mutate()}
        title={
          scheduledAt
            ? t('launch.planTitle', { at: format.dateTime(scheduledAt) })
            : t('launch.nowTitle', { count: people, number })
        }
        confirmLabel={scheduledAt ? t('launch.plan') : t('launch.now')}
        loading={launch.isPending}
        {...(people > typedFrom ? { word: String(people) } : {})}
      >
        {scheduledAt ? t('launch.planText', { number, cost }) : t('launch.nowText', { number, cost })}
        {unpriced > 0 && ` ${t('launch.unpriced', without)}`}
      </ConfirmDialog>
    </div>
  )
}
