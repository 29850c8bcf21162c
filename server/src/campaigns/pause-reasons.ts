import type { Sentence } from '../platform/index.ts'

/** Why the system paused a campaign by itself. A member's own words are stored as they are. */
const PAUSE_REASONS = {
  member: { de: 'von Hand angehalten', en: 'paused by hand' },
  schedule_missed: { de: 'geplanter Zeitpunkt verpasst', en: 'scheduled time missed' },
  template_stopped: { de: 'Vorlage nicht mehr freigegeben', en: 'template no longer approved' },
  template_quality: { de: 'Qualität der Vorlage ist rot', en: 'quality of the template is red' },
  channel_quality: { de: 'Qualität der Nummer ist rot', en: 'quality of the number is red' },
  channel_stopped: { de: 'Nummer kann nicht senden', en: 'number cannot send' },
  sending_stopped: { de: 'WhatsApp nimmt nichts mehr an', en: 'WhatsApp accepts nothing any more' },
  not_ready: {
    de: 'beim geplanten Start war etwas nicht bereit',
    en: 'something was not ready at the scheduled start',
  },
  nobody: { de: 'niemand darf sie bekommen', en: 'nobody may receive it' },
  over_budget: { de: 'teurer als das Budget', en: 'more expensive than the budget' },
} as const satisfies Record<string, Sentence>

export type PauseReason = keyof typeof PAUSE_REASONS

/** The reason in words; a member's own words stay as they are. */
export function pauseReasonText(reason: string, language: 'de' | 'en'): string {
  return isPauseReason(reason) ? PAUSE_REASONS[reason][language] : reason
}

export function isPauseReason(code: string): code is PauseReason {
  return code in PAUSE_REASONS
}
