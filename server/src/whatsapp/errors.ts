import type { Sentence } from '../platform/index.ts'

/** What a failed request or a `failed` status means for what we do next. One of these for every code. */
export type ErrorAction =
  /** Try this message again; `scope` says what else has to slow down meanwhile. */
  | { do: 'retry'; scope: 'message' | 'pair' | 'channel' | 'waba'; afterSeconds: number; max: number }
  /** This message is over; other people are not affected. */
  | { do: 'fail'; person: 'nothing' | 'unreachable' | 'stopped_marketing' }
  /** Nothing of this template can be sent until somebody looks at it. */
  | { do: 'stop_template' }
  /** Nothing (marketing: the quality case) can be sent from this number until somebody looks at it. */
  | { do: 'stop_channel'; marketingOnly: boolean }
  /** The whole WhatsApp Business Account is blocked; every number of it stops. */
  | { do: 'stop_waba' }

interface Entry {
  title: Sentence
  action: ErrorAction
}

const retry = (
  scope: 'message' | 'pair' | 'channel' | 'waba',
  afterSeconds: number,
  max: number,
): ErrorAction => ({
  do: 'retry',
  scope,
  afterSeconds,
  max,
})
const fail: ErrorAction = { do: 'fail', person: 'nothing' }
const stopTemplate: ErrorAction = { do: 'stop_template' }
const stopChannel: ErrorAction = { do: 'stop_channel', marketingOnly: false }
const stopWaba: ErrorAction = { do: 'stop_waba' }

const entry = (de: string, en: string, action: ErrorAction): Entry => ({ title: { de, en }, action })

/** Codes of our own for what the Graph API does not number. */
export const LOCAL_ERROR = {
  /** The connection could not be opened: nothing was sent. */
  unreachable: -1,
  /** Our own configuration or data made the request impossible. */
  unsendable: -2,
} as const

/**
 * The one table from Meta's error codes to our reaction (Meta, "Error codes", November 2025, and later changes).
 * The same code means the same whether it comes with the answer or later as a `failed` status.
 */
const ERRORS: Record<number, Entry> = {
  [-1]: entry('WhatsApp war nicht erreichbar', 'WhatsApp could not be reached', retry('channel', 5, 1_000)),
  [-2]: entry('Nachricht ließ sich nicht zusammenstellen', 'The message could not be composed', fail),
  0: entry('Zugang abgelehnt', 'Access denied', stopWaba),
  190: entry('Zugangsschlüssel abgelaufen oder ungültig', 'Access token expired or invalid', stopWaba),
  3: entry('Der App fehlt eine Fähigkeit', 'The app lacks a capability', stopWaba),
  10: entry('Berechtigung fehlt', 'Permission missing', stopWaba),
  131005: entry('Zugriff verweigert', 'Access refused', stopWaba),
  1: entry('Unbekannter Fehler bei Meta', 'Unknown error at Meta', retry('message', 10, 3)),
  2: entry('WhatsApp vorübergehend gestört', 'WhatsApp temporarily unavailable', retry('channel', 10, 100)),
  4: entry('Aufruflimit der App erreicht', 'Call limit of the app reached', retry('waba', 60, 100)),
  80007: entry(
    'Aufruflimit des WhatsApp-Kontos erreicht',
    'Call limit of the account reached',
    retry('waba', 60, 100),
  ),
  130429: entry(
    'Zu viele Nachrichten je Sekunde',
    'Too many messages per second',
    retry('channel', 1, 1_000),
  ),
  131056: entry(
    'Zu viele Nachrichten an dieselbe Person',
    'Too many messages to the same person',
    retry('pair', 6, 5),
  ),
  131048: entry('Nummer wegen Spam-Verdacht gebremst', 'Number limited because of spam reports', {
    do: 'stop_channel',
    marketingOnly: true,
  }),
  131064: entry('Vorlagen falsch eingestuft', 'Templates classified wrongly', stopWaba),
  133016: entry('Zu viele Anmeldeversuche der Nummer', 'Too many registrations of the number', stopChannel),
  368: entry('Vorübergehend gesperrt (Richtlinien)', 'Temporarily blocked (policy)', stopWaba),
  131031: entry('WhatsApp-Konto gesperrt', 'WhatsApp account locked', stopWaba),
  130497: entry('Land für dieses Konto nicht erlaubt', 'Country not allowed for this account', fail),
  33: entry('Nummer gelöscht', 'Number deleted', stopChannel),
  100: entry('Ungültige Angabe in der Anfrage', 'Invalid parameter in the request', fail),
  131008: entry('Pflichtangabe fehlt', 'Required parameter missing', fail),
  131009: entry('Ungültiger Wert in der Anfrage', 'Invalid value in the request', fail),
  131021: entry('Empfänger und Absender sind gleich', 'Sender and receiver are the same', fail),
  131030: entry(
    'Nummer ist für die Testnummer nicht freigegeben',
    'Number not allowed for the test number',
    fail,
  ),
  131000: entry('Etwas ging bei Meta schief', 'Something went wrong at Meta', retry('message', 10, 5)),
  131016: entry('WhatsApp-Dienst nicht verfügbar', 'WhatsApp service unavailable', retry('channel', 10, 100)),
  131057: entry('Nummer wird gerade umgestellt', 'Number is being upgraded', retry('channel', 60, 30)),
  133004: entry(
    'Server vorübergehend nicht erreichbar',
    'Server temporarily unavailable',
    retry('channel', 10, 100),
  ),
  131026: entry('Nicht zustellbar (kein WhatsApp?)', 'Undeliverable (not on WhatsApp?)', {
    do: 'fail',
    person: 'unreachable',
  }),
  131047: entry('24-Stunden-Fenster geschlossen', 'The 24-hour window is closed', fail),
  131049: entry('Von Meta nicht zugestellt (Häufigkeit)', 'Not delivered by Meta (frequency)', fail),
  131050: entry('Person hat Werbung bei WhatsApp abgestellt', 'Person stopped marketing in WhatsApp', {
    do: 'fail',
    person: 'stopped_marketing',
  }),
  130472: entry('Von Meta nicht zugestellt (Experiment)', 'Not delivered by Meta (experiment)', fail),
  131051: entry('Nachrichtenart nicht unterstützt', 'Message type not supported', fail),
  131052: entry('Medium konnte nicht geladen werden', 'Media could not be downloaded', fail),
  131053: entry('Medium konnte nicht hochgeladen werden', 'Media could not be uploaded', fail),
  131037: entry('Anzeigename nicht freigegeben', 'Display name not approved', stopChannel),
  131042: entry('Zahlungsproblem bei Meta', 'Payment problem at Meta', stopWaba),
  131045: entry('Nummer nicht richtig angemeldet', 'Number not registered correctly', stopChannel),
  131055: entry('Methode nicht erlaubt', 'Method not allowed', fail),
  131061: entry(
    'Vorlage braucht die Marketing-Schnittstelle',
    'Template needs the marketing API',
    stopTemplate,
  ),
  131062: entry('Geht nur mit Telefonnummer', 'Only possible with a phone number', fail),
  131063: entry('Marketing ist für dieses Konto abgeschaltet', 'Marketing is switched off for this account', {
    do: 'stop_channel',
    marketingOnly: true,
  }),
  132000: entry('Falsche Anzahl Variablen', 'Wrong number of variables', stopTemplate),
  132001: entry(
    'Vorlage gibt es nicht oder nicht in dieser Sprache',
    'Template does not exist in this language',
    stopTemplate,
  ),
  132005: entry('Text mit Werten zu lang', 'Text too long with its values', fail),
  132007: entry('Inhalt verstößt gegen Formatregeln', 'Content breaks the format rules', stopTemplate),
  132008: entry('Variable in falscher Form', 'Variable in a wrong form', fail),
  132012: entry('Variable in falschem Format', 'Variable in a wrong format', stopTemplate),
  132015: entry('Vorlage pausiert', 'Template paused', stopTemplate),
  132016: entry('Vorlage abgeschaltet', 'Template disabled', stopTemplate),
  132018: entry('Problem mit den Variablen der Vorlage', 'Problem with the variables of the template', fail),
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
  2494100: entry('Nummer im Wartungszustand', 'Number in maintenance', retry('channel', 60, 30)),
}

const UNKNOWN: Sentence = { de: 'Unbekannter Fehler', en: 'Unknown error' }

/**
 * What to do about an error. Codes we do not know fail safe: a server error is tried again a few times,
 * anything else ends the message.
 * @param status HTTP status of the answer; undefined for a `failed` status webhook
 */
export function actionFor(code: number, status?: number, subcode?: number): ErrorAction {
  if (code === 100 && subcode === 33) return stopChannel
  const known = ERRORS[code]
  if (known) return known.action
  if (code >= 200 && code <= 299) return stopWaba
  if (status === 429) return retry('channel', 1, 1_000)
  if (status !== undefined && status >= 500) return retry('message', 10, 3)
  return fail
}

/** True for a code that the table does not know: worth a look by a person. */
export function isKnownError(code: number): boolean {
  return code in ERRORS || (code >= 200 && code <= 299)
}

/** The short name of an error for reports. */
export function errorTitle(code: number): Sentence {
  if (code >= 200 && code <= 299) return ERRORS[10]?.title ?? UNKNOWN
  return ERRORS[code]?.title ?? UNKNOWN
}
