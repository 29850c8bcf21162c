import { Button } from '@mantine/core'
import { IconGauge } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-api.ts'
import { Notice } from '../../design/notice.tsx'
import { GoOnDialog } from './go-on-dialog.tsx'

/** The campaign goes at half its pace because its template is yellow; a member who has looked may undo that, with a reason. */
export function SlowNotice({ campaignId, mayAct }: { campaignId: string; mayAct: boolean }) {
  const { t } = useTranslation('campaign')
  const [asked, ask] = useState(false)
  const full = useChange(
    (client, reason: string) =>
      client.POST('/api/v1/campaigns/{id}/full-pace', {
        params: { path: { id: campaignId } },
        body: { reason },
      }),
    { touches: [['campaigns']], onDone: () => ask(false) },
  )
  return (
    <Notice
      tone="warn"
      icon={IconGauge}
      title={t('slow.title')}
      action={
        mayAct && (
          <Button variant="default" onClick={() => ask(true)}>
            {t('slow.undo')}
          </Button>
        )
      }
    >
      {t('slow.text')}
      <GoOnDialog
        opened={asked}
        onClose={() => ask(false)}
        onGo={(reason) => full.mutate(reason)}
        title={t('slow.undo')}
        text={t('slow.undoText')}
        go={t('slow.undo')}
        needsReason
        loading={full.isPending}
      />
    </Notice>
  )
}
