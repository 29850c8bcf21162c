import { z } from 'zod'
import type { Business } from '../businesses/index.ts'
import type { Sentence } from '../platform/index.ts'
import { LIST_ORIGINS, VERTICALS } from './verticals.ts'

const text = (max: number) => z.string().trim().max(max)

/** What a business says about itself; it is filled in step by step, so anything may be empty. */
export const Application = z.object({
  vertical: z.enum(VERTICALS).or(z.literal('')),
  /** Register and number, or why there is none. */
  registration: text(200),
  listOrigin: z.enum(LIST_ORIGINS).or(z.literal('')),
  /** How the consents came about, in the business's own words. */
  listOriginText: text(1_000),
  /** What will be sent, as examples. */
  sampleTexts: z.array(text(1_024)).max(5),
  contactName: text(100),
  contactEmail: z.union([z.literal(''), z.email().max(128)]),
})
export type Application = z.infer<typeof Application>

export const EMPTY: Application = {
  vertical: '',
  registration: '',
  listOrigin: '',
  listOriginText: '',
  sampleTexts: [],
  contactName: '',
  contactEmail: '',
}

export const CHECKS = [
  'legal_entity',
  'imprint',
  'vertical',
  'list_origin',
  'sample_texts',
  'contact_person',
] as const
export type Check = (typeof CHECKS)[number]

/** So long is an explanation at least that explains something. */
const ENOUGH = 20
const SAMPLES = 2

type Facts = Application & Pick<Business, 'legalName' | 'imprintUrl'>

const MET: Record<Check, (facts: Facts) => boolean> = {
  legal_entity: ({ legalName, registration }) => legalName.length > 2 && registration.length > 4,
  imprint: ({ imprintUrl }) => imprintUrl !== null,
  vertical: ({ vertical }) => vertical !== '',
  list_origin: ({ listOrigin, listOriginText }) =>
    listOrigin === 'none' || (listOrigin !== '' && listOriginText.length >= ENOUGH),
  sample_texts: ({ sampleTexts }) => sampleTexts.filter((one) => one.length >= ENOUGH).length >= SAMPLES,
  contact_person: ({ contactName, contactEmail }) => contactName.length > 2 && contactEmail !== '',
}

/** What is still missing before anybody can decide about the business (C-70). */
export function missingChecks(
  application: Application,
  business: Pick<Business, 'legalName' | 'imprintUrl'>,
): Check[] {
  const facts = { ...application, legalName: business.legalName, imprintUrl: business.imprintUrl }
  return CHECKS.filter((check) => !MET[check](facts))
}

interface CheckWords {
  title: Sentence
  cure: Sentence
}

export const CHECK_WORDS: Record<Check, CheckWords> = {
  legal_entity: {
    title: { de: 'Rechtsträger', en: 'Legal entity' },
    cure: {
      de: 'Nenne Register und Nummer, oder warum es keine gibt (zum Beispiel Einzelunternehmen mit Gewerbeschein).',
      en: 'Name register and number, or why there is none (for example a sole trader with a trade licence).',
    },
  },
  imprint: {
    title: { de: 'Impressum', en: 'Imprint' },
    cure: {
      de: 'Trage unter Einstellungen, Unternehmen die Adresse des Impressums ein.',
      en: 'Enter the address of the imprint under Settings, Business.',
    },
  },
  vertical: {
    title: { de: 'Branche', en: 'Line of business' },
    cure: { de: 'Wähle, was ihr verkauft oder tut.', en: 'Choose what you sell or do.' },
  },
  list_origin: {
    title: { de: 'Herkunft der Listen', en: 'Origin of the lists' },
    cure: {
      de: 'Sag, woher eure Kontakte kommen und wie sie zugestimmt haben (mindestens ein Satz).',
      en: 'Say where your contacts come from and how they said yes (at least a sentence).',
    },
  },
  sample_texts: {
    title: { de: 'Beispieltexte', en: 'Sample texts' },
    cure: {
      de: 'Schreibe zwei Nachrichten auf, wie ihr sie senden wollt.',
      en: 'Write down two messages as you want to send them.',
    },
  },
  contact_person: {
    title: { de: 'Ansprechperson', en: 'Contact person' },
    cure: {
      de: 'Nenne jemanden mit E-Mail-Adresse, der für den Versand verantwortlich ist.',
      en: 'Name somebody with an e-mail address who answers for what is sent.',
    },
  },
}
