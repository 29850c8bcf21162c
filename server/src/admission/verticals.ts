import type { Sentence } from '../platform/index.ts'

interface Choice {
  name: Sentence
  /** Why nobody with it is let in; null: it is welcome. */
  refusal: Sentence | null
}

const welcome = (de: string, en: string): Choice => ({ name: { de, en }, refusal: null })
/** Meta's commerce and messaging policies; a number that sends such things is banned, whatever people agreed to. */
const forbidden = (de: string, en: string): Choice => ({
  name: { de, en },
  refusal: {
    de: `WhatsApp verbietet „${de}“ in seinen Handelsrichtlinien; die Nummer würde gesperrt, auch mit Einwilligung der Menschen.`,
    en: `WhatsApp forbids “${en}” in its commerce policy; the number would be banned, whatever people agreed to.`,
  },
})

const VERTICAL_WORDS = {
  retail: welcome('Handel', 'Retail'),
  food: welcome('Essen und Lebensmittel', 'Food and groceries'),
  fashion: welcome('Mode', 'Fashion'),
  beauty: welcome('Schönheit und Pflege', 'Beauty and care'),
  home: welcome('Haus und Garten', 'Home and garden'),
  travel: welcome('Reisen und Verkehr', 'Travel and transport'),
  hospitality: welcome('Gastgewerbe', 'Hospitality'),
  events: welcome('Veranstaltungen und Kultur', 'Events and culture'),
  education: welcome('Bildung', 'Education'),
  health: welcome('Praxen und Gesundheitsdienste', 'Practices and health services'),
  finance: welcome('Banken und Versicherungen', 'Banking and insurance'),
  services: welcome('Dienstleistung und Handwerk', 'Services and trades'),
  media: welcome('Medien', 'Media'),
  nonprofit: welcome('Gemeinnützig', 'Non-profit'),
  public: welcome('Öffentliche Hand', 'Public sector'),
  other: welcome('Anderes', 'Other'),
  gambling: forbidden('Glücksspiel', 'Gambling'),
  adult: forbidden('Erotik', 'Adult content'),
  dating: forbidden('Partnervermittlung', 'Dating'),
  tobacco: forbidden('Tabak und Vapes', 'Tobacco and vapes'),
  drugs: forbidden('Drogen und Rauschmittel', 'Drugs'),
  medicine: forbidden('Arzneimittel und Medizinprodukte', 'Medicines and medical products'),
  supplements: forbidden('Bedenkliche Nahrungsergänzung', 'Unsafe supplements'),
  weapons: forbidden('Waffen und Munition', 'Weapons and ammunition'),
  animals: forbidden('Lebende Tiere', 'Live animals'),
  crypto: forbidden('Digitale Währungen', 'Digital currency'),
  lending: forbidden('Kurzzeitkredite und Inkasso', 'Payday loans and debt collection'),
  pyramid: forbidden('Strukturvertrieb', 'Multi-level marketing'),
} as const satisfies Record<string, Choice>

export type Vertical = keyof typeof VERTICAL_WORDS
export const VERTICALS = Object.keys(VERTICAL_WORDS) as [Vertical, ...Vertical[]]

const LIST_ORIGIN_WORDS = {
  none: welcome('Wir fangen bei null an', 'We start from zero'),
  own_opt_in: welcome('Eigene Anmeldungen mit Nachweis', 'Sign-ups of our own, with proof'),
  customers: welcome('Kundschaft, die wir neu fragen', 'Customers whom we ask anew'),
  bought: {
    name: { de: 'Gekauft oder gemietet', en: 'Bought or rented' },
    refusal: {
      de: 'Gekauften Listen fehlt die Einwilligung für dieses Unternehmen (§ 7 UWG, Art. 7 DSGVO). Sie kommen nicht hinein.',
      en: 'Bought lists lack the consent for this business (§ 7 UWG, Art. 7 GDPR). They do not come in.',
    },
  },
} as const satisfies Record<string, Choice>

export type ListOrigin = keyof typeof LIST_ORIGIN_WORDS
export const LIST_ORIGINS = Object.keys(LIST_ORIGIN_WORDS) as [ListOrigin, ...ListOrigin[]]

export const verticalOf = (key: Vertical): Choice => VERTICAL_WORDS[key]
export const listOriginOf = (key: ListOrigin): Choice => LIST_ORIGIN_WORDS[key]

/** Why this business is turned away at the door; null: it is not. */
export function refusalOf(application: {
  vertical: Vertical | ''
  listOrigin: ListOrigin | ''
}): Sentence | null {
  const vertical = application.vertical === '' ? null : verticalOf(application.vertical).refusal
  const origin = application.listOrigin === '' ? null : listOriginOf(application.listOrigin).refusal
  return vertical ?? origin
}
