import { buttonsOf, type Content } from './content.ts'

const WORDS =
  /\bstopp?\b|abmeld|abbestell|austrag|widerruf|unsubscribe|opt[\s-]?out|sign off|désinscri|desinscri|désabonn|disiscri|cancellami|\bbaja\b|afmeld|uitschrijv/iu

/** Whether words offer the way out: the footer "Abmelden mit STOP", the button "Unsubscribe". */
export function looksLikeOptOut(text: string): boolean {
  return WORDS.test(text)
}

/** The places where a message can carry its opt-out (C-27). With cards there is no footer, and its words stand in the text. */
export function optOutOf(content: Content): { button: boolean; footer: boolean } {
  const words = content.cards ? content.body : (content.footer ?? '')
  return {
    button: buttonsOf(content).some(({ button }) => button.kind === 'quick_reply' && button.optOut === true),
    footer: looksLikeOptOut(words),
  }
}

/** Whether a message of this template carries any way out. */
export function hasOptOut(content: Content): boolean {
  const ways = optOutOf(content)
  return ways.button || ways.footer
}
