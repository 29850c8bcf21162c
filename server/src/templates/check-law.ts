import type { Content } from './content.ts'
import type { Findings } from './finding.ts'
import { hasOptOut, optOutOf } from './opt-out.ts'

/** Words that make a message advertising, whatever its category says (BGH VI ZR 225/17; C-64). */
const PROMOTION =
  /\d+\s?%\s?(rabatt|off|auf|nachlass|reduziert|discount|günstiger)|\brabatt(code|aktion)?\b|\bgutschein|\bcoupon|\bvoucher|\bdiscount|\bsale\b|\bschlussverkauf|\bangebot(e)?\b.*\b(jetzt|nur|heute|exklusiv)|\b(jetzt|nur|heute|exklusiv)\w*\b.*\bangebot(e)?\b|sonderangebot|special offer|\bneue kollektion|new collection|\bbewerte (uns|unser)|rate (us|your)|\bleave (us )?a review|empfehl(en|ung)en? für dich|recommended for you|\bblack friday\b|jetzt (kaufen|shoppen|bestellen)|buy now|shop now/iu

/** Asking people to pass a message on makes a chain of it (C-61). */
const CHAIN =
  /leite[nt]?\s+(sie\s+)?(diese\s+nachricht\s+|das\s+|dies\s+)?weiter|weiterleiten an|teile? (diese nachricht|das) mit|schick(e|t)? (das|diese nachricht) (an|weiter)|forward (this|to)|share this (message )?with|pass (it|this) on/iu

interface Facts {
  category: 'marketing' | 'utility' | 'authentication'
  /** As people know the business. */
  businessName: string
}

/** What the law and fairness ask of a template, beyond Meta's format. */
export function checkLaw(content: Content, { category, businessName }: Facts, findings: Findings): void {
  const header = content.header?.format === 'text' ? content.header.text : ''
  const text = [header, content.body, content.footer ?? ''].join('\n')
  if (category === 'marketing') {
    const ways = optOutOf(content)
    if (!hasOptOut(content)) {
      findings.error(
        'C-27',
        'footer',
        'Werbung braucht immer einen Weg hinaus: Schreib in die Fußzeile „Abmelden jederzeit mit STOP“ oder füge den Knopf „Abmelden“ hinzu.',
        'Marketing always needs a way out: write “Write STOP to unsubscribe” into the footer or add the button “Unsubscribe”.',
      )
    } else if (!ways.button) {
      findings.warning(
        'C-27',
        'buttons',
        'Ein Knopf „Abmelden“ ist leichter als ein Wort zu tippen, und wer ihn findet, meldet dich nicht.',
        'A button “Unsubscribe” is easier than typing a word, and people who find it do not report you.',
      )
    }
    if (!fold(text).includes(fold(businessName))) {
      findings.warning(
        'sender',
        'body',
        `Nenne euch im Text („${businessName}“): Wer erkennt, von wem die Nachricht ist, meldet sie seltener.`,
        `Name yourselves in the text (“${businessName}”): people who see who writes report less often.`,
      )
    }
  }
  if (category === 'utility' && PROMOTION.test(text)) {
    findings.error(
      'C-64',
      'category',
      'Das ist Werbung: Angebote, Rabatte und Bewertungsbitten brauchen die Kategorie Marketing und damit eine Einwilligung.',
      'This is advertising: offers, discounts and requests for reviews need the category marketing, and so consent.',
    )
  }
  if (CHAIN.test(text)) {
    findings.error(
      'C-61',
      'body',
      'Bitte nicht ums Weiterleiten bitten: Kettennachrichten sperrt WhatsApp.',
      'Please do not ask people to forward: WhatsApp blocks chain messages.',
    )
  }
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
