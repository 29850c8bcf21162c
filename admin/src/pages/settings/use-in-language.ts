import { useTranslation } from 'react-i18next'
import type { Language } from '../../api/entities.ts'

/** Picks the text of the language on screen from a text that exists in both. */
export function useInLanguage(): (text: Record<Language, string>) => string {
  const { i18n } = useTranslation('app')
  return (text) => text[i18n.language === 'en' ? 'en' : 'de']
}
