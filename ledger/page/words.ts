import type { PackLanguage } from '../src/pack_words.ts'

export type PageWords = {
  readonly title: string
  readonly lead: string
  readonly drop: string
  readonly or: string
  readonly choose: string
  readonly private: string
  readonly other: string
  readonly keyLabel: string
  readonly keyHint: string
  readonly keyWrong: string
  readonly keyGiven: string
  readonly keyInPack: string
  readonly issued: string
  readonly paperSame: string
  readonly paperOther: string
  readonly pack: string
  readonly event: (at: number) => string
  readonly wording: string
  readonly evidence: string
  readonly checks: string
  readonly trustTitle: string
  readonly trust: readonly string[]
}

export const WORDS: { readonly [L in PackLanguage]: PageWords } = {
  de: {
    title: 'Einwilligungsnachweis prüfen',
    lead: 'Diese Seite prüft ein Nachweispaket von Jawort: ob es echt ist und ob seitdem etwas daran verändert wurde.',
    drop: 'Nachweispaket (ZIP) hierher ziehen',
    or: 'oder',
    choose: 'Datei auswählen',
    private: 'Geprüft wird nur auf diesem Gerät. Nichts wird übertragen; die Seite geht auch ohne Internet.',
    other: 'English',
    keyLabel: 'Schlüssel des Nachweisbuchs (freiwillig)',
    keyHint:
      'Wer den Schlüssel vom Unternehmen oder aus einem früheren Nachweis kennt, trägt ihn hier ein. Sonst gilt der Schlüssel aus dem Paket, und du vergleichst ihn selbst.',
    keyWrong: 'Das ist kein Schlüssel eines Nachweisbuchs.',
    keyGiven: 'Geprüft mit dem eingetragenen Schlüssel:',
    keyInPack: 'Geprüft mit dem Schlüssel aus dem Paket. Vergleiche ihn mit dem, den das Unternehmen nennt:',
    issued: 'Ausgestellt',
    paperSame: 'Das Paket gehört zum gedruckten Nachweis: Die Wurzel aus dem QR-Code ist dieselbe.',
    paperOther:
      'Das Paket ist nicht das zum gedruckten Nachweis: Die Wurzel aus dem QR-Code ist eine andere.',
    pack: 'Paket',
    event: (at) => `Ereignis ${at}`,
    wording: 'Gezeigter Einwilligungstext',
    evidence: 'Beleg im Wortlaut',
    checks: 'Was geprüft wurde',
    trustTitle: 'Was das beweist, und was nicht',
    trust: [
      'Beweist: Diese Belege stehen seit dem unterschriebenen Stand unverändert im Nachweisbuch.',
      'Beweist nicht: dass ein Ereignis wahr war. Wer Falsches einträgt, trägt es unverändert ein.',
      'Die Unterschrift ist die des Unternehmens. Ein zweites Buch schließt nur ein Abdruck des Standes aus, der anderswo liegt, etwa in einer E-Mail oder bei einem Zeitstempeldienst.',
      'Das PDF und consent.json fassen die Belege zusammen. Im Zweifel gelten die Belege selbst, die du unten liest.',
    ],
  },
  en: {
    title: 'Check a proof of consent',
    lead: 'This page checks a proof pack of Jawort: whether it is genuine, and whether anything in it was changed since.',
    drop: 'Drop the proof pack (ZIP) here',
    or: 'or',
    choose: 'Choose a file',
    private: 'Everything is checked on this device. Nothing is sent; the page works without internet too.',
    other: 'Deutsch',
    keyLabel: 'Key of the ledger (optional)',
    keyHint:
      'If you know the key from the business or from an earlier proof, enter it here. Otherwise the key in the pack counts, and you compare it yourself.',
    keyWrong: 'This is not the key of a ledger.',
    keyGiven: 'Checked with the key you entered:',
    keyInPack: 'Checked with the key in the pack. Compare it with the one the business names:',
    issued: 'Issued',
    paperSame: 'The pack belongs to the printed proof: the root in the QR code is the same.',
    paperOther: 'The pack is not the one of the printed proof: the root in the QR code is another one.',
    pack: 'Pack',
    event: (at) => `Event ${at}`,
    wording: 'Consent text as shown',
    evidence: 'The evidence, word for word',
    checks: 'What was checked',
    trustTitle: 'What this proves, and what not',
    trust: [
      'Proves: this evidence has stood in the ledger unchanged since the signed state.',
      'Does not prove: that an event was true. Whoever enters something false, enters it unchanged.',
      'The signature is that of the business. Only a copy of the state that lies elsewhere, such as in an e-mail or with a time stamp service, rules out a second ledger.',
      'The PDF and consent.json sum up the evidence. In doubt the evidence itself counts, which you can read below.',
    ],
  },
}
