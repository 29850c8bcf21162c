import { z } from 'zod'
import type { Language } from '../platform/http/index.ts'
import type { Sentence } from '../platform/index.ts'

const ERASED = {
  profile: { de: 'Profil mit Name, Nummer und Feldern', en: 'Profile with name, number and fields' },
  identities: {
    de: 'Kennungen, unter denen die Person gefunden wurde',
    en: 'Identifiers by which the person was found',
  },
  messages_from: { de: 'Nachrichten der Person', en: 'Messages from the person' },
  messages_to: { de: 'Texte von Nachrichten an die Person', en: 'Texts of messages to the person' },
  deliveries: { de: 'Rohdaten von WhatsApp', en: 'Raw deliveries from WhatsApp' },
  visits: { de: 'Besuche, aus denen Anmeldungen wurden', en: 'Visits that became sign-ups' },
  consents: { de: 'Beendete Einwilligungen', en: 'Consents that were ended' },
  evidence: { de: 'Vernichtete Nachweise', en: 'Pieces of evidence destroyed' },
  block: { de: 'Einträge auf der Sperrliste', en: 'Entries on the block list' },
} as const satisfies Record<string, Sentence>

const KEPT = {
  suppression: {
    what: { de: 'Eintrag auf der Sperrliste', en: 'Entry on the block list' },
    why: {
      de: 'Nur als Prüfwert mit geheimem Schlüssel, aus dem sich die Nummer nicht lesen lässt. Er sorgt dafür, dass die Person nicht versehentlich wieder angeschrieben wird (Art. 17 Abs. 3 lit. b, Art. 21 Abs. 3 DSGVO).',
      en: 'Only as a keyed digest from which the number cannot be read. It keeps the person from being written to again by mistake (Articles 17 (3) (b) and 21 (3) GDPR).',
    },
  },
  proof: {
    what: { de: 'Nachweis der Einwilligungen, gesperrt', en: 'Proof of the consents, restricted' },
    why: {
      de: 'Er liegt verschlossen bis {until} und dient nur der Abwehr oder Durchsetzung von Rechtsansprüchen; öffnen können ihn nur zwei Mitglieder gemeinsam. Danach wird sein Schlüssel zerstört (Art. 17 Abs. 3 lit. e, Art. 18 DSGVO, §§ 195, 199 BGB).',
      en: 'It is locked away until {until} and serves legal claims only; two members have to open it together. Then its key is destroyed (Articles 17 (3) (e) and 18 GDPR, sections 195 and 199 BGB).',
    },
  },
  ledger: {
    what: { de: 'Einträge im Nachweisbuch', en: 'Entries in the ledger' },
    why: {
      de: 'Sie enthalten nur Prüfwerte, die zu niemandem führen; das Buch als Ganzes bleibt prüfbar.',
      en: 'They hold digests only, which lead to nobody; the ledger as a whole stays verifiable.',
    },
  },
  accounting: {
    what: { de: 'Zahlen von Kampagnen und Kosten', en: 'Counts of campaigns and costs' },
    why: {
      de: 'Leere Zeilen ohne Text und Nummer; die Kennung von WhatsApp steht darin nur als Prüfwert mit geheimem Schlüssel. So stimmen Abrechnungen und Berichte.',
      en: 'Empty rows without text and number, with the id of WhatsApp only as a keyed digest, so that bills and reports stay right.',
    },
  },
  audit: {
    what: { de: 'Protokoll, wer wann was getan hat', en: 'Log of who did what and when' },
    why: {
      de: 'Es nennt die Person nur mit einer zufälligen Nummer, die zu niemandem mehr führt (Art. 5 Abs. 2 DSGVO).',
      en: 'It names the person only by a random id that leads to nobody any more (Article 5 (2) GDPR).',
    },
  },
  contact_book: {
    what: { de: 'Kontaktbuch bei Meta', en: 'Meta’s contact book' },
    why: {
      de: 'Meta führt für dich eine eigene Liste, welche Nummer zu welcher WhatsApp-Kennung gehört. Jawort bittet Meta, den Eintrag zu löschen; ob das gelang, steht im Protokoll. Gelang es nicht, lösch ihn im Meta Business Manager (Einstellungen › Unternehmensinformationen). Am besten schaltest du das Kontaktbuch dort ganz ab.',
      en: 'Meta keeps a list of its own for you of which number belongs to which WhatsApp id. Jawort asks Meta to delete the entry; whether that worked is in the audit log. If it did not, delete it in Meta Business Manager (Settings › Business info). Best switch the contact book off there altogether.',
    },
  },
  late: {
    what: { de: 'Verspätete Meldungen von WhatsApp', en: 'Late news from WhatsApp' },
    why: {
      de: 'Was WhatsApp nach der Löschung noch zu früheren Nachrichten meldet, wird in der folgenden Nacht entfernt.',
      en: 'What WhatsApp still reports about earlier messages after the erasure is removed in the following night.',
    },
  },
} as const satisfies Record<string, { what: Sentence; why: Sentence }>

/** As it is stored: codes and numbers, so that it can be read in any language later. */
export const StoredReport = z.object({
  erased: z.array(
    z.object({ what: z.enum(Object.keys(ERASED) as (keyof typeof ERASED)[]), count: z.number().int() }),
  ),
  kept: z.array(z.enum(Object.keys(KEPT) as (keyof typeof KEPT)[])),
  /** Until when the restricted proof stays. */
  retainUntil: z.iso.datetime().nullish(),
  /** How the answer to an access request reached the person. */
  handedBy: z.string().optional(),
  /** What was corrected, by name. */
  changed: z.array(z.string()).optional(),
  /** Why processing was restricted. */
  ground: z.string().optional(),
  /** How many consents an objection ended. */
  ended: z.number().int().optional(),
})
export type StoredReport = z.infer<typeof StoredReport>

/** As people read it. */
export const ErasureReport = z.object({
  erased: z.array(z.object({ what: z.string(), count: z.number().int() })),
  kept: z.array(z.object({ what: z.string(), why: z.string() })),
})
export type ErasureReport = z.infer<typeof ErasureReport>

export function readReport(stored: StoredReport, language: Language): ErasureReport {
  const until = stored.retainUntil
    ? new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(stored.retainUntil),
      )
    : ''
  return {
    erased: stored.erased.map(({ what, count }) => ({ what: ERASED[what][language], count })),
    kept: stored.kept.map((code) => ({
      what: KEPT[code].what[language],
      why: KEPT[code].why[language].replace('{until}', until),
    })),
  }
}
