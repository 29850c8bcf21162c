import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/use-api.ts'

const attributePrefix = 'attribute_invalid:'

/** The sentence for a reason code of an import; a code of a later server is shown as it is. */
export function useProblemText(): (reason: string) => string {
  const { t } = useTranslation('contacts')
  const api = useApi()
  const fields = useQuery(
    api.query(['contact-fields'], (client, signal) => client.GET('/api/v1/contact-fields', { signal })),
  )
  const reasons: Record<string, string> = t('wizard.reasons', { returnObjects: true })
  return (reason) => {
    if (reason.startsWith(attributePrefix)) {
      const key = reason.slice(attributePrefix.length)
      const field = fields.data?.find((one) => one.key === key)?.label ?? key
      return t('wizard.reasons.attribute_invalid', { field })
    }
    return reasons[reason] ?? reason
  }
}
