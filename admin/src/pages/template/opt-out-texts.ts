/**
 * What a new marketing template offers as its way out (C-27), in the template's language, which may differ from the
 * page's. Languages without an own text start with English.
 */
const optOutTexts: Record<string, { footer: string; button: string }> = {
  de: { footer: 'Abmelden jederzeit mit STOP', button: 'Abmelden' },
  en: { footer: 'Write STOP to unsubscribe', button: 'Unsubscribe' },
  fr: { footer: 'Écris STOP pour te désinscrire', button: 'Me désinscrire' },
  it: { footer: 'Scrivi STOP per cancellarti', button: 'Annulla iscrizione' },
  es: { footer: 'Escribe STOP para darte de baja', button: 'Darme de baja' },
  nl: { footer: 'Afmelden kan altijd met STOP', button: 'Afmelden' },
}
const english = { footer: 'Write STOP to unsubscribe', button: 'Unsubscribe' }

export const optOutTextFor = (language: string): { footer: string; button: string } =>
  optOutTexts[language.slice(0, 2)] ?? english
