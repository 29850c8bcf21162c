import { useTranslation } from 'react-i18next'
import type { Delivery } from '../../api/entities.ts'

interface Answered {
  status: number | null
  failure: Delivery['lastFailure']
}

/** Events and answers in words. */
export function useWebhookWords() {
  const { t } = useTranslation('settings')
  const names: Record<string, string> = t('webhooks.eventNames', { returnObjects: true })
  return {
    eventName: (event: string) => names[event.replace('.', '__')] ?? event,
    /** What an attempt came to; null before the first one. */
    answer: ({ status, failure }: Answered): string | null => {
      if (failure) return t(`webhooks.failures.${failure}`, { status: status ?? '' })
      return status === null ? null : String(status)
    },
  }
}
