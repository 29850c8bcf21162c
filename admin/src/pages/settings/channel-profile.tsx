import { Button, Group, Select, SimpleGrid, Skeleton, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconCircleCheck, IconCircleX, IconWand } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Channel, ChannelProfileView } from '../../api/entities.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { SaveBar } from './save-bar.tsx'
import classes from './settings.module.css'

/** What people see of the number in WhatsApp: who writes must be recognisable (C-57). */
export function ChannelProfile({ channel }: { channel: Channel }) {
  const api = useApi()
  const profile = useQuery(
    api.query(['channels', channel.id, 'profile'], (client, signal) =>
      client.GET('/api/v1/channels/{id}/profile', { params: { path: { id: channel.id } }, signal }),
    ),
  )
  if (profile.error) return <ErrorState error={profile.error} onRetry={() => void profile.refetch()} />
  if (!profile.data) return <Skeleton height="18rem" radius="lg" />
  return <ProfileForm key={JSON.stringify(profile.data.profile)} channel={channel} view={profile.data} />
}

function ProfileForm({ channel, view }: { channel: Channel; view: ChannelProfileView }) {
  const { t } = useTranslation('settings')
  const { role } = useBusiness()
  const { profile, proposal, checks, verticals, longest } = view
  const [first = '', second = ''] = profile.websites
  const form = useForm({
    initialValues: {
      about: profile.about,
      description: profile.description,
      address: profile.address,
      email: profile.email,
      first,
      second,
      vertical: profile.vertical,
    },
  })
  const save = useChange(
    (client, { first: one, second: two, vertical, ...values }: typeof form.values) =>
      client.PUT('/api/v1/channels/{id}/profile', {
        params: { path: { id: channel.id } },
        body: {
          ...values,
          vertical: verticals.find((known) => known === vertical) ?? '',
          websites: [one, two].map((url) => url.trim()).filter(Boolean),
        },
      }),
    {
      touches: [['channels'], ['records', 'live']],
      done: t('profile.saved'),
      onProblem: (problem) => form.setErrors({ description: problem.detail, ...problem.fields }),
    },
  )
  const incomplete = checks.some(({ ok }) => !ok)
  const propose = () => {
    const [one = '', two = ''] = proposal.websites
    form.setValues({ description: proposal.description, email: proposal.email, first: one, second: two })
  }
  const allowed = role === 'owner'
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('profile.lead')}
        </Text>
        <ul className={classes.marks}>
          {checks.map(({ key, ok }) => (
            <li key={key} data-verdict={ok ? 'ok' : 'fail'}>
              {ok ? (
                <IconCircleCheck size={17} aria-label={t('check.states.ok')} />
              ) : (
                <IconCircleX size={17} aria-label={t('check.states.fail')} />
              )}
              {t(`profile.checks.${key}`)}
            </li>
          ))}
        </ul>
        {incomplete && allowed && (
          <Group>
            <Button variant="light" size="xs" leftSection={<IconWand size={15} />} onClick={propose}>
              {t('profile.propose')}
            </Button>
          </Group>
        )}
        <Textarea
          label={t('profile.description')}
          description={t('profile.descriptionHint')}
          maxLength={longest.description}
          autosize
          minRows={2}
          readOnly={!allowed}
          {...form.getInputProps('description')}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={t('profile.first')}
            type="url"
            maxLength={longest.website}
            readOnly={!allowed}
            {...form.getInputProps('first')}
          />
          <TextInput
            label={t('profile.second')}
            type="url"
            maxLength={longest.website}
            readOnly={!allowed}
            {...form.getInputProps('second')}
          />
          <TextInput
            label={t('profile.email')}
            type="email"
            maxLength={longest.email}
            readOnly={!allowed}
            {...form.getInputProps('email')}
          />
          <TextInput
            label={t('profile.address')}
            maxLength={longest.address}
            readOnly={!allowed}
            {...form.getInputProps('address')}
          />
          <TextInput
            label={t('profile.about')}
            maxLength={longest.about}
            readOnly={!allowed}
            {...form.getInputProps('about')}
          />
          <Select
            label={t('profile.vertical')}
            disabled={!allowed}
            data={verticals.map((one) => ({ value: one, label: t(`profile.verticals.${one}`) }))}
            {...form.getInputProps('vertical')}
          />
        </SimpleGrid>
        <SaveBar
          dirty={form.isDirty()}
          loading={save.isPending}
          allowed={allowed}
          onReset={() => form.reset()}
        />
      </Stack>
    </form>
  )
}
