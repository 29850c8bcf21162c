/** Words that point at data of Article 9 and 10 GDPR, in German and English; matched at the start of a word. */
const STEMS = [
  [
    'health',
    'gesundheit|krank|diagnos|patient|behinder|schwanger|allerg|medikament|therap|health|illness|disease|disab|pregnan|medic|hiv|blutgruppe|blood[ _]?type',
  ],
  [
    'religion',
    'religi|konfession|kirche|glaube|christlich|musli|islam|jued|jewish|faith|church|denomination',
  ],
  ['politics', 'politi|partei|waehler|wahler|voter|weltanschau'],
  ['union', 'gewerkschaft|trade[ _]?union|union[ _]?member'],
  ['sexuality', 'sexu|homosex|heterosex|gender[ _]?identity|lgbt'],
  ['ethnicity', 'ethni|rasse|racial|race($|[^a-z])|hautfarbe|skin[ _]?colou?r|migrationshinter'],
  ['biometrics', 'biometr|genet|dna|fingerabdruck|fingerprint|gesichtserk'],
  ['crime', 'straftat|vorstraf|verurteil|criminal|conviction|offen[cs]e'],
] as const

export type SpecialCategory = (typeof STEMS)[number][0]

const PATTERNS = STEMS.map(([category, stems]) => [category, new RegExp(`(^|[^a-z])(${stems})`)] as const)

/**
 * Which special category of personal data a field or segment name points at; null when none. Newsletters must not be
 * steered by such data (C-23, Articles 9 and 10 GDPR). A word list finds names, not intentions: it is a fence, not a proof.
 */
export function specialCategory(text: string): SpecialCategory | null {
  const folded = text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
  return PATTERNS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
}

/** Whether a field name speaks of consent, which is never an attribute and never imported (C-19). */
export function speaksOfConsent(text: string): boolean {
  return /opt[\s_-]*(in|out)|consent|einwillig|zustimm|double[\s_-]*opt|unsubscrib|subscri|abgemeldet|angemeldet|newsletter_?(ok|ja|yes|status)?$/i.test(
    text,
  )
}
