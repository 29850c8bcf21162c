import { Alert, Button, Code, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiProblem } from '../../api/problem.ts'
import { Door } from '../../app/frame/door.tsx'
import { queryClient } from '../../app/queries.ts'
import { signIn } from '../../app/session.ts'
import { ownPath } from './own-path.ts'

export default function SignInPage() {
  const { t } = useTranslation(['sign-in', 'design'])
  const router = useRouter()
  const { next } = useSearch({ from: '/sign-in' })
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const enter = useMutation<void, ApiProblem>({
    mutationFn: () => signIn(email, password),
    onSuccess: async () => {
      queryClient.clear()
      await router.navigate({ href: ownPath(next) })
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    enter.mutate()
  }
  return (
    <Door title={t('title')} lead={t('lead')}>
      <form onSubmit={submit}>
        <Stack gap="md">
          {enter.error && (
            <Alert color="red" icon={<IconAlertCircle />} role="alert">
              {reason(enter.error, t)}
            </Alert>
          )}
          <TextInput
            label={t('email')}
            type="email"
            name="email"
            autoComplete="username"
            required
            withAsterisk={false}
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('password')}
            name="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          />
          <Button type="submit" fullWidth loading={enter.isPending}>
            {t('enter')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('linkBefore')} <Code>npm start</Code> {t('linkAfter')}
          </Text>
        </Stack>
      </form>
    </Door>
  )
}

type Words = ReturnType<typeof useTranslation<['sign-in', 'design']>>['t']

function reason(problem: ApiProblem, t: Words): string {
  if (problem.code === 'wrong_sign_in') return t('wrong')
  if (problem.status === 429) return t('tooMany')
  if (problem.code === 'no_connection') return t('design:error.offlineDetail')
  return problem.detail || t('design:error.title')
}
