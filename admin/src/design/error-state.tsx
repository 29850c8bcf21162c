import { Button, Text } from '@mantine/core'
import { IconCloudOff, IconMoodConfuzed } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../api/problem.ts'
import classes from './error-state.module.css'

/** A problem's own title is the name of its status in English; what matters to people is in its detail. */
const titleOf = (status: number) =>
  status === 404 ? 'error.notFound' : status === 403 ? 'error.notAllowed' : 'error.title'

/** Shows what went wrong in the server's words, its stable code, and a way to try again. */
export function ErrorState({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const { t } = useTranslation('design')
  const problem = error instanceof ApiProblem ? error : undefined
  const offline = problem?.code === 'no_connection'
  const Icon = offline ? IconCloudOff : IconMoodConfuzed
  const title = offline
    ? t('error.offlineTitle')
    : problem
      ? t(titleOf(problem.status))
      : t('error.crashTitle')
  const detail = offline ? t('error.offlineDetail') : problem ? problem.detail : t('error.crashDetail')
  return (
    <div className={classes.error} role="alert">
      <Icon size={30} stroke={1.5} className={classes.icon} aria-hidden />
      <p className={classes.title}>{title}</p>
      <Text c="dimmed" size="sm" className={classes.text}>
        {detail}
      </Text>
      {problem && !offline && (
        <Text size="xs" c="dimmed" ff="monospace">
          {t('error.code', { code: problem.code })}
        </Text>
      )}
      {onRetry && (
        <Button variant="default" size="xs" mt="sm" onClick={onRetry}>
          {t('error.retry')}
        </Button>
      )}
    </div>
  )
}
