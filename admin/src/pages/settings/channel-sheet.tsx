import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import type { Channel } from '../../api/entities.ts'
import { useChange } from '../../api/use-api.ts'
import { SideSheet } from '../../design/side-sheet.tsx'

interface ChannelSheetProps {
  channel: Channel
  opened: boolean
  onClose: () => void
}

/** Renames a number or replaces a secret (a token that ended); what stays empty stays as it is. */
export function ChannelSheet({ channel, opened, onClose }: ChannelSheetProps) {
  const { t } = useTranslation('settings')
  return (
    <SideSheet opened={opened} onClose={onClose} title={t('channel.change')}>
      <ChannelForm channel={channel} onClose={onClose} />
    </SideSheet>
  )
}

function ChannelForm({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const { t } = useTranslation('settings')
  const form = useForm({
    initialValues: { name: channel.name, accessToken: '', appSecret: '', previousAppSecret: '' },
  })
  const save = useChange(
    (client, { name, accessToken, appSecret, previousAppSecret }: typeof form.values) =>
      client.PATCH('/api/v1/channels/{id}', {
        params: { path: { id: channel.id } },
        body: {
          name,
          ...(accessToken && { accessToken }),
          ...(appSecret && { appSecret }),
          ...(previousAppSecret && { previousAppSecret }),
        },
      }),
    {
      touches: [['channels'], ['standing'], ['insights']],
      done: t('channel.changed'),
      onDone: onClose,
      onProblem: (problem) => form.setErrors({ name: problem.detail, ...problem.fields }),
    },
  )
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('channel.changeLead')}
        </Text>
        <TextInput label={t('connect.name')} required withAsterisk={false} {...form.getInputProps('name')} />
        <PasswordInput
          label={t('connect.accessToken')}
          description={t('connect.accessTokenHint')}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': t('connect.show') }}
          {...form.getInputProps('accessToken')}
        />
        <PasswordInput
          label={t('connect.appSecret')}
          description={t('connect.appSecretHint')}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': t('connect.show') }}
          {...form.getInputProps('appSecret')}
        />
        <PasswordInput
          label={t('channel.previousSecret')}
          description={t('channel.previousSecretHint')}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': t('connect.show') }}
          {...form.getInputProps('previousAppSecret')}
        />
        <Button type="submit" disabled={!form.isDirty()} loading={save.isPending}>
          {t('save')}
        </Button>
      </Stack>
    </form>
  )
}
