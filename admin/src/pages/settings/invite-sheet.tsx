import { Button, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../api/entities.ts'
import { useChange } from '../../api/use-api.ts'
import { CopyField } from '../../design/copy-field.tsx'
import { SideSheet } from '../../design/side-sheet.tsx'
import { roles } from './roles.ts'

/** Makes a link for one person; whoever invites hands it over, no mail server is needed. */
export function InviteSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('settings')
  return (
    <SideSheet opened={opened} onClose={onClose} title={t('members.invite')}>
      <InviteForm onClose={onClose} />
    </SideSheet>
  )
}

function InviteForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['settings', 'design'])
  const form = useForm({ initialValues: { email: '', role: 'marketer' as Role } })
  const invite = useChange(
    (client, values: typeof form.values) => client.POST('/api/v1/invitations', { body: values }),
    {
      touches: [['invitations']],
      onProblem: (problem) => form.setErrors({ email: problem.detail, ...problem.fields }),
    },
  )
  if (invite.data) {
    return (
      <Stack>
        <Text>{t('members.linkReady', { email: invite.data.email })}</Text>
        <CopyField label={t('members.link')} value={invite.data.link} description={t('members.linkHint')} />
        <Button variant="default" onClick={onClose}>
          {t('done')}
        </Button>
      </Stack>
    )
  }
  return (
    <form onSubmit={form.onSubmit((values) => invite.mutate(values))}>
      <Stack>
        <TextInput
          label={t('members.email')}
          type="email"
          required
          withAsterisk={false}
          data-autofocus
          {...form.getInputProps('email')}
        />
        <Radio.Group label={t('members.role')} {...form.getInputProps('role')}>
          <Stack gap="xs" mt={4}>
            {roles.map((role) => (
              <Radio
                key={role}
                value={role}
                label={t(`design:role.${role}`)}
                description={t(`members.about.${role}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Button type="submit" loading={invite.isPending}>
          {t('members.makeLink')}
        </Button>
      </Stack>
    </form>
  )
}
