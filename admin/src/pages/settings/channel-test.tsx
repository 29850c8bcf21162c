import { Anchor, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Channel } from '../../api/entities.ts'
import { useChange } from '../../api/use-api.ts'

/** Tries the number out on the member's own phone, which has to write first: nobody else is written to. */
export function ChannelTest({ channel }: { channel: Channel }) {
  const { t } = useTranslation('settings')
  const [phone, setPhone] = useState('')
  const [error, setError] = useState<string>()
  const send = useChange(
    (client) =>
      client.POST('/api/v1/channels/{id}/test-message', {
        params: { path: { id: channel.id } },
        body: { phone },
      }),
    {
      touches: [['conversations']],
      done: t('channelParts.testSent'),
      onProblem: (problem) => setError(problem.fields.phone ?? problem.detail),
    },
  )
  const digits = channel.displayPhoneNumber.replace(/\D/g, '')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setError(undefined)
        send.mutate()
      }}
    >
      <Stack gap="xs">
        <Title order={3} size="h5">
          {t('channelParts.test')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('channelParts.testText')}{' '}
          <Anchor
            href={`https://wa.me/${digits}`}
            target="_blank"
            rel="noreferrer"
            size="sm"
            underline="always"
          >
            {channel.displayPhoneNumber}
          </Anchor>
        </Text>
        <Group gap="xs" align="flex-end">
          <TextInput
            label={t('channelParts.testPhone')}
            type="tel"
            autoComplete="tel"
            value={phone}
            onChange={(event) => setPhone(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={phone.trim().length < 5} loading={send.isPending}>
            {t('channelParts.testSend')}
          </Button>
        </Group>
        {error && (
          <Text size="sm" c="red" role="alert">
            {error}
          </Text>
        )}
      </Stack>
    </form>
  )
}
