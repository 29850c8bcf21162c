import { z } from 'zod'
import { CHAT_LANGUAGES, type ChatLanguage } from '../consent/index.ts'
import type { FormPart } from './breach-entries.ts'

/**
 * What a person has to be told: what happened to which data, who answers, what may follow, what is done (Art. 34(2) with
 * 33(3)(b) to (d)).
 */
export const FACTS = [
  'nature',
  'recordCategories',
  'contact',
  'consequences',
  'measures',
] as const satisfies readonly FormPart[]

const Fact = z.string().trim().min(3).max(2_000)
/** The facts in another language than the form's. */
const Facts = z.object(
  Object.fromEntries(FACTS.map((part) => [part, Fact])) as Record<(typeof FACTS)[number], typeof Fact>,
)
type Facts = z.infer<typeof Facts>

/** The facts in other languages than the form's. */
export const Translations = z.object(inEach(Facts.optional()))

export const Letters = z.object(inEach(z.string()))

/** The same schema for every language that we speak. */
function inEach<T>(schema: T): Record<ChatLanguage, T> {
  return Object.fromEntries(CHAT_LANGUAGES.map((language) => [language, schema])) as Record<ChatLanguage, T>
}

interface Letter {
  /** Stands where the form says nothing yet; such a text is not sent. */
  open: string
  title: (business: string) => string
  lead: string
  nature: string
  data: string
  consequences: string
  measures: string
  contact: string
  close: string
}

/** The frame around the facts, in plain language and without anything else: no offer, no excuse, no link. */
const LETTERS: Record<ChatLanguage, Letter> = {
  de: {
    open: '[bitte ergänzen]',
    title: (business) => `Wichtige Information zu deinen Daten bei ${business}`,
    lead: 'Bei uns ist der Schutz personenbezogener Daten verletzt worden, und das kann dich betreffen. Wir möchten, dass du weißt, was geschehen ist und was du tun kannst.',
    nature: 'Was geschehen ist',
    data: 'Welche Daten betroffen sind',
    consequences: 'Was das für dich bedeuten kann',
    measures: 'Was wir getan haben und was du tun kannst',
    contact: 'Fragen beantwortet',
    close: 'Diese Nachricht erhältst du nach Art. 34 DSGVO. Es tut uns leid.',
  },
  en: {
    open: '[please add]',
    title: (business) => `Important information about your data at ${business}`,
    lead: 'The protection of personal data was breached at our company, and this may concern you. We want you to know what happened and what you can do.',
    nature: 'What happened',
    data: 'Which data is concerned',
    consequences: 'What this may mean for you',
    measures: 'What we have done and what you can do',
    contact: 'Questions are answered by',
    close: 'You receive this message under Article 34 GDPR. We are sorry.',
  },
  fr: {
    open: '[à compléter]',
    title: (business) => `Information importante sur tes données chez ${business}`,
    lead: 'La protection de données personnelles a été violée chez nous, et cela peut te concerner. Nous voulons que tu saches ce qui s’est passé et ce que tu peux faire.',
    nature: 'Ce qui s’est passé',
    data: 'Les données concernées',
    consequences: 'Ce que cela peut signifier pour toi',
    measures: 'Ce que nous avons fait et ce que tu peux faire',
    contact: 'Pour toute question',
    close: 'Tu reçois ce message en vertu de l’article 34 du RGPD. Nous sommes désolés.',
  },
  it: {
    open: '[da completare]',
    title: (business) => `Informazione importante sui tuoi dati presso ${business}`,
    lead: 'Da noi è stata violata la protezione di dati personali, e questo può riguardarti. Vogliamo che tu sappia che cosa è successo e che cosa puoi fare.',
    nature: 'Che cosa è successo',
    data: 'Quali dati sono interessati',
    consequences: 'Che cosa può significare per te',
    measures: 'Che cosa abbiamo fatto e che cosa puoi fare tu',
    contact: 'Risponde alle domande',
    close: 'Ricevi questo messaggio ai sensi dell’art. 34 del GDPR. Ci dispiace.',
  },
  es: {
    open: '[por completar]',
    title: (business) => `Información importante sobre tus datos en ${business}`,
    lead: 'En nuestra empresa se ha vulnerado la protección de datos personales, y puede afectarte. Queremos que sepas qué ha pasado y qué puedes hacer.',
    nature: 'Qué ha pasado',
    data: 'Qué datos están afectados',
    consequences: 'Qué puede significar para ti',
    measures: 'Qué hemos hecho y qué puedes hacer tú',
    contact: 'Responde a tus preguntas',
    close: 'Recibes este mensaje según el artículo 34 del RGPD. Lo sentimos.',
  },
  nl: {
    open: '[nog aan te vullen]',
    title: (business) => `Belangrijke informatie over je gegevens bij ${business}`,
    lead: 'Bij ons is de bescherming van persoonsgegevens geschonden, en dat kan jou raken. We willen dat je weet wat er is gebeurd en wat je kunt doen.',
    nature: 'Wat er is gebeurd',
    data: 'Om welke gegevens het gaat',
    consequences: 'Wat dit voor jou kan betekenen',
    measures: 'Wat we hebben gedaan en wat jij kunt doen',
    contact: 'Vragen beantwoordt',
    close: 'Je krijgt dit bericht op grond van artikel 34 AVG. Het spijt ons.',
  },
}

/**
 * The message of Art. 34(2) to the people concerned, from what the form says so far. Its facts are in the language of whoever
 * filled in the form: for another one they have to be translated before it is used.
 */
export function breachLetter(form: Facts, businessName: string, language: ChatLanguage): string {
  const w = LETTERS[language]
  const line = (title: string, said: string) => `${title}: ${said.trim() || w.open}`
  return [
    w.title(businessName),
    w.lead,
    line(w.nature, form.nature),
    line(w.data, form.recordCategories),
    line(w.consequences, form.consequences),
    line(w.measures, form.measures),
    line(w.contact, form.contact),
    w.close,
  ].join('\n\n')
}

/** The letter in every language that we speak. */
export function breachLetters(form: Facts, businessName: string): z.infer<typeof Letters> {
  return Letters.parse(
    Object.fromEntries(
      CHAT_LANGUAGES.map((language) => [language, breachLetter(form, businessName, language)]),
    ),
  )
}
