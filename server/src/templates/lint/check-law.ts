import type { Content } from '../content.ts'
import { hasOptOut, optOutOf } from '../opt-out.ts'
import type { FindingCode, Findings } from './finding.ts'
import { CHAIN, PRESSURE, RESTRICTED, SENSITIVE, THREAT } from './policy-words.ts'
import { findPromotion } from './promotion.ts'
import { withOptOut } from './repair.ts'

interface Facts {
  category: 'marketing' | 'utility' | 'authentication'
  language: string
  /** As people know the business. */
  businessName: string
}

/** Everything people read, with its place; examples count, since they stand for what is sent. */
function readable(content: Content): { where: string; text: string }[] {
  const { header, body, footer, buttons, cards = [] } = content
  const filled = (text: string) =>
    text.replace(/\{\{([^{}]*)\}\}/g, (_whole, name: string) => content.samples[name.trim()] ?? '')
  const at = (row: Content['buttons'], before: string) =>
    row.flatMap((button, index) =>
      'text' in button ? [{ where: `${before}buttons.${index}`, text: button.text }] : [],
    )
  return [
    ...(header?.format === 'text' ? [{ where: 'header', text: filled(header.text) }] : []),
    { where: 'body', text: filled(body) },
    ...(footer ? [{ where: 'footer', text: footer }] : []),
    ...at(buttons, ''),
    ...cards.flatMap((card, index) => [
      { where: `cards.${index}.body`, text: filled(card.body) },
      ...at(card.buttons, `cards.${index}.`),
    ]),
  ]
}

/** What the law, Meta's policies and fairness ask of a template, beyond its format. */
export function checkLaw(content: Content, facts: Facts, findings: Findings): void {
  const texts = readable(content)
  if (facts.category === 'marketing') checkMarketing(content, facts, findings)
  if (facts.category === 'utility') {
    for (const { where, text } of texts) {
      const found = findPromotion(text)
      if (!found) continue
      const { words, what } = found
      const repair = { category: 'marketing' as const, content: withOptOut(content, facts.language) }
      findings.add('promotion_in_utility', where, { words, what_de: what.de, what_en: what.en }, repair)
      // One is enough to say what it is.
      break
    }
  }
  const words: [FindingCode, RegExp][] = [
    ['chain', CHAIN],
    ['sensitive_request', SENSITIVE],
    ['threat', THREAT],
    ['pressure', PRESSURE],
  ]
  for (const { where, text } of texts) {
    for (const [code, pattern] of words) {
      const hit = pattern.exec(text)?.[0].trim()
      if (hit) findings.add(code, where, { words: hit })
    }
    for (const { what, words: pattern } of RESTRICTED) {
      const hit = pattern.exec(text)?.[0].trim()
      if (hit) findings.add('restricted_goods', where, { words: hit, what_de: what.de, what_en: what.en })
    }
  }
}

function checkMarketing(content: Content, { language, businessName }: Facts, findings: Findings): void {
  const ways = optOutOf(content)
  const repair = { content: withOptOut(content, language) }
  if (!hasOptOut(content)) findings.add('opt_out_missing', content.cards ? 'body' : 'footer', {}, repair)
  else if (!ways.button && !content.cards) findings.add('opt_out_button', 'buttons', {}, repair)
  const { header, cards } = content
  const said = fold(
    readable(content)
      .map(({ text }) => text)
      .join('\n'),
  )
  if (said.includes(fold(businessName))) return
  const named =
    header || cards || businessName.length > 60
      ? null
      : { content: { ...content, header: { format: 'text' as const, text: businessName } } }
  findings.add('sender', 'body', { name: businessName }, named)
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase()
