import { useTranslation } from 'react-i18next'
import type { Endpoint } from '../../api/entities.ts'
import { useChange } from '../../api/use-api.ts'
import type { ToldSecret } from './secret-dialog.tsx'

interface Then {
  onEnd: () => void
  onSecret: (told: ToldSecret) => void
}

/** What an owner can do with an endpoint, beside changing what it is. */
export function useEndpointActs({ id, name }: Endpoint, { onEnd, onSecret }: Then) {
  const { t } = useTranslation('settings')
  const params = { path: { id } }
  const touches = [['endpoints'], ['deliveries'], ['records']] as const
  const test = useChange((client) => client.POST('/api/v1/endpoints/{id}/test', { params }), {
    touches,
    done: t('webhooks.tested'),
  })
  const rotate = useChange((client) => client.POST('/api/v1/endpoints/{id}/secret', { params }), {
    touches,
    onDone: ({ secret }) => {
      onEnd()
      onSecret({ name, secret })
    },
  })
  const turn = useChange(
    (client, state: Endpoint['state']) => client.PATCH('/api/v1/endpoints/{id}', { params, body: { state } }),
    { touches, done: t('webhooks.switched'), onDone: onEnd },
  )
  const remove = useChange((client) => client.DELETE('/api/v1/endpoints/{id}', { params }), {
    touches,
    done: t('webhooks.deleted'),
    onDone: onEnd,
  })
  return { test, rotate, turn, remove }
}
