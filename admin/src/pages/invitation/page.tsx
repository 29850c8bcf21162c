import { Alert, Button, PasswordInput, Skeleton, Stack, TextInput } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dataOf } from '../../api/client.ts'
import type { ApiProblem } from '../../api/problem.ts'
import { Door } from '../../app/frame/door.tsx'
import { openApi, queryClient } from '../../app/queries.ts'
import { signIn } from '../../app/session.ts'
import { ErrorState } from '../../design/error-state.tsx'

const minPassword = 12
const path = '/api/v1/public/invitations/{token}'

export default function InvitationPage() {
  const { t } = useTranslation(['invitation', 'design'])
  const { token } = useParams({ from: '/invitation/$token' })
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => dataOf(openApi.GET(path, { params: { path: { token } }, signal })),
  })
  if (invitation.error) {
    return (
      <Door title={t('gone')} lead={t('goneLead')}>
        <ErrorState error={invitation.error} />
      </Door>
    )
  }
  const known = invitation.data
  return (
    <Door
      title={known ? t('title', { business: known.businessName }) : t('loading')}
      lead={known && t('lead', { role: t(`design:role.${known.role}`) })}
    >
      {known ? (
        <AcceptForm token={token} email={known.email} hasAccount={known.hasAccount} />
      ) : (
        <Skeleton height="12rem" />
      )}
    </Door>
  )
}

function AcceptForm({ token, email, hasAccount }: { token: string; email: string; hasAccount: boolean }) {
  const { t } = useTranslation('invitation')
  const router = useRouter()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const accept = useMutation<string, ApiProblem>({
    mutationFn: async () => {
      const body = hasAccount ? { password } : { name, password }
      const { slug } = await dataOf(openApi.POST(`${path}/accept`, { params: { path: { token } }, body }))
      await signIn(email, password)
      return slug
    },
    onSuccess: async (slug) => {
      queryClient.clear()
      await router.navigate({ to: '/b/$slug', params: { slug } })
    },
  })
  const fields = accept.error?.fields ?? {}
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    accept.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {accept.error && Object.keys(fields).length === 0 && (
          <Alert color="red" icon={<IconAlertCircle />} role="alert">
            {accept.error.code === 'wrong_sign_in' ? t('wrongPassword') : accept.error.detail}
          </Alert>
        )}
        <TextInput label={t('email')} value={email} readOnly autoComplete="username" />
        {!hasAccount && (
          <TextInput
            label={t('name')}
            description={t('nameHint')}
            autoComplete="name"
            required
            autoFocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={fields.name}
          />
        )}
        <PasswordInput
          label={hasAccount ? t('yourPassword') : t('newPassword')}
          description={hasAccount ? t('yourPasswordHint') : t('newPasswordHint', { count: minPassword })}
          autoComplete={hasAccount ? 'current-password' : 'new-password'}
          minLength={hasAccount ? undefined : minPassword}
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={fields.password}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        />
        <Button type="submit" fullWidth loading={accept.isPending}>
          {t('accept')}
        </Button>
      </Stack>
    </form>
  )
}
