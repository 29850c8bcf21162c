import type { Sentence } from '../platform/index.ts'
import type { Trip } from './breaker.ts'

/** Why the system paused a campaign by itself. A member's own words are stored as they are. */
const PAUSE_REASONS = {
  member: { de: 'von Hand angehalten', en: 'paused by hand' },
  schedule_missed: { de: 'geplanter Zeitpunkt verpasst', en: 'scheduled time missed' },
  restored: {
    de: 'Senden war angehalten; vielleicht schon gesendet',
    en: 'sending was held back; may have been sent already',
  },
  template_stopped: { de: 'Vorlage nicht mehr freigegeben', en: 'template no longer approved' },
  template_quality: { de: 'Qualität der Vorlage ist rot', en: 'quality of the template is red' },
  channel_quality: { de: 'Qualität der Nummer ist gesunken', en: 'quality of the number has fallen' },
  spam_limited: {
    de: 'WhatsApp bremst die Nummer wegen Spam-Verdacht',
    en: 'WhatsApp limits the number because of spam reports',
  },
  channel_stopped: { de: 'Nummer kann nicht senden', en: 'number cannot send' },
  sending_stopped: { de: 'WhatsApp nimmt nichts mehr an', en: 'WhatsApp accepts nothing any more' },
  not_ready: {
    de: 'beim geplanten Start war etwas nicht bereit',
    en: 'something was not ready at the scheduled start',
  },
  nobody: { de: 'niemand darf sie bekommen', en: 'nobody may receive it' },
  over_budget: { de: 'teurer als das Budget', en: 'more expensive than the budget' },
  topic_budget: {
    de: 'Budget des Themas ausgeschöpft',
    en: 'budget of the topic used up',
  },
  business_budget: {
    de: 'Budget des Unternehmens ausgeschöpft',
    en: 'budget of the business used up',
  },
  breaker_opt_outs: { de: 'viele Abmeldungen', en: 'many opt-outs' },
  breaker_failures: { de: 'viele Fehlschläge', en: 'many failures' },
  breaker_blocks: { de: 'viele Menschen wollen sie nicht', en: 'many people do not want it' },
  breaker_silence: {
    de: 'keine Rückmeldung von WhatsApp zum ersten Teil',
    en: 'no word from WhatsApp about the first part',
  },
} as const satisfies Record<string, Sentence>

export type PauseReason = keyof typeof PAUSE_REASONS

/** Where going on needs a person's reason: somebody has to have looked (C-65). */
const NEEDS_REASON: readonly string[] = [
  'channel_quality',
  'template_quality',
  'spam_limited',
] satisfies PauseReason[]

export function needsReason(pauseReason: string | null): boolean {
  return pauseReason !== null && NEEDS_REASON.includes(pauseReason)
}

/** The reason in words, and in figures where there are any; a member's own words stay as they are. */
export function pauseReasonText(reason: string, language: 'de' | 'en', trip?: Trip): string {
  if (!isPauseReason(reason)) return reason
  const words = PAUSE_REASONS[reason][language]
  if (!trip || trip.kind === 'silence') return words
  const percent = (share: number) =>
    `${(share * 100).toLocaleString(language, { maximumFractionDigits: 1 })}${language === 'de' ? ' ' : ''}%`
  const { count, of, limit, windowMinutes } = trip
  return language === 'de'
    ? `${words}: ${count} von ${of} (${percent(count / of)}, erlaubt ${percent(limit)}) in ${windowMinutes} Minuten`
    : `${words}: ${count} of ${of} (${percent(count / of)}, allowed ${percent(limit)}) in ${windowMinutes} minutes`
}

export function isPauseReason(code: string): code is PauseReason {
  return code in PAUSE_REASONS
}
