import { Button, Group, Stack } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Channel, CheckStepKey } from '../../api/entities.ts'
import { useChange } from '../../api/use-api.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { CheckSteps } from './check-steps.tsx'
import type { ConnectValues } from './connect-walk.tsx'
import classes from './settings.module.css'

/** These can only work after the number is saved and Meta knows the webhook. */
const later: readonly CheckStepKey[] = ['subscription', 'callback', 'webhook', 'signature', 'profile']

interface ConnectCheckProps {
  values: ConnectValues
  onBack: () => void
  onConnected: (channel: Channel) => void
}

/** Asks Meta about every entry, says what is wrong, and saves the number when nothing is. */
export function ConnectCheck({ values, onBack, onConnected }: ConnectCheckProps) {
  const { t } = useTranslation('settings')
  const { name, ...credentials } = values
  const check = useChange((client) => client.POST('/api/v1/channels/check', { body: credentials }), {
    touches: [],
    onProblem: () => undefined,
  })
  const connect = useChange((client) => client.POST('/api/v1/channels', { body: { ...credentials, name } }), {
    touches: [['channels'], ['standing'], ['insights']],
    done: t('connect.connected'),
    onDone: onConnected,
  })
  const { mutate } = check
  // Once on arrival; changed entries come with a fresh mount.
  useEffect(() => mutate(), [mutate])
  const steps = check.data?.steps
  const ready = check.data?.ok ?? false
  return (
    <Stack className={classes.walkPage}>
      {check.error ? (
        <ErrorState error={check.error} onRetry={() => check.mutate()} />
      ) : (
        <CheckSteps steps={check.isPending ? undefined : steps} later={later} />
      )}
      <Group justify="space-between" mt="xs">
        <Button variant="subtle" color="gray" onClick={onBack}>
          {t('back')}
        </Button>
        <Group gap="xs">
          <Button variant="default" loading={check.isPending} onClick={() => check.mutate()}>
            {t('connect.again')}
          </Button>
          <Button disabled={!ready} loading={connect.isPending} onClick={() => connect.mutate()}>
            {t('connect.save')}
          </Button>
        </Group>
      </Group>
    </Stack>
  )
}
