import type { Content } from './content.ts'

const WORDS =
  /\bstopp?\b|abmeld|abbestell|austrag|widerruf|unsubscribe|opt[\s-]?out|sign off|désinscri|desinscri|désabonn|disiscri|cancellami|\bbaja\b|afmeld|uitschrijv/iu

/** Whether words offer the way out: the footer "Abmelden mit STOP", the button "Unsubscribe". */
export function looksLikeOptOut(text: string): boolean {
  return WORDS.test(text)
}

/** The two places where a message can carry its opt-out (C-27). */
export function optOutOf(content: Content): { button: boolean; footer: boolean } {
  return {
    button: content.buttons.some((button) => button.kind === 'quick_reply' && button.optOut === true),
    footer: content.footer !== undefined && looksLikeOptOut(content.footer),
  }
}

/** Whether a message of this template carries any way out. */
export function hasOptOut(content: Content): boolean {
  const ways = optOutOf(content)
  return ways.button || ways.footer
}
