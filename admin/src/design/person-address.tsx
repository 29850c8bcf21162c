import { useTranslation } from 'react-i18next'
import { PhoneNumber } from './phone-number.tsx'

interface Reachable {
  phone: string | null
  username: string | null
  whatsappId: string | null
}

/** By what WhatsApp reaches a person: their number, else the username they show instead, else the end of WhatsApp's id. */
export function PersonAddress({ person, reveal = false }: { person: Reachable; reveal?: boolean }) {
  const { t } = useTranslation('design')
  if (person.phone) return <PhoneNumber phone={person.phone} reveal={reveal} />
  if (person.username) return <span>@{person.username}</span>
  if (person.whatsappId) return <span>{t('person.whatsappId', { end: person.whatsappId.slice(-4) })}</span>
  return <PhoneNumber phone={null} />
}
