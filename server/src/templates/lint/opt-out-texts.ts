/** The way out as marketing starts with it (C-27), in the template's language; others start with English. */
const TEXTS: Record<string, { footer: string; button: string }> = {
  de: { footer: 'Abmelden jederzeit mit STOP', button: 'Abmelden' },
  en: { footer: 'Write STOP to unsubscribe', button: 'Unsubscribe' },
  fr: { footer: 'Écris STOP pour te désinscrire', button: 'Me désinscrire' },
  it: { footer: 'Scrivi STOP per cancellarti', button: 'Annulla iscrizione' },
  es: { footer: 'Escribe STOP para darte de baja', button: 'Darme de baja' },
  nl: { footer: 'Afmelden kan altijd met STOP', button: 'Afmelden' },
}
const ENGLISH = { footer: 'Write STOP to unsubscribe', button: 'Unsubscribe' }

/** @param language Meta's code, such as `de` or `en_US` */
export const optOutTexts = (language: string): { footer: string; button: string } =>
  TEXTS[language.slice(0, 2)] ?? ENGLISH
