import type { Sentence } from '../platform/index.ts'

interface Reason {
  title: Sentence
  /** What it means and what would change it. */
  detail: Sentence
  /** The rule behind it, for people who check; cited in English, `citation` writes it as German does. */
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
    'C-41, Art. 18 GDPR',
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
    'C-24, Art. 7 (3) GDPR',
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
    'C-02, C-45',
    'Einwilligung abgelaufen',
    'Consent expired',
    'Die Rückfrage blieb unbeantwortet oder die Einwilligung ist verfallen.',
    'The question stayed unanswered or the consent has lapsed.',
  ),
  consent_dormant: reason(
    'C-45',
    'Einwilligung lange ungenutzt',
    'Consent long unused',
    'Seit langem ging keine Werbung an die Person und sie hat nicht geschrieben. Wenn sie sich meldet, geht es weiter.',
    'For a long time no marketing went to the person and they did not write. It goes on when they get in touch.',
  ),
  consent_lapsed: reason(
    'C-45',
    'Einwilligung verfallen',
    'Consent lapsed',
    'Die Einwilligung wurde so lange nicht genutzt, dass sie verfallen ist. Nur eine neue Anmeldung hilft.',
    'The consent was unused for so long that it has lapsed. Only a new sign-up helps.',
  ),
  consent_inactive: reason(
    'C-39',
    'Einwilligung ruht',
    'Consent suspended',
    'Die Einwilligung gilt gerade nicht: die Nummer hat gewechselt, oder der Text hat sich wesentlich geändert oder war fehlerhaft.',
    'The consent does not count at the moment: the number changed, or the text changed materially or was defective.',
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
  country_off: reason(
    'C-68',
    'Keine Werbung in dieses Land',
    'No marketing to this country',
    'In das Land dieser Person stellt WhatsApp keine Werbung zu; das Regelwerk schaltet sie ab.',
    'WhatsApp delivers no marketing to this person’s country; its rule pack switches it off.',
  ),
  country_blocked: reason(
    'C-66',
    'Land von WhatsApp gesperrt',
    'Country blocked by WhatsApp',
    'WhatsApp lässt dieses Konto nicht in das Land der Person schreiben.',
    'WhatsApp does not let this account write to the person’s country.',
  ),
  template_gone: reason(
    'C-63',
    'Vorlage gelöscht',
    'Template deleted',
    'Die Vorlage wurde gelöscht, während die Nachricht wartete. Mit einer anderen Vorlage kann sie neu gesendet werden.',
    'The template was deleted while the message waited. It can be sent anew with another template.',
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
  paused: reason(
    'C-25, C-31',
    'Pause',
    'Pause',
    'Die Person hat um eine Pause gebeten. Was in dieser Zeit gesendet wird, bekommt sie nicht; danach geht es von selbst weiter.',
    'The person asked for a pause. What is sent meanwhile does not reach them; afterwards it goes on by itself.',
  ),
  just_wrote: reason(
    'C-24',
    'Hat gerade geschrieben',
    'Has just written',
    'Die Person hat gerade geschrieben. Erst wird gelesen, was sie will; dann geht es von selbst weiter.',
    'The person has just written. First it is read what they want; then it goes on by itself.',
  ),
  template_not_approved: reason(
    'C-63',
    'Vorlage nicht freigegeben',
    'Template not approved',
    'Die Vorlage ist bei WhatsApp nicht (mehr) freigegeben. Es geht weiter, sobald sie es ist.',
    'WhatsApp has not approved the template (any more). Sending goes on once it is.',
  ),
  template_quality: reason(
    'C-65',
    'Qualität der Vorlage ist rot',
    'Quality of the template is red',
    'Menschen melden oder blockieren diese Vorlage. Werbung mit ihr ruht, bis die Qualität besser ist.',
    'People report or block this template. Marketing with it rests until its quality is better.',
  ),
  channel_unavailable: reason(
    'C-65',
    'Nummer nicht sendebereit',
    'Number cannot send',
    'Die Nummer ist getrennt, eingeschränkt oder gesperrt.',
    'The number is disconnected, restricted or banned.',
  ),
  not_live: reason(
    'C-52, Art. 24 GDPR',
    'Nummer noch nicht freigeschaltet',
    'Number not live yet',
    'Bevor eine Nummer Werbung sendet, müssen Verträge, Verzeichnis, Datenschutzhinweis und Risikoprüfung erledigt sein. Was fehlt, steht unter Verzeichnis & Pflichten.',
    'Before a number sends marketing, contracts, record, privacy notice and risk screening must be in place. What is missing stands under Records & duties.',
  ),
  marketing_resting: reason(
    'C-65',
    'Werbung der Nummer ruht',
    'Marketing of the number is at rest',
    'Nach einer Warnung von WhatsApp ruht die Werbung dieser Nummer, bis ein Mensch sie mit Begründung freigibt.',
    'After a warning from WhatsApp this number’s marketing rests until a person releases it with a reason.',
  ),
  business_frozen: reason(
    'C-60',
    'Unternehmen eingefroren',
    'Business frozen',
    'Der Betreiber hat dieses Unternehmen eingefroren; nur Antworten gehen noch.',
    'The operator froze this business; only answers still go.',
  ),
  campaign_not_running: reason(
    'G3',
    'Kampagne läuft nicht',
    'Campaign is not running',
    'Die Kampagne ist angehalten. Es geht weiter, wenn sie fortgesetzt wird.',
    'The campaign is paused. Sending goes on when it is resumed.',
  ),
  budget_reached: reason(
    'C-71',
    'Budget der Kampagne erreicht',
    'Budget of the campaign reached',
    'Die Kampagne hat ihr Budget ausgeschöpft. Der Rest geht, wenn ein Mensch es erhöht.',
    'The campaign has used up its budget. The rest goes when a person raises it.',
  ),
  budget_topic: reason(
    'C-71',
    'Budget des Themas erreicht',
    'Budget of the topic reached',
    'Das Thema hat sein Budget für diesen Zeitraum ausgeschöpft. Der Rest geht, wenn ein Mensch es erhöht.',
    'The topic has used up its budget for this period. The rest goes when a person raises it.',
  ),
  budget_business: reason(
    'C-71',
    'Budget des Unternehmens erreicht',
    'Budget of the business reached',
    'Das Unternehmen hat sein Budget für diesen Zeitraum ausgeschöpft. Der Rest geht, wenn ein Mensch es erhöht; Antworten und Bestätigungen gehen weiter.',
    'The business has used up its budget for this period. The rest goes when a person raises it; answers and receipts still go.',
  ),
  limit_reached: reason(
    'C-62',
    'Tageslimit erreicht',
    'Daily limit reached',
    'Alle Nummern zusammen dürfen in 24 Stunden nur einer begrenzten Zahl von Menschen schreiben; der Rest folgt von selbst.',
    'All numbers together may write to a limited number of people in 24 hours; the rest follows by itself.',
  ),
  warm_up: reason(
    'C-62',
    'Neue Nummer wird aufgewärmt',
    'New number is warming up',
    'Eine neue Nummer beginnt mit wenigen Menschen am Tag, damit sie nicht als Spam auffällt; der Rest folgt von selbst.',
    'A new number begins with few people a day, so that it is not taken for spam; the rest follows by itself.',
  ),
  trial_cap: reason(
    'C-70',
    'Zulassung steht aus',
    'Not let in yet',
    'Solange das Unternehmen nicht zugelassen ist, geht Werbung nur an wenige Menschen am Tag. Der Antrag steht unter Einstellungen, Zulassung; der Rest folgt von selbst.',
    'Until the business is let in, marketing goes to few people a day only. The application stands under Settings, Admission; the rest follows by itself.',
  ),
  quiet_hours: reason(
    'C-68',
    'Ruhezeit',
    'Quiet hours',
    'Wo die Person ist, ist gerade Nacht, Sonntag oder Feiertag. Die Nachricht wird nachgeholt.',
    'Where the person is, it is night, Sunday or a holiday now. The message follows later.',
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
  held_unresolved: reason(
    'G3',
    'Von Meta zurückgehalten',
    'Held back by Meta',
    'Meta hielt die Nachricht zurück, um die Qualität der Vorlage zu prüfen, und hat drei Tage lang nichts mehr gemeldet. Meldet es sich noch, zählt das.',
    'Meta held the message back to judge the quality of the template and has said nothing for three days. Should it still say something, that counts.',
  ),
} as const satisfies Record<string, Reason>

export type ReasonCode = keyof typeof REASONS

/** Title of a stored reason; codes of later versions are shown as they are. */
export function reasonTitle(code: string, language: 'de' | 'en'): string {
  return code in REASONS ? REASONS[code as ReasonCode].title[language] : code
}
