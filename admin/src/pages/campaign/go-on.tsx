import { Button } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Campaign } from '../../api/campaign-entities.ts'
import { useChange } from '../../api/use-api.ts'
import { notifyProblem } from '../../design/notify.tsx'
import { useFormat } from '../../i18n/format.ts'
import { GoOnDialog } from './go-on-dialog.tsx'

/** Takes a paused campaign up again, with a reason where one is asked for, and not before its time. */
export function GoOn({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaign')
  const format = useFormat()
  const { id, resumeAfter } = campaign
  const [asked, ask] = useState(false)
  const [needsReason, setNeedsReason] = useState(campaign.resumeNeedsReason)
  const resume = useChange(
    (client, reason: string) =>
      client.POST('/api/v1/campaigns/{id}/resume', {
        params: { path: { id } },
        body: reason ? { reason } : {},
      }),
    {
      touches: [['campaigns'], ['insights'], ['standing']],
      onDone: () => ask(false),
      onProblem: (problem) => {
        if (problem.code === 'reason_needed') setNeedsReason(true)
        notifyProblem(problem)
      },
    },
  )
  if (resumeAfter && new Date(resumeAfter) > new Date()) {
    return (
      <Button leftSection={<IconPlayerPlay size={16} aria-hidden />} disabled>
        {t('goOn.earliest', { at: format.dateTime(resumeAfter) })}
      </Button>
    )
  }
  return (
    <>
      <Button leftSection={<IconPlayerPlay size={16} aria-hidden />} onClick={() => ask(true)}>
        {t('goOn.button')}
      </Button>
      <GoOnDialog
        opened={asked}
        onClose={() => ask(false)}
        onGo={(reason) => resume.mutate(reason)}
        title={campaign.freezing ? t('verbs.resume.freezingTitle') : t('verbs.resume.title')}
        text={campaign.freezing ? t('verbs.resume.freezingText') : t('verbs.resume.text')}
        go={t('verbs.resume.go')}
        needsReason={needsReason || campaign.resumeNeedsReason}
        loading={resume.isPending}
      />
    </>
  )
}
