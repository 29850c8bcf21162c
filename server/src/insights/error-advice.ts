import type { Sentence } from '../platform/index.ts'
import { actionFor, type ErrorAction } from '../whatsapp/index.ts'

const say = (de: string, en: string): Sentence => ({ de, en })

/** Codes of which more can be said than what their class says. */
const BY_CODE: Record<number, Sentence> = {
  131026: say(
    'Diese Menschen haben kein WhatsApp, eine alte Fassung oder dich blockiert. Beim dritten Mal in 30 Tagen ruht ihre Einwilligung von selbst.',
    'These people are not on WhatsApp, have an old version or blocked you. The third time within 30 days their consent rests by itself.',
  ),
  131049: say(
    'Meta hielt die Person für schon genug beworben. Ein Versuch folgt nach 24 Stunden, dann keiner mehr. Schreib seltener und passender.',
    'Meta thought that this person had enough marketing. One more attempt follows after 24 hours, then none. Write less often and more to the point.',
  ),
  131050: say(
    'Die Person hat Werbung von dir in WhatsApp abgestellt. Ihre Einwilligung ist beendet; zu tun ist nichts.',
    'The person stopped your marketing in WhatsApp. Their consent has ended; there is nothing to do.',
  ),
  131048: say(
    'Zu viele Menschen haben dich gemeldet. Alle Werbung ruht mindestens einen Tag. Prüf, wem du was geschickt hast.',
    'Too many people reported you. All marketing rests for a day at least. Check what you sent to whom.',
  ),
  131042: say(
    'Im Business Manager stimmt die Zahlungsart nicht. Trag dort eine gültige ein, dann gib die Werbung mit einer Begründung frei.',
    'The payment method in Business Manager is not valid. Enter one there, then release marketing with a reason.',
  ),
  130497: say(
    'Meta erlaubt deinem Konto keine Nachrichten in dieses Land. Dort wird niemand mehr angeschrieben.',
    'Meta does not allow your account to write to this country. Nobody there is written to any more.',
  ),
  130472: say(
    'Meta nimmt etwa jeden Hundertsten für einen Versuch aus. Zu tun ist nichts.',
    'Meta leaves about one person in a hundred out for an experiment. There is nothing to do.',
  ),
  131047: say(
    'Die Person hatte länger als 24 Stunden nicht geschrieben. Antworte früher, oder mit einer Vorlage.',
    'The person had not written for more than 24 hours. Answer sooner, or with a template.',
  ),
  190: say(
    'Der Zugangsschlüssel gilt nicht mehr. Trag unter Einstellungen › Nummer einen neuen ein; was wartet, bleibt.',
    'The access token is no longer valid. Enter a new one under Settings › Number; what waits, stays.',
  ),
  132015: say(
    'Meta hat die Vorlage pausiert, weil zu viele sie nicht wollten. Nimm eine andere oder warte, bis sie wieder frei ist.',
    'Meta paused the template because too many did not want it. Use another one, or wait until it is free again.',
  ),
}

const BY_CLASS: Record<ErrorAction['do'], Sentence> = {
  retry: say(
    'Vorübergehend. Jawort hat es noch einmal versucht, so oft Meta es zulässt.',
    'Temporary. Jawort tried again, as often as Meta allows.',
  ),
  fail: say(
    'Betrifft nur diese Nachrichten. Häuft es sich, prüf Vorlage und Werte.',
    'Concerns these messages only. If there are many, check the template and its values.',
  ),
  stop_template: say(
    'Mit dieser Vorlage geht nichts mehr. Prüf sie unter Vorlagen; Kampagnen damit sind angehalten.',
    'Nothing goes with this template. Check it under Templates; campaigns with it are paused.',
  ),
  stop_channel: say(
    'Die Nummer kann nicht senden. Prüf sie unter Einstellungen › Nummer.',
    'The number cannot send. Check it under Settings › Number.',
  ),
  stop_waba: say(
    'Das Konto kann nicht senden. Sieh im WhatsApp-Manager nach, was Meta erwartet.',
    'The account cannot send. Look into WhatsApp Manager for what Meta expects.',
  ),
}

/** What to do about an error code, in a sentence or two. */
export function errorAdvice(code: number): Sentence {
  return BY_CODE[code] ?? BY_CLASS[actionFor(code).do]
}
