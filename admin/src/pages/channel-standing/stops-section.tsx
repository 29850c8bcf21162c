import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconHandStop } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-api.ts'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import { GoOnDialog } from '../campaign/go-on-dialog.tsx'
import type { ChannelDetail } from './types.ts'

/** What a person takes back with a reason. */
type Act = { what: 'hold' } | { what: 'restriction'; kind: string } | { what: 'country'; country: string }

/** Everything that rests or is forbidden now, until when, what to do, and the way back; nothing when all is free. */
export function StopsSection({ channel, mayAct }: { channel: ChannelDetail; mayAct: boolean }) {
  const { t } = useTranslation('channel-standing')
  const format = useFormat()
  const [act, setAct] = useState<Act>()
  const undo = useUndo(channel.id, () => setAct(undefined))
  const { hold, restrictions, blockedCountries } = channel
  if (!hold && restrictions.length === 0 && blockedCountries.length === 0) return null
  const kinds: Record<string, string> = t('stops.kinds', { returnObjects: true })
  const button = (label: string, next: Act) =>
    mayAct && (
      <Button size="xs" variant="default" onClick={() => setAct(next)}>
        {label}
      </Button>
    )
  const span = (since: string, until: string | null) =>
    `${t('stops.since', { at: format.dateTime(since) })}, ${until ? t('stops.until', { at: format.dateTime(until) }) : t('stops.open')}`
  return (
    <Section title={t('stops.title')}>
      <Stack gap="sm">
        {hold && (
          <Stop
            title={t(`stops.hold.${hold.reason}`)}
            when={
              hold.until
                ? span(hold.since, hold.until)
                : t('stops.since', { at: format.dateTime(hold.since) })
            }
            todo={t('stops.holdDo')}
            action={button(t('stops.lift'), { what: 'hold' })}
          />
        )}
        {restrictions.map(({ kind, since, until }) => (
          <Stop
            key={kind}
            title={
              kind.startsWith('RESTRICTED')
                ? t('stops.forbidden', { what: kinds[kind] ?? kind })
                : (kinds[kind] ?? kind)
            }
            when={span(since, until)}
            todo={t('stops.restrictionDo')}
            action={button(t('stops.over'), { what: 'restriction', kind })}
          />
        ))}
        {blockedCountries.map(({ country, since }) => (
          <Stop
            key={country}
            title={t('stops.country', { country: format.country(country) })}
            when={t('stops.since', { at: format.dateTime(since) })}
            action={button(t('stops.allow'), { what: 'country', country })}
          />
        ))}
      </Stack>
      <GoOnDialog
        opened={act !== undefined}
        onClose={() => setAct(undefined)}
        onGo={(reason) => act && undo.mutate({ act, reason })}
        title={act ? t(VERBS[act.what]) : ''}
        text={act ? t(TEXTS[act.what]) : ''}
        go={act ? t(VERBS[act.what]) : ''}
        needsReason
        loading={undo.isPending}
      />
    </Section>
  )
}

const VERBS = { hold: 'stops.lift', restriction: 'stops.over', country: 'stops.allow' } as const
const TEXTS = { hold: 'stops.liftText', restriction: 'stops.overText', country: 'stops.allowText' } as const

function useUndo(id: string, onDone: () => void) {
  const { t } = useTranslation('channel-standing')
  return useChange<unknown, { act: Act; reason: string }>(
    (client, { act, reason }) => {
      const params = { path: { id } }
      if (act.what === 'hold')
        return client.POST('/api/v1/marketing-holds/{id}/lift', { params, body: { reason } })
      if (act.what === 'restriction')
        return client.POST('/api/v1/channels/{id}/lift-restriction', {
          params,
          body: { kind: act.kind, reason },
        })
      return client.POST('/api/v1/channels/{id}/allow-country', {
        params,
        body: { country: act.country, reason },
      })
    },
    { touches: [['standing'], ['campaigns']], done: t('stops.done'), onDone },
  )
}

function Stop({
  title,
  when,
  todo,
  action,
}: {
  title: string
  when: string
  todo?: string
  action: ReactNode
}) {
  return (
    <Alert color="yellow" icon={todo ? <IconHandStop /> : <IconAlertTriangle />} title={title}>
      <Text size="sm" mb={action ? 'xs' : 0}>
        {when}. {todo}
      </Text>
      {action}
    </Alert>
  )
}
