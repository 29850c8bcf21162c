import type { Sentence } from '../platform/index.ts'

/** What a failed request or a `failed` status means for what we do next. One of these for every code. */
export type ErrorAction =
  /** Try this message again, after `afterSeconds` times `factor` for each time before, `max` times: it failed by itself. */
  | {
      do: 'retry'
      scope: 'message' | 'pair'
      afterSeconds: number
      factor: number
      max: number
      tell?: true
    }
  /** The same for as long as it takes: nobody else of this `scope` would fare better, and all of it slows down. */
  | {
      do: 'retry'
      scope: 'channel' | 'waba' | 'app'
      afterSeconds: number
      factor: number
      tell?: true
    }
  /** This message is over; other people are not affected, unless their `country` is blocked for the account. */
  | {
      do: 'fail'
      person: 'nothing' | 'unreachable' | 'stopped_marketing'
      country?: 'blocked'
      /** Our own request or set-up is wrong: somebody should look. */
      tell?: true
    }
  /** Nothing of this template can be sent until somebody looks at it. */
  | {
      do: 'stop_template'
      /** It is the template, or what we fill it with, and not its state: unchanged it will be refused again. */
      final?: true
    }
  /** Nothing (marketing: the quality case) can be sent from this number until somebody looks at it, and not before `restHours`. */
  | { do: 'stop_channel'; marketingOnly: boolean; restHours?: number }
  /** The whole WhatsApp Business Account is blocked (for marketing); every number of it stops. */
  | { do: 'stop_waba'; marketingOnly: boolean }

export interface Entry {
  title: Sentence
  action: ErrorAction
}

export const retry = (scope: 'message' | 'pair', afterSeconds: number, max: number, factor = 2) =>
  ({ do: 'retry', scope, afterSeconds, factor, max }) satisfies ErrorAction
/** Refusals that say nothing about the message: it waits with its channel for as long as it takes. */
export const wait = (scope: 'channel' | 'waba' | 'app', afterSeconds: number) =>
  ({ do: 'retry', scope, afterSeconds, factor: 2 }) satisfies ErrorAction
const fail: ErrorAction = { do: 'fail', person: 'nothing' }
export const failAndTell: ErrorAction = { do: 'fail', person: 'nothing', tell: true }
const unreachable: ErrorAction = { do: 'fail', person: 'unreachable' }
const stoppedMarketing: ErrorAction = { do: 'fail', person: 'stopped_marketing' }
const blockCountry: ErrorAction = { do: 'fail', person: 'nothing', country: 'blocked' }
const stopTemplate: ErrorAction = { do: 'stop_template' }
const wrongTemplate: ErrorAction = { do: 'stop_template', final: true }
const stopChannel: ErrorAction = { do: 'stop_channel', marketingOnly: false }
const stopWaba: ErrorAction = { do: 'stop_waba', marketingOnly: false }
const stopMarketing: ErrorAction = { do: 'stop_waba', marketingOnly: true }

const entry = (de: string, en: string, action: ErrorAction): Entry => ({ title: { de, en }, action })

/**
 * The one table from Meta's error codes to our reaction (Meta, "Error codes", November 2025, and later changes).
 * The same code means the same whether it comes with the answer or later as a `failed` status.
 */
export const ERRORS: Record<number, Entry> = {
  [-1]: entry('WhatsApp war nicht erreichbar', 'WhatsApp could not be reached', wait('channel', 5)),
  [-2]: entry('Nachricht ließ sich nicht zusammenstellen', 'The message could not be composed', fail),
  [-7]: entry('Fehlgeschlagen ohne lesbaren Grund', 'Failed without a readable reason', failAndTell),
  [-9]: entry('Die Antwort kam nicht von WhatsApp', 'The answer did not come from WhatsApp', {
    ...wait('channel', 60),
    tell: true,
  }),
  [-8]: entry('Nachricht ist nicht lesbar gespeichert', 'What is stored of the message cannot be read', {
    ...retry('message', 600, 3),
    tell: true,
  }),
  0: entry('Zugang abgelehnt', 'Access denied', stopWaba),
  190: entry('Zugangsschlüssel abgelaufen oder ungültig', 'Access token expired or invalid', stopWaba),
  3: entry('Der App fehlt eine Fähigkeit', 'The app lacks a capability', stopWaba),
  10: entry('Berechtigung fehlt', 'Permission missing', stopWaba),
  131005: entry('Zugriff verweigert', 'Access refused', stopWaba),
  1: entry('Unbekannter Fehler bei Meta', 'Unknown error at Meta', retry('message', 10, 3)),
  2: entry('WhatsApp vorübergehend gestört', 'WhatsApp temporarily unavailable', wait('channel', 10)),
  4: entry('Aufruflimit der App erreicht', 'Call limit of the app reached', wait('app', 60)),
  80007: entry(
    'Aufruflimit des WhatsApp-Kontos erreicht',
    'Call limit of the account reached',
    wait('waba', 60),
  ),
  130429: entry('Zu viele Nachrichten je Sekunde', 'Too many messages per second', wait('channel', 1)),
  131056: entry(
    'Zu viele Nachrichten an dieselbe Person',
    'Too many messages to the same person',
    retry('pair', 6, 5, 4),
  ),
  131048: entry('Nummer wegen Spam-Verdacht gebremst', 'Number limited because of spam reports', {
    do: 'stop_channel',
    marketingOnly: true,
    restHours: 24,
  }),
  131064: entry('Vorlagen falsch eingestuft', 'Templates classified wrongly', stopMarketing),
  133016: entry('Zu viele Anmeldeversuche der Nummer', 'Too many registrations of the number', stopChannel),
  368: entry('Vorübergehend gesperrt (Richtlinien)', 'Temporarily blocked (policy)', stopWaba),
  131031: entry('WhatsApp-Konto gesperrt', 'WhatsApp account locked', stopWaba),
  130497: entry('Land für dieses Konto nicht erlaubt', 'Country not allowed for this account', blockCountry),
  33: entry('Nummer gelöscht', 'Number deleted', stopChannel),
  100: entry('Ungültige Angabe in der Anfrage', 'Invalid parameter in the request', failAndTell),
  131008: entry('Pflichtangabe fehlt', 'Required parameter missing', failAndTell),
  131009: entry('Ungültiger Wert in der Anfrage', 'Invalid value in the request', failAndTell),
  131021: entry('Empfänger und Absender sind gleich', 'Sender and receiver are the same', failAndTell),
  131030: entry(
    'Nummer ist für die Testnummer nicht freigegeben',
    'Number not allowed for the test number',
    failAndTell,
  ),
  131000: entry('Etwas ging bei Meta schief', 'Something went wrong at Meta', retry('message', 10, 5)),
  131016: entry('WhatsApp-Dienst nicht verfügbar', 'WhatsApp service unavailable', wait('channel', 10)),
  131057: entry('Nummer wird gerade umgestellt', 'Number is being upgraded', wait('channel', 60)),
  133004: entry(
    'Server vorübergehend nicht erreichbar',
    'Server temporarily unavailable',
    wait('channel', 10),
  ),
  131026: entry('Nicht zustellbar (kein WhatsApp?)', 'Undeliverable (not on WhatsApp?)', unreachable),
  131047: entry('24-Stunden-Fenster geschlossen', 'The 24-hour window is closed', fail),
  131049: entry(
    'Von Meta nicht zugestellt (Häufigkeit)',
    'Not delivered by Meta (frequency)',
    retry('message', 24 * 3_600, 1, 1),
  ),
  131050: entry(
    'Person hat Werbung bei WhatsApp abgestellt',
    'Person stopped marketing in WhatsApp',
    stoppedMarketing,
  ),
  130472: entry('Von Meta nicht zugestellt (Experiment)', 'Not delivered by Meta (experiment)', fail),
  131051: entry('Nachrichtenart nicht unterstützt', 'Message type not supported', failAndTell),
  131052: entry('Medium konnte nicht geladen werden', 'Media could not be downloaded', fail),
  131053: entry(
    'Medium konnte nicht hochgeladen werden',
    'Media could not be uploaded',
    retry('message', 60, 1),
  ),
  131037: entry('Anzeigename nicht freigegeben', 'Display name not approved', stopChannel),
  131042: entry('Zahlungsproblem bei Meta', 'Payment problem at Meta', stopWaba),
  131045: entry('Nummer nicht richtig angemeldet', 'Number not registered correctly', stopChannel),
  131055: entry('Methode nicht erlaubt', 'Method not allowed', failAndTell),
  131061: entry(
    'Vorlage braucht die Marketing-Schnittstelle',
    'Template needs the marketing API',
    wrongTemplate,
  ),
  131062: entry('Geht nur mit Telefonnummer', 'Only possible with a phone number', fail),
  131063: entry(
    'Marketing ist für dieses Konto abgeschaltet',
    'Marketing is switched off for this account',
    stopMarketing,
  ),
  132000: entry('Falsche Anzahl Variablen', 'Wrong number of variables', wrongTemplate),
  132001: entry(
    'Vorlage gibt es nicht oder nicht in dieser Sprache',
    'Template does not exist in this language',
    wrongTemplate,
  ),
  132005: entry('Text mit Werten zu lang', 'Text too long with its values', fail),
  132007: entry('Inhalt verstößt gegen Formatregeln', 'Content breaks the format rules', wrongTemplate),
  132008: entry('Variable in falscher Form', 'Variable in a wrong form', failAndTell),
  132012: entry('Variable in falschem Format', 'Variable in a wrong format', wrongTemplate),
  132015: entry('Vorlage pausiert', 'Template paused', stopTemplate),
  132016: entry('Vorlage abgeschaltet', 'Template disabled', stopTemplate),
  132018: entry(
    'Problem mit den Variablen der Vorlage',
    'Problem with the variables of the template',
    failAndTell,
  ),
  132068: entry('Formular gesperrt', 'Flow blocked', stopTemplate),
  132069: entry('Formular gebremst', 'Flow throttled', retry('message', 3_600, 3)),
  133000: entry('Abmeldung der Nummer unvollständig', 'Deregistration incomplete', stopChannel),
  133005: entry('Falsche PIN', 'Wrong PIN', stopChannel),
  133006: entry('Nummer muss neu bestätigt werden', 'Number has to be verified again', stopChannel),
  133010: entry('Nummer ist nicht angemeldet', 'Number is not registered', stopChannel),
  133015: entry('Nummer wird gerade gelöscht', 'Number is being deleted', stopChannel),
  134011: entry('Zahlungsbedingungen nicht angenommen', 'Payment terms not accepted', stopChannel),
  134101: entry(
    'Vorlage wird gerade abgeglichen',
    'Template is being synchronised',
    retry('message', 600, 6),
  ),
  135000: entry('Allgemeiner Fehler der Anfrage', 'Generic error of the request', retry('message', 10, 1)),
  137000: entry('Identität der Person hat sich geändert', 'Identity of the person changed', fail),
  2494100: entry('Nummer im Wartungszustand', 'Number in maintenance', wait('channel', 60)),
  131044: entry('Zahlungsproblem bei Anrufen', 'Payment problem with calls', failAndTell),
  131059: entry('Ungültiger Blätterzeiger', 'Bad paging cursor', failAndTell),
  133008: entry('Zu oft eine falsche PIN', 'Too many wrong PINs', stopChannel),
  133009: entry('PIN zu schnell eingegeben', 'PIN entered too fast', stopChannel),
  134100: entry(
    'Hier sind nur Werbevorlagen möglich',
    'Only marketing templates are possible here',
    wrongTemplate,
  ),
  134102: entry('Marketing-Schnittstelle nicht verfügbar', 'Marketing API not available', stopMarketing),
  139102: entry(
    'Liste wird gerade anderswo geändert',
    'The list is being changed elsewhere',
    retry('message', 10, 3),
  ),
  139103: entry('Interner Fehler beim Blockieren', 'Internal error while blocking', retry('message', 10, 3)),
  141002: entry('Vorlage nicht freigegeben', 'Template not approved', stopTemplate),
}

/** Codes that Meta gives out by the block; single codes in `ERRORS` come first. */
export const ERROR_RANGES: readonly { from: number; to: number; entry: Entry }[] = [
  { from: 200, to: 299, entry: entry('Berechtigung fehlt', 'Permission missing', stopWaba) },
  { from: 138_000, to: 138_021, entry: entry('Fehler bei Anrufen', 'Error with calls', failAndTell) },
  { from: 139_000, to: 139_004, entry: entry('Formular nicht in Ordnung', 'Flow not in order', failAndTell) },
  { from: 139_100, to: 139_103, entry: entry('Blockieren gelang nicht', 'Blocking failed', failAndTell) },
  {
    from: 147_001,
    to: 147_005,
    entry: entry('Fehler beim Nutzernamen', 'Error with the username', failAndTell),
  },
  {
    from: 200_005,
    to: 200_007,
    entry: entry(
      'Auswertung der Vorlage nicht verfügbar',
      'Insights of the template not available',
      failAndTell,
    ),
  },
  {
    from: 2_388_000,
    to: 2_388_999,
    entry: entry('Vorlage ließ sich nicht anlegen', 'The template could not be created', stopTemplate),
  },
  {
    from: 2_593_107,
    to: 2_593_109,
    entry: entry(
      'Abgleich mit dem Handy nicht möglich',
      'Synchronising with the phone is not possible',
      failAndTell,
    ),
  },
]
