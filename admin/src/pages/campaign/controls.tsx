import { Button } from '@mantine/core'
import { IconCalendarOff, IconPlayerPause, IconPlayerStop } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Campaign } from '../../api/campaign-entities.ts'
import { useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'

type Verb = 'pause' | 'cancel' | 'unschedule'

const verbs: Partial<Record<Campaign['state'], Verb[]>> = {
  scheduled: ['cancel', 'unschedule'],
  freezing: ['cancel', 'pause'],
  running: ['cancel', 'pause'],
  // Going on is asked where the reason of the pause stands.
  paused: ['cancel'],
}
const icons = {
  pause: IconPlayerPause,
  cancel: IconPlayerStop,
  unschedule: IconCalendarOff,
}

/** What can be done with a campaign in its state; each asks once and says what follows. Pausing is at once. */
export function Controls({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaign')
  const { slug } = useBusiness()
  const navigate = useNavigate()
  const [asked, ask] = useState<Verb>()
  const { id } = campaign
  const act = useChange(
    (client, verb: Verb) => {
      const at = { params: { path: { id } } }
      switch (verb) {
        case 'pause':
          return client.POST('/api/v1/campaigns/{id}/pause', { ...at, body: {} })
        case 'cancel':
          return client.POST('/api/v1/campaigns/{id}/cancel', at)
        case 'unschedule':
          return client.POST('/api/v1/campaigns/{id}/unschedule', at)
      }
    },
    {
      touches: [['campaigns'], ['insights']],
      onDone: (_, verb) => {
        ask(undefined)
        if (verb === 'unschedule')
          void navigate({ to: '/b/$slug/campaigns/new', params: { slug }, search: { id } })
      },
    },
  )
  return (
    <>
      {verbs[campaign.state]?.map((verb) => {
        const Icon = icons[verb]
        return (
          <Button
            key={verb}
            variant={verb === 'pause' ? 'filled' : 'default'}
            leftSection={<Icon size={16} aria-hidden />}
            loading={act.isPending && act.variables === verb && asked === undefined}
            onClick={() => (verb === 'pause' ? act.mutate(verb) : ask(verb))}
          >
            {t(`verbs.${verb}.button`)}
          </Button>
        )
      })}
      {(['cancel', 'unschedule'] as const).map((verb) => (
        <ConfirmDialog
          key={verb}
          opened={asked === verb}
          onClose={() => ask(undefined)}
          onConfirm={() => act.mutate(verb)}
          title={t(`verbs.${verb}.title`)}
          confirmLabel={t(`verbs.${verb}.go`)}
          keepLabel={t(`verbs.${verb}.keep`)}
          loading={act.isPending}
          danger={verb === 'cancel'}
        >
          {verb === 'cancel' && campaign.freezing ? t('verbs.cancel.freezingText') : t(`verbs.${verb}.text`)}
        </ConfirmDialog>
      ))}
    </>
  )
}
