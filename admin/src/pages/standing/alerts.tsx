import { Alert, Stack } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Notification } from '../../api/entities.ts'
import { Relative } from '../../design/values.tsx'
import classes from './standing.module.css'

const looks = {
  info: { color: 'blue', icon: IconInfoCircle },
  success: { color: 'jade', icon: IconCircleCheck },
  warning: { color: 'yellow', icon: IconAlertTriangle },
  critical: { color: 'red', icon: IconAlertTriangle },
} as const

/** What needs a look now; one calm line when nothing does. */
export function Alerts({ alerts }: { alerts: Notification[] }) {
  const { t } = useTranslation('standing')
  if (alerts.length === 0) {
    return (
      <Alert color="jade" icon={<IconCircleCheck />}>
        {t('allWell')}
      </Alert>
    )
  }
  return (
    <Stack gap="xs" role="list" aria-label={t('alerts')}>
      {alerts.map((alert) => {
        const { color, icon: Icon } = looks[alert.severity]
        return (
          <Alert key={alert.id} role="listitem" color={color} icon={<Icon />} title={alert.title}>
            {alert.detail}{' '}
            <span className={classes.when}>
              <Relative at={alert.at} />
            </span>
          </Alert>
        )
      })}
    </Stack>
  )
}
