import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { ApiProblem } from '../api/problem.ts'
import i18n from '../i18n/i18n.ts'

const closeButton = () => ({ closeButtonProps: { 'aria-label': i18n.t('design:notify.close') } })

/** Says in a toast that something worked. */
export function notifyDone(message: string): void {
  notifications.show({
    message,
    color: 'jade',
    icon: <IconCheck size={16} />,
    autoClose: 3500,
    ...closeButton(),
  })
}

/** Says in a toast what the server refused; stays until closed, because the text may need reading. */
export function notifyProblem(problem: ApiProblem): void {
  const offline = problem.code === 'no_connection'
  notifications.show({
    id: `problem-${problem.code}`,
    title: offline ? i18n.t('design:error.offlineTitle') : problem.title || i18n.t('design:notify.problem'),
    message: offline ? i18n.t('design:error.offlineDetail') : problem.detail,
    color: 'red',
    icon: <IconAlertTriangle size={16} />,
    autoClose: offline ? 6000 : false,
    ...closeButton(),
  })
}
