import type { Language } from '../platform/http/index.ts'
import type { BreachForm } from './breach-entries.ts'

/** The message of Art. 34(2) to the people concerned, in clear and plain language, from what the form says so far. */
export function breachLetter(form: BreachForm, businessName: string, language: Language): string {
  const open = language === 'de' ? '[bitte ergänzen]' : '[please add]'
  const say = (text: string) => text.trim() || open
  return language === 'de'
    ? [
        `Wichtige Information zu deinen Daten bei ${businessName}`,
        'Bei uns ist der Schutz personenbezogener Daten verletzt worden, und das kann dich betreffen. Wir möchten, dass du weißt, was geschehen ist und was du tun kannst.',
        `Was geschehen ist: ${say(form.nature)}`,
        `Welche Daten betroffen sind: ${say(form.recordCategories)}`,
        `Was das für dich bedeuten kann: ${say(form.consequences)}`,
        `Was wir getan haben und was du tun kannst: ${say(form.measures)}`,
        `Fragen beantwortet: ${say(form.contact)}`,
        'Diese Nachricht erhältst du nach Art. 34 DSGVO. Es tut uns leid.',
      ].join('\n\n')
    : [
        `Important information about your data at ${businessName}`,
        'The protection of personal data was breached at our company, and this may concern you. We want you to know what happened and what you can do.',
        `What happened: ${say(form.nature)}`,
        `Which data is concerned: ${say(form.recordCategories)}`,
        `What this may mean for you: ${say(form.consequences)}`,
        `What we have done and what you can do: ${say(form.measures)}`,
        `Questions are answered by: ${say(form.contact)}`,
        'You receive this message under Article 34 GDPR. We are sorry.',
      ].join('\n\n')
}
