interface Signs {
  paragraph: string
  letter: string
  /** Between two letters of one paragraph, and after a letter. */
  letters: (letter: string) => string
  /** A definition in Article 4 is a point, not a paragraph. */
  point: string
  names: Record<string, string>
}

const closed = (letter: string) => `${letter})`
const SIGNS: Record<'de' | 'fr' | 'it' | 'es' | 'nl', Signs> = {
  de: {
    paragraph: 'Abs.',
    letter: 'lit.',
    letters: (letter) => letter,
    point: 'Nr.',
    names: {
      'WhatsApp Business Terms (since 7 Dec 2019)': 'WhatsApp-Business-AGB (seit 7. Dezember 2019)',
      'ePrivacy Directive': 'ePrivacy-Richtlinie',
      'AI Act': 'KI-Verordnung',
      GDPR: 'DSGVO',
      Recital: 'Erwägungsgrund',
      limitation: 'Verjährung',
      CJEU: 'EuGH',
      'no.': 'Nr.',
      'Meta policy': 'Richtlinien von Meta',
      'rule packs': 'Länderregeln',
      'forwarding limits': 'Grenzen des Weiterleitens',
      'quality rating': 'Qualitätsbewertung',
      'messaging limits': 'Nachrichtenlimits',
      'message templates': 'Nachrichtenvorlagen',
      'error codes': 'Fehlercodes',
      'business-scoped user ids': 'unternehmensbezogene Nutzerkennungen',
      'user preferences': 'Nutzereinstellungen',
    },
  },
  fr: { paragraph: ', par.', letter: ', point', letters: closed, point: ', point', names: { GDPR: 'RGPD' } },
  it: { paragraph: ', par.', letter: ', lett.', letters: closed, point: ', punto', names: {} },
  es: { paragraph: ', apdo.', letter: ', letra', letters: closed, point: ', punto', names: { GDPR: 'RGPD' } },
  nl: { paragraph: ', lid', letter: ', onder', letters: closed, point: ', punt', names: { GDPR: 'AVG' } },
}

/**
 * Where a rule comes from, as lawyers of the language write it: `Art. 6 (1) (a) GDPR` is `Art. 6 Abs. 1 lit. a DSGVO` in
 * German. The English form is the one source. Names of laws and courts that have no other name stay.
 */
export function citation(english: string, language: keyof typeof SIGNS | 'en'): string {
  const spaced = english.replaceAll(/(?<=[\w)])\((?=\w+\))/g, ' (')
  if (language === 'en') return spaced
  const { paragraph, letter, letters, point, names } = SIGNS[language]
  let text = spaced
    .replaceAll(/(Art\. 4) \((\d+)\)/g, `$1 ${point} $2`)
    .replaceAll(/, \(([a-z])\)/g, (_, sign: string) => `, ${letters(sign)}`)
    .replaceAll(/ \((\d+)\)/g, ` ${paragraph} $1`)
    .replaceAll(/ \(([a-z])\)/g, (_, sign: string) => ` ${letter} ${letters(sign)}`)
    .replaceAll(' ,', ',')
  for (const [name, own] of Object.entries(names)) text = text.replaceAll(name, own)
  return text
}
