import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Channel } from '../../api/entities.ts'
import { useChange } from '../../api/use-api.ts'
import { useFormat } from '../../i18n/format.ts'
import { ChannelSheet } from './channel-sheet.tsx'
import { PinField } from './pin-field.tsx'
import { PreviousSecret } from './previous-secret.tsx'
import classes from './settings.module.css'

/** Which keys are in use and since when, never which they are; their replacement; and the PIN of the number. */
export function ChannelAccess({ channel }: { channel: Channel }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const [changing, change] = useDisclosure(false)
  const since = (at: string | null) =>
    at ? t('channelParts.inUseSince', { at: format.dateTime(at) }) : t('channelParts.inUse')
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <Title order={3} size="h5">
          {t('channelParts.keys')}
        </Title>
        <dl className={classes.facts}>
          <dt>{t('connect.accessToken')}</dt>
          <dd>{since(channel.accessTokenSince)}</dd>
          <dt>{t('connect.appSecret')}</dt>
          <dd>{since(channel.appSecretSince)}</dd>
        </dl>
        <PreviousSecret channel={channel} />
        <Group>
          <Button variant="default" onClick={change.open}>
            {t('channel.change')}
          </Button>
        </Group>
      </Stack>
      <PinForm channel={channel} />
      <ChannelSheet channel={channel} opened={changing} onClose={change.close} />
    </Stack>
  )
}

/** Sets the PIN; a number that is not registered yet is registered with it. */
function PinForm({ channel }: { channel: Channel }) {
  const { t } = useTranslation('settings')
  const [pin, setPin] = useState('')
  const [error, setError] = useState<string>()
  const save = useChange(
    (client) =>
      client.PUT('/api/v1/channels/{id}/pin', { params: { path: { id: channel.id } }, body: { pin } }),
    {
      touches: [['channels'], ['standing']],
      done: t('channelParts.pinSet'),
      onDone: () => setPin(''),
      onProblem: (problem) => setError(problem.fields.pin ?? problem.detail),
    },
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setError(undefined)
        save.mutate()
      }}
    >
      <Stack gap="xs">
        <Title order={3} size="h5">
          {t('channelParts.pin')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('channelParts.pinText')}
        </Text>
        <Group gap="md" align="flex-start">
          <PinField value={pin} onChange={setPin} error={error} />
          <Button type="submit" variant="default" disabled={pin.length !== 6} loading={save.isPending}>
            {t('channelParts.pinSave')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
