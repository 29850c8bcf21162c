import type { Rule } from './rule.ts'

/** How it ends, and stays ended. */
export const WITHDRAWAL_RULES: readonly Rule[] = [
  {
    id: 'C-24',
    basis: 'Art. 7 (3), 21 (3) GDPR',
    title: {
      de: 'Nach dem Widerruf geht keine Werbung mehr hinaus, auch nichts Wartendes.',
      en: 'After a withdrawal no marketing leaves any more, nor anything that waits.',
    },
  },
  {
    id: 'C-25',
    basis: 'Art. 7 (3) GDPR',
    title: {
      de: 'Widerrufen ist so leicht wie Zusagen: ein Schritt, kein Konto, keine Rückfrage.',
      en: 'Withdrawing is as easy as saying yes: one step, no account, no question back.',
    },
  },
  {
    id: 'C-26',
    basis: 'Art. 21 GDPR, LG Paderborn 2 O 325/23',
    title: {
      de: 'Jede Form und jeder Weg zählt und landet in derselben Sperrliste.',
      en: 'Any form and any way counts, and ends on the same block list.',
    },
  },
  {
    id: 'C-27',
    basis: '§ 7 UWG, Art. 21 (4) GDPR',
    title: {
      de: 'Jede Werbenachricht sagt, wie man sie abstellt.',
      en: 'Every marketing message says how to stop it.',
    },
  },
  {
    id: 'C-28',
    basis: 'Art. 7 (3), 12 (2) GDPR',
    title: {
      de: 'STOP wird in vielen Sprachen und Schreibweisen verstanden; eingebaute Wörter bleiben.',
      en: 'STOP is understood in many languages and spellings; the built-in words stay.',
    },
  },
  {
    id: 'C-29',
    basis: 'Art. 25 GDPR',
    title: {
      de: 'Bei einem unklaren Stopp ruht die Werbung, und es wird einmal gefragt.',
      en: 'After an unclear stop marketing rests, and one question is asked.',
    },
  },
  {
    id: 'C-30',
    basis: 'Art. 21 (3) GDPR, BGH VI ZR 225/17',
    title: {
      de: 'Auf einen Widerruf folgt genau eine sachliche Bestätigung, sonst nichts.',
      en: 'Exactly one plain receipt follows a withdrawal, and nothing else.',
    },
  },
  {
    id: 'C-31',
    basis: 'Art. 7 (3), 21 (2) GDPR',
    title: {
      de: 'Ein Thema abzustellen lässt die anderen; STOP beendet alle Werbung.',
      en: 'Ending one topic leaves the others; STOP ends all marketing.',
    },
  },
  {
    id: 'C-32',
    basis: 'Art. 7 (3) GDPR; Meta, user preferences',
    title: {
      de: 'Der Schalter in WhatsApp wirkt wie ein Widerruf; ihn zurückzunehmen belebt keine Zusage.',
      en: 'WhatsApp’s own switch is a withdrawal; taking it back revives no yes.',
    },
  },
  {
    id: 'C-33',
    basis: 'Art. 21 (3) GDPR',
    title: {
      de: 'Ein Widerspruch läuft nicht ab; nur eine neue, vollständige Anmeldung hebt ihn auf.',
      en: 'An objection does not expire; only a new, complete opt-in lifts it.',
    },
  },
  {
    id: 'C-34',
    basis: 'Art. 17 (3) (b), 21 (3), 32 GDPR',
    title: {
      de: 'Die Sperrliste überlebt eine Löschung, als Prüfwert mit geheimem Schlüssel.',
      en: 'The block list survives an erasure, as a keyed digest.',
    },
  },
  {
    id: 'C-35',
    basis: 'Art. 21 (3), 25 GDPR',
    title: {
      de: 'Die Sperrliste gilt beim Import, in der Zielgruppe, in der Warteschlange und beim Senden.',
      en: 'The block list holds at import, audience, queue and sending.',
    },
  },
  {
    id: 'C-36',
    basis: 'Art. 21 (4) GDPR',
    title: {
      de: 'Das Recht zu widersprechen steht in der ersten Nachricht, für sich.',
      en: 'The right to object stands in the first message, by itself.',
    },
  },
]
