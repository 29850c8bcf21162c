import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-api.ts'

/** Asks a person who hides their number for it, by WhatsApp's own button. Also from the inbox. */
export function useAskNumber(contactId: string) {
  const { t } = useTranslation('contact')
  return useChange(
    (client) => client.POST('/api/v1/contacts/{id}/ask-number', { params: { path: { id: contactId } } }),
    { touches: [['contacts'], ['conversations']], done: t('askNumber.done') },
  )
}
