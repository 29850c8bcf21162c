import { Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PrivacyRequest } from '../../api/campaign-entities.ts'
import { DateTime } from '../../design/values.tsx'
import classes from './rights.module.css'

const colours = { calm: 'teal', soon: 'yellow', urgent: 'orange', overdue: 'red' } as const

/** How much of the month has gone, in the colour of its urgency, with words for those who do not see colours. */
export function Deadline({ request, wide = false }: { request: PrivacyRequest; wide?: boolean }) {
  const { t } = useTranslation('privacy')
  const { urgency, daysLeft } = request
  if (urgency === null || daysLeft === null) {
    return (
      <Text size="sm" c="dimmed" component="span">
        {request.doneAt && <DateTime at={request.doneAt} only="date" />}
      </Text>
    )
  }
  const from = Date.parse(request.createdAt)
  const to = Date.parse(request.dueAt)
  const gone = Math.min(100, Math.max(4, 100 - (daysLeft * 86_400_000 * 100) / Math.max(1, to - from)))
  const words =
    urgency === 'overdue'
      ? daysLeft === 0
        ? t('deadline.justOver')
        : t('deadline.over', { count: -daysLeft })
      : t('deadline.left', { count: daysLeft })
  return (
    <div className={classes.deadline} data-wide={wide || undefined}>
      <Progress
        value={urgency === 'overdue' ? 100 : gone}
        color={colours[urgency]}
        size={wide ? 'md' : 'sm'}
        aria-label={words}
      />
      <span className={classes.deadlineWords} data-urgency={urgency}>
        {words}
        {wide && (
          <>
            {', '}
            <DateTime at={request.dueAt} only="date" />
          </>
        )}
      </span>
    </div>
  )
}
