import type { Sentence } from '../platform/index.ts'

interface Reason {
  title: Sentence
  /** What it means and what would change it. */
  detail: Sentence
  /** The rule behind it, for people who check. */
  rule: string
}

const reason = (rule: string, de: string, en: string, detailDe: string, detailEn: string): Reason => ({
  rule,
  title: { de, en },
  detail: { de: detailDe, en: detailEn },
})

/**
 * Every reason why a message does not go, or not now. The codes are stable: they are stored, exported and shown.
 */
export const REASONS = {
  erased: reason(
    'C-40',
    'Gelöscht',
    'Erased',
    'Die Daten dieser Person wurden gelöscht.',
    'This person’s data was erased.',
  ),
  restricted: reason(
    'C-41, Art. 18 DSGVO',
    'Verarbeitung eingeschränkt',
    'Processing restricted',
    'Für diese Person ruht die Verarbeitung, bis ein Streit geklärt ist.',
    'Processing is frozen for this person until a dispute is settled.',
  ),
  suppressed: reason(
    'C-33, C-35',
    'Auf der Sperrliste',
    'On the block list',
    'Diese Person hat sich von aller Werbung abgemeldet. Nur eine neue doppelte Einwilligung hebt das auf.',
    'This person objected to all marketing. Only a new double opt-in lifts that.',
  ),
  no_consent: reason(
    'C-01, § 7 UWG',
    'Keine Einwilligung',
    'No consent',
    'Zu diesem Thema hat die Person auf diesem Kanal nie zugestimmt.',
    'The person never said yes to this topic on this channel.',
  ),
  consent_pending: reason(
    'C-02',
    'Einwilligung nicht bestätigt',
    'Consent not confirmed',
    'Die Person hat sich angemeldet, aber noch nicht mit JA bestätigt.',
    'The person signed up but has not confirmed with YES yet.',
  ),
  consent_withdrawn: reason(
    'C-24, Art. 7 (3) DSGVO',
    'Einwilligung widerrufen',
    'Consent withdrawn',
    'Die Person hat ihre Einwilligung widerrufen.',
    'The person withdrew their consent.',
  ),
  consent_refused: reason(
    'C-02',
    'Mit NEIN geantwortet',
    'Answered NO',
    'Die Person hat auf die Rückfrage NEIN gesagt.',
    'The person answered the question with NO.',
  ),
  consent_expired: reason(
    'C-45',
    'Einwilligung abgelaufen',
    'Consent expired',
    'Die Rückfrage blieb unbeantwortet oder die Einwilligung ist verfallen.',
    'The question stayed unanswered or the consent has lapsed.',
  ),
  consent_inactive: reason(
    'C-39',
    'Einwilligung ruht',
    'Consent suspended',
    'Die Einwilligung gilt gerade nicht, zum Beispiel nach einem Nummernwechsel.',
    'The consent does not count at the moment, for example after a change of number.',
  ),
  meta_stop: reason(
    'C-32',
    'Werbung in WhatsApp abgestellt',
    'Marketing stopped in WhatsApp',
    'Die Person hat Werbung von dir in WhatsApp selbst abgestellt.',
    'The person switched off marketing from you inside WhatsApp.',
  ),
  on_hold: reason(
    'C-29',
    'Angehalten',
    'On hold',
    'Ein Mensch muss erst klären, ob die Person sich abmelden wollte.',
    'Somebody has to find out first whether the person wanted to unsubscribe.',
  ),
  category_changed: reason(
    'C-64',
    'Vorlage ist jetzt Werbung',
    'Template is marketing now',
    'Meta hat die Vorlage als Werbung eingestuft; als Servicenachricht darf sie nicht mehr gehen.',
    'Meta classified the template as marketing; it may no longer go as a service message.',
  ),
  frequency_cap: reason(
    'C-67',
    'Häufigkeitsgrenze',
    'Frequency cap',
    'Die Person hat in dieser Zeit schon genug Werbung bekommen.',
    'The person has received enough marketing in this period.',
  ),
  window_closed: reason(
    'C-63',
    '24-Stunden-Fenster zu',
    '24-hour window closed',
    'Freie Nachrichten gehen nur 24 Stunden lang nach einer Nachricht der Person.',
    'Free messages are possible only within 24 hours after a message of the person.',
  ),
  template_not_approved: reason(
    'C-63',
    'Vorlage nicht freigegeben',
    'Template not approved',
    'Die Vorlage ist bei WhatsApp nicht (mehr) freigegeben. Es geht weiter, sobald sie es ist.',
    'WhatsApp has not approved the template (any more). Sending goes on once it is.',
  ),
  channel_unavailable: reason(
    'C-65',
    'Nummer nicht sendebereit',
    'Number cannot send',
    'Die Nummer ist getrennt, eingeschränkt oder gesperrt.',
    'The number is disconnected, restricted or banned.',
  ),
  campaign_not_running: reason(
    'G3',
    'Kampagne läuft nicht',
    'Campaign is not running',
    'Die Kampagne ist angehalten. Es geht weiter, wenn sie fortgesetzt wird.',
    'The campaign is paused. Sending goes on when it is resumed.',
  ),
  limit_reached: reason(
    'C-62',
    'Tageslimit der Nummer erreicht',
    'Daily limit of the number reached',
    'Die Nummer darf in 24 Stunden nur einer begrenzten Zahl von Menschen schreiben; der Rest folgt von selbst.',
    'The number may write to a limited number of people in 24 hours; the rest follows by itself.',
  ),
  quiet_hours: reason(
    'C-68',
    'Ruhezeit',
    'Quiet hours',
    'Werbung geht nur werktags von 9 bis 20 Uhr; sie wird dann nachgeholt.',
    'Marketing goes out Monday to Saturday from 9 to 20 only; it follows then.',
  ),
  campaign_cancelled: reason(
    'G3',
    'Kampagne abgebrochen',
    'Campaign cancelled',
    'Die Kampagne wurde abgebrochen, bevor diese Nachricht an der Reihe war.',
    'The campaign was cancelled before it was this message’s turn.',
  ),
  unsendable: reason(
    'G3',
    'Nicht zustellbar zusammengestellt',
    'Could not be composed',
    'Der Nachricht fehlt etwas, zum Beispiel der Wert einer Variablen oder eine Adresse.',
    'Something is missing for this message, for example the value of a variable or an address.',
  ),
  outcome_unknown: reason(
    'G3',
    'Ausgang unbekannt',
    'Outcome unknown',
    'Die Antwort von WhatsApp ging verloren und auch später kam keine Bestätigung. Es wird nicht noch einmal gesendet.',
    'The answer of WhatsApp was lost and no confirmation came later. It is not sent again.',
  ),
} as const satisfies Record<string, Reason>

export type ReasonCode = keyof typeof REASONS

/** Title of a stored reason; codes of later versions are shown as they are. */
export function reasonTitle(code: string, language: 'de' | 'en'): string {
  return code in REASONS ? REASONS[code as ReasonCode].title[language] : code
}
