import type { Mail } from '../../platform/mail.ts'

interface Content {
  business: string
  slug: string
  language: 'de' | 'en'
  timeZone: string
  /** Printed verifier key of the log. */
  key: string
  /** Where a kept note is compared with the ledger. */
  pageUrl: string
  size: number
  note: string
  signedAt: Date
}

/** The mail with a checkpoint in it, in the business's language; the note also lies beside it as a file, byte for byte. */
export function checkpointMail(content: Content): Omit<Mail, 'to'> {
  const { language, business, slug, size, note } = content
  const at = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: content.timeZone,
  }).format(content.signedAt)
  const german = language === 'de'
  const entries = countOf(size, language)
  return {
    subject: german
      ? `Nachweisbuch von ${business}: Stand ${size}`
      : `Consent ledger of ${business}: checkpoint ${size}`,
    text: (german ? inGerman : inEnglish)({ ...content, entries, at }),
    attachments: [{ fileName: `${german ? 'stand' : 'checkpoint'}-${slug}-${size}.txt`, text: note }],
  }
}

function countOf(size: number, language: 'de' | 'en'): string {
  const number = new Intl.NumberFormat(language).format(size)
  if (language === 'de') return size === 1 ? 'ein Eintrag' : `${number} Einträge`
  return size === 1 ? 'one entry' : `${number} entries`
}

type Written = Content & { entries: string; at: string }

function inGerman({ business, entries, at, note, key, pageUrl }: Written): string {
  return `Guten Tag,

dies ist der unterschriebene Stand des Einwilligungs-Nachweisbuchs von ${business}:
${entries}, unterschrieben am ${at}.

Bitte bewahren Sie diese Nachricht auf. Solange Sie sie haben, kann niemand die
Einträge bis zu diesem Stand unbemerkt ändern oder entfernen, auch nicht, wer die
Anlage betreibt und ihren Schlüssel kennt. Der Stand enthält keine
personenbezogenen Daten.

Vergleichen: ${pageUrl}
unter „Mit einem aufbewahrten Stand vergleichen“ den folgenden Text unverändert
einfügen (er liegt auch als Datei bei).

${note}
Öffentlicher Schlüssel des Nachweisbuchs:
${key}

Der Stand beweist, dass seitdem nichts geändert wurde. Er beweist nicht, dass wahr
ist, was eingetragen wurde.
`
}

function inEnglish({ business, entries, at, note, key, pageUrl }: Written): string {
  return `Hello,

this is the signed checkpoint of the consent ledger of ${business}:
${entries}, signed on ${at}.

Please keep this message. As long as you have it, nobody can change or remove the
entries up to this checkpoint unnoticed, not even whoever runs the installation
and knows its key. The checkpoint holds no personal data.

To compare: ${pageUrl}
and paste the following text unchanged under “Compare with a checkpoint you kept”
(it is attached as a file too).

${note}
Public key of the ledger:
${key}

The checkpoint proves that nothing was changed since. It does not prove that what
was entered is true.
`
}
