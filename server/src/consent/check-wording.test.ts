import { describe, expect, it } from 'vitest'
import { checkWording } from './check-wording.ts'
import { CHAT_LANGUAGES, type ChatLanguage, STARTING_WORDING } from './texts.ts'

const BUSINESS = 'Blattwerk'
const PRIVACY = 'https://laden.example/datenschutz'
const TOPIC: Record<ChatLanguage, [name: string, description: string]> = {
  de: ['Pflanzenpost', 'Neuigkeiten und Pflegetipps, etwa zweimal im Monat'],
  en: ['Plant post', 'news and care tips, about twice a month'],
  fr: ['Courrier vert', 'nouveautés et conseils, environ deux fois par mois'],
  it: ['Posta verde', 'novità e consigli, circa due volte al mese'],
  es: ['Correo verde', 'novedades y consejos, unas dos veces al mes'],
  nl: ['Plantenpost', 'nieuws en tips, ongeveer twee keer per maand'],
}

const good = (language: ChatLanguage) => {
  const [topic, description] = TOPIC[language]
  return STARTING_WORDING[language]({ business: BUSINESS, topic, description, privacyUrl: PRIVACY })
}
const check = (language: ChatLanguage, body: string, privacyUrl: string | null = PRIVACY) =>
  checkWording(body, {
    language,
    businessName: BUSINESS,
    topicName: TOPIC[language][0],
    privacyUrl,
    minimumAge: 16,
  })
const elements = (language: ChatLanguage, body: string) =>
  check(language, body).map((finding) => finding.element)

/** Words with which a text of that language speaks of leaving, all of which must go for it to be missing. */
const LEAVING: Record<ChatLanguage, RegExp> = {
  de: /widerrufen|STOP/g,
  en: /withdraw|STOP/g,
  fr: /retirer|STOP/g,
  it: /revocare|STOP/g,
  es: /retirar|STOP/g,
  nl: /intrekken|STOP/g,
}

describe.each(CHAT_LANGUAGES)('the consent text in %s', (language) => {
  it('C-07: to start from is complete, free of advertising, and fits beside a second one', () => {
    expect(check(language, good(language))).toEqual([])
    expect(good(language).length).toBeLessThanOrEqual(480)
  })

  it.each([
    ['business', (text: string) => text.replaceAll(BUSINESS, 'Wir')],
    ['purpose', (text: string) => text.replaceAll(TOPIC[language][0], '')],
    ['channel', (text: string) => text.replaceAll('WhatsApp', 'Chat')],
    ['revocation', (text: string) => text.replaceAll(LEAVING[language], '')],
    ['privacy', (text: string) => text.replaceAll(PRIVACY, '')],
    ['length', (text: string) => `${text} ${'a'.repeat(480 - text.length)}`],
    ['advertising', (text: string) => `${text} 20 %!`],
    ['terms', (text: string) => `${text} ${TERMS[language]}`],
    ['age', (text: string) => text.replaceAll('16', '')],
  ] as const)('C-05, C-07, C-12, C-22: is complained of for its %s alone', (element, spoil) => {
    expect(elements(language, spoil(good(language)))).toEqual([element])
  })

  it('says in both languages of the admin what is missing', () => {
    const findings = check(language, 'x')
    expect(findings.map((finding) => finding.element)).toEqual([
      'business',
      'purpose',
      'channel',
      'revocation',
      'privacy',
      'age',
    ])
    for (const { element, message, severity } of findings) {
      expect(severity).toBe(element === 'age' ? 'warning' : 'error')
      expect(message.de).not.toBe('')
      expect(message.en).not.toBe('')
      expect(message.en).not.toBe(message.de)
    }
  })
})

const TERMS: Record<ChatLanguage, string> = {
  de: 'Es gelten unsere AGB.',
  en: 'Our terms and conditions apply.',
  fr: 'Nos conditions générales s’appliquent.',
  it: 'Valgono le condizioni generali.',
  es: 'Se aplican las condiciones generales.',
  nl: 'Onze algemene voorwaarden gelden.',
}

describe('advertising in a consent text', () => {
  it.each([
    '10% auf alles',
    'nur 9,99 €',
    'nur 5 Euro',
    '$5 off',
    '£3',
    'CHF 20 sparen',
    'mit Rabatt',
    'Gutschein inklusive',
    'a coupon for you',
    'a discount',
    'a voucher',
    'con sconto',
    'con descuento',
    'une réduction',
    'met korting',
    'schau auf https://blattwerk.example/sale',
    'see www.blattwerk.example',
  ])('C-05: is found: %s', (words) => {
    expect(elements('de', `${good('de')} ${words}`)).toContain('advertising')
  })

  it.each(['etwa 2 Nachrichten im Monat', 'ab 16 Jahren', 'am 24. Dezember'])(
    'is not seen in: %s',
    (words) => {
      expect(elements('de', `${good('de')} ${words}`)).toEqual([])
    },
  )
})

it('asks for the privacy notice’s address first when the business has none', () => {
  const [finding] = check('de', good('de'), null).filter((each) => each.element === 'privacy')
  expect(finding?.message.de).toContain('Einstellungen')
})

it('does not mind how the names are written', () => {
  expect(elements('de', good('de').toUpperCase().replace(PRIVACY.toUpperCase(), PRIVACY))).toEqual([])
})
