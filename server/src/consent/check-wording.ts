import type { Sentence } from '../platform/index.ts'
import type { ChatLanguage } from './texts.ts'

export interface WordingFinding {
  rule: 'C-05' | 'C-07' | 'C-12' | 'C-22'
  severity: 'error' | 'warning'
  element:
    | 'business'
    | 'purpose'
    | 'channel'
    | 'revocation'
    | 'privacy'
    | 'length'
    | 'advertising'
    | 'terms'
    | 'age'
  message: Sentence
}

interface WordingContext {
  language: ChatLanguage
  businessName: string
  topicName: string
  privacyUrl: string | null
  /** From which age the business lets people sign up. */
  minimumAge: number
}

/** How a text may say "you can withdraw at any time"; STOP alone is understood everywhere. */
const REVOCATION: Record<ChatLanguage, RegExp> = {
  de: /\bSTOP\b|widerruf|abmeld/iu,
  en: /\bSTOP\b|withdraw|unsubscribe|opt out/iu,
  fr: /\bSTOP\b|retirer|désinscri/iu,
  it: /\bSTOP\b|revocare|cancell|disiscri/iu,
  es: /\bSTOP\b|\bBAJA\b|retirar|revocar/iu,
  nl: /\bSTOP\b|intrekken|afmeld/iu,
}

const ADVERTISING =
  /\d\s?%|[€$£]|\d\s?(?:euro?|chf|usd|gbp)\b|\b(?:eur|chf|usd|gbp)\s?\d|\brabatt|\bgutschein|\bcoupon|\bdiscount|\bvoucher|\bsconto|\bdescuento|\bréduction|\bkorting/iu
const TERMS =
  /\bAGB\b|allgemeine geschäftsbedingungen|terms (?:and|&) conditions|terms of (?:service|use)|\bCG[UV]\b|conditions générales|condizioni generali|condiciones generales|algemene voorwaarden/iu

/** Every address in a text, without the punctuation that closes the sentence. */
const ADDRESS = /(?:https?:\/\/|www\.)\S*[^\s.,;:!?)]/giu

/** Fits a question with two topics into the 1,024 characters of an interactive message. */
const LONGEST = 480

const fold = (text: string) => text.normalize('NFKC').toLowerCase()

/**
 * What a consent text lacks or must not say. An error stops its publication.
 * Sources: Art. 4(11), 7, 8, 13 GDPR; C-05, C-07, C-12, C-22; Meta asks for the business's name and the fact of opting in.
 */
export function checkWording(body: string, context: WordingContext): WordingFinding[] {
  const text = fold(body)
  const findings: WordingFinding[] = []
  const must = (ok: boolean, element: WordingFinding['element'], de: string, en: string) => {
    if (!ok) findings.push({ rule: 'C-07', severity: 'error', element, message: { de, en } })
  }
  must(
    text.includes(fold(context.businessName)),
    'business',
    `Der Name „${context.businessName}“ fehlt: Man muss erkennen, wem man zustimmt.`,
    `The name “${context.businessName}” is missing: people must see whom they agree to.`,
  )
  must(
    text.includes(fold(context.topicName)),
    'purpose',
    `Der Zweck „${context.topicName}“ fehlt: Man muss erkennen, wofür man zustimmt.`,
    `The purpose “${context.topicName}” is missing: people must see what they agree to.`,
  )
  must(
    text.includes('whatsapp'),
    'channel',
    'Der Kanal fehlt: Nenne WhatsApp.',
    'The channel is missing: name WhatsApp.',
  )
  must(
    REVOCATION[context.language].test(body),
    'revocation',
    'Der Hinweis auf den Widerruf fehlt, zum Beispiel: „jederzeit mit STOP“.',
    'The hint that consent can be withdrawn is missing, for example: “at any time with STOP”.',
  )
  must(
    context.privacyUrl !== null && text.includes(fold(context.privacyUrl)),
    'privacy',
    context.privacyUrl
      ? `Der Link zur Datenschutzerklärung fehlt: ${context.privacyUrl}`
      : 'Trage zuerst unter Einstellungen die Adresse eurer Datenschutzerklärung ein.',
    context.privacyUrl
      ? `The link to the privacy notice is missing: ${context.privacyUrl}`
      : 'First enter the address of your privacy notice under Settings.',
  )
  must(
    body.length <= LONGEST,
    'length',
    `Der Text ist ${body.length} Zeichen lang; höchstens ${LONGEST} passen in die Frage im Chat.`,
    `The text has ${body.length} characters; at most ${LONGEST} fit into the question in the chat.`,
  )
  const leadsElsewhere = (body.match(ADDRESS) ?? []).some(
    (address) => fold(address) !== fold(context.privacyUrl ?? ''),
  )
  if (ADVERTISING.test(body) || leadsElsewhere) {
    findings.push({
      rule: 'C-05',
      severity: 'error',
      element: 'advertising',
      message: {
        de: 'Die Frage darf nicht werben: keine Preise, Prozente oder Gutscheine, kein Link außer dem zum Datenschutz.',
        en: 'The question must not advertise: no prices, percentages or vouchers, no link but the one to the privacy notice.',
      },
    })
  }
  if (TERMS.test(body)) {
    findings.push({
      rule: 'C-12',
      severity: 'error',
      element: 'terms',
      message: {
        de: 'Die Einwilligung darf nicht mit den AGB vermischt werden.',
        en: 'Consent must not be mixed with the terms and conditions.',
      },
    })
  }
  if (!new RegExp(`\\b${context.minimumAge}\\b`, 'u').test(body)) {
    findings.push({
      rule: 'C-22',
      severity: 'warning',
      element: 'age',
      message: {
        de: `Das Mindestalter fehlt: Euer Text sollte sagen, dass die Person mindestens ${context.minimumAge} Jahre alt ist.`,
        en: `The minimum age is missing: your text should say that the person is at least ${context.minimumAge} years old.`,
      },
    })
  }
  return findings
}
