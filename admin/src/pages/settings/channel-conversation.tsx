import { ActionIcon, Button, Group, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Channel, ChannelConversationView } from '../../api/entities.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { SaveBar } from './save-bar.tsx'

const MOST_PROMPTS = 4

/** What WhatsApp offers in the chat before anybody has typed: openings to tap, and commands after a slash. */
export function ChannelConversation({ channel }: { channel: Channel }) {
  const api = useApi()
  const offered = useQuery(
    api.query(['channels', channel.id, 'conversation'], (client, signal) =>
      client.GET('/api/v1/channels/{id}/conversation', { params: { path: { id: channel.id } }, signal }),
    ),
  )
  if (offered.error) return <ErrorState error={offered.error} onRetry={() => void offered.refetch()} />
  if (!offered.data) return <Skeleton height="14rem" radius="lg" />
  return <OfferForm key={JSON.stringify(offered.data)} channel={channel} offered={offered.data} />
}

function OfferForm({ channel, offered }: { channel: Channel; offered: ChannelConversationView }) {
  const { t } = useTranslation('settings')
  const form = useForm({
    initialValues: {
      prompts: offered.prompts.map((text) => ({ text })),
      commands: offered.commands.some(({ name }) => name === 'stop')
        ? offered.commands
        : [{ name: 'stop', description: t('conversation.stop') }, ...offered.commands],
    },
    validate: {
      prompts: { text: (value) => (value.trim() ? null : t('connect.needed')) },
      commands: {
        name: (value) => (/^[\p{L}\p{N}_-]{1,32}$/u.test(value.trim()) ? null : t('conversation.oneWord')),
        description: (value) => (value.trim() ? null : t('connect.needed')),
      },
    },
  })
  const missing = !offered.commands.some(({ name }) => name === 'stop')
  const save = useChange(
    (client, { prompts, commands }: typeof form.values) =>
      client.PUT('/api/v1/channels/{id}/conversation', {
        params: { path: { id: channel.id } },
        body: { prompts: prompts.map(({ text }) => text), commands },
      }),
    { touches: [['channels']], done: t('conversation.saved') },
  )
  const { prompts, commands } = form.values
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="lg">
        <Stack gap="xs">
          <Title order={3} size="h5">
            {t('conversation.prompts')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('conversation.promptsText')}
          </Text>
          {prompts.map((_, index) => (
            <Group key={form.key(`prompts.${index}`)} gap="xs" align="flex-start" wrap="nowrap">
              <TextInput
                flex={1}
                aria-label={t('conversation.prompt', { number: index + 1 })}
                maxLength={80}
                {...form.getInputProps(`prompts.${index}.text`)}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t('conversation.remove')}
                onClick={() => form.removeListItem('prompts', index)}
              >
                <IconTrash size={17} />
              </ActionIcon>
            </Group>
          ))}
          {prompts.length < MOST_PROMPTS && (
            <Group>
              <Button
                variant="subtle"
                size="xs"
                leftSection={<IconPlus size={15} />}
                onClick={() => form.insertListItem('prompts', { text: '' })}
              >
                {t('conversation.addPrompt')}
              </Button>
            </Group>
          )}
        </Stack>
        <Stack gap="xs">
          <Title order={3} size="h5">
            {t('conversation.commands')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('conversation.commandsText')}
          </Text>
          {commands.map(({ name }, index) => (
            <Group key={form.key(`commands.${index}`)} gap="xs" align="flex-start" wrap="nowrap">
              <TextInput
                w="9rem"
                aria-label={t('conversation.command', { number: index + 1 })}
                leftSection="/"
                maxLength={32}
                readOnly={index === 0 && name === 'stop'}
                {...form.getInputProps(`commands.${index}.name`)}
              />
              <TextInput
                flex={1}
                aria-label={t('conversation.description', { number: index + 1 })}
                maxLength={256}
                {...form.getInputProps(`commands.${index}.description`)}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t('conversation.remove')}
                disabled={index === 0 && name === 'stop'}
                onClick={() => form.removeListItem('commands', index)}
              >
                <IconTrash size={17} />
              </ActionIcon>
            </Group>
          ))}
          <Group>
            <Button
              variant="subtle"
              size="xs"
              leftSection={<IconPlus size={15} />}
              onClick={() => form.insertListItem('commands', { name: '', description: '' })}
            >
              {t('conversation.addCommand')}
            </Button>
          </Group>
        </Stack>
        <SaveBar
          dirty={missing || form.isDirty()}
          loading={save.isPending}
          allowed
          onReset={() => form.reset()}
        />
      </Stack>
    </form>
  )
}
