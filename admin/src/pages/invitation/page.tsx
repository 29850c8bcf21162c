import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconAlertCircle } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { dataOf } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import { Door } from '../../app/frame/door.tsx'
import { openApi, queryClient } from '../../app/queries.ts'
import { signIn } from '../../app/session.ts'
import { ButtonLink } from '../../design/links.tsx'

const minPassword = 12

/** The invited person sets name and password and is signed in; the link works once. */
export default function InvitationPage() {
  const { t } = useTranslation(['invitation', 'design'])
  const { token } = useParams({ from: '/invitation/$token' })
  const router = useRouter()
  const form = useForm({ initialValues: { name: '', password: '' } })
  const accept = useMutation<'in' | 'known', ApiProblem, typeof form.values>({
    mutationFn: async (values) => {
      const { email } = await dataOf(
        openApi.POST('/api/v1/public/invitations/accept', { body: { token, ...values } }),
      )
      return await enter(email, values.password)
    },
    onSuccess: async (how) => {
      queryClient.clear()
      if (how === 'in') await router.navigate({ to: '/' })
    },
    onError: (problem) => form.setErrors(problem.fields),
  })

  if (accept.data === 'known') {
    return (
      <Door title={t('knownTitle')} lead={t('knownLead')}>
        <ButtonLink to="/sign-in" fullWidth>
          {t('toSignIn')}
        </ButtonLink>
      </Door>
    )
  }
  if (accept.error?.code === 'invitation_invalid') {
    return (
      <Door title={t('gone')} lead={accept.error.detail || t('goneLead')}>
        <ButtonLink to="/sign-in" variant="default" fullWidth>
          {t('toSignIn')}
        </ButtonLink>
      </Door>
    )
  }
  const unplaced = accept.error && Object.keys(accept.error.fields).length === 0
  return (
    <Door title={t('title')} lead={t('lead')}>
      <form onSubmit={form.onSubmit((values) => accept.mutate(values))}>
        <Stack gap="md">
          {unplaced && (
            <Alert color="red" icon={<IconAlertCircle />} role="alert">
              {accept.error.detail || accept.error.title || t('design:error.offlineDetail')}
            </Alert>
          )}
          <TextInput
            label={t('name')}
            description={t('nameHint')}
            autoComplete="name"
            required
            withAsterisk={false}
            autoFocus
            {...form.getInputProps('name')}
          />
          <PasswordInput
            label={t('password')}
            description={t('passwordHint', { length: minPassword })}
            autoComplete="new-password"
            minLength={minPassword}
            required
            withAsterisk={false}
            visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
            {...form.getInputProps('password')}
          />
          <Button type="submit" fullWidth loading={accept.isPending}>
            {t('accept')}
          </Button>
        </Stack>
      </form>
    </Door>
  )
}

/** Whoever had an account before keeps its password, so the one typed here may not open it. */
async function enter(email: string, password: string): Promise<'in' | 'known'> {
  try {
    await signIn(email, password)
    return 'in'
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'wrong_sign_in') return 'known'
    throw error
  }
}
