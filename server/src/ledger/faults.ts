import type { LedgerReport } from '@jawort/ledger'
import type { Sentence } from '../platform/index.ts'

/**
 * What is wrong with the first wrong leaf: what the log itself shows (see @jawort/ledger), and what only the database
 * around it can show.
 * - `columns`: the row's columns say something else than its leaf
 * - `event`: the consent event says something else than the leaf
 * - `evidenceGone`: the consent event of a leaf is gone; erasing a person takes away the key, never the event
 * - `unlogged`: a consent event without an entry
 */
export type Fault =
  | Extract<LedgerReport, { ok: false }>['reason']
  | 'columns'
  | 'event'
  | 'evidenceGone'
  | 'unlogged'

const WHAT: Record<Fault, Sentence> = {
  missing: {
    de: 'Der Eintrag fehlt: Er wurde entfernt, oder das Nachweisbuch wurde gekürzt.',
    en: 'The entry is missing: it was removed, or the ledger was cut short.',
  },
  misplaced: {
    de: 'Der Eintrag steht nicht an seinem Platz: Einträge wurden vertauscht, eingefügt oder stammen aus einem anderen Nachweisbuch.',
    en: 'The entry is not in its place: entries were swapped, inserted, or belong to another ledger.',
  },
  leaf: { de: 'Die gespeicherten Zeichen sind kein Eintrag.', en: 'The stored characters are not an entry.' },
  leafHash: {
    de: 'Eintrag und Prüfsumme passen nicht zusammen: Eines von beiden wurde geändert.',
    en: 'The entry and its hash do not belong together: one of them was changed.',
  },
  commitment: {
    de: 'Der Nachweis ist nicht der, der eingetragen wurde: Er wurde geändert oder vertauscht.',
    en: 'The evidence is not the one that was logged: it was changed or swapped.',
  },
  subtreeHash: {
    de: 'Eine gespeicherte Prüfsumme über mehrere Einträge wurde geändert, oder ein Eintrag darunter samt seiner Prüfsumme.',
    en: 'A stored hash over several entries was changed, or one of the entries below it together with its own hash.',
  },
  root: {
    de: 'Einträge und Prüfsummen wurden gemeinsam umgeschrieben: Sie passen zueinander, aber nicht zu dem, was unterschrieben wurde.',
    en: 'Entries and hashes were rewritten together: they fit each other, but not what was signed.',
  },
  checkpoint: {
    de: 'Der unterschriebene Stand, der ab hier bürgen soll, wurde geändert oder fehlt.',
    en: 'The signed checkpoint that should vouch from here on was changed or is out of order.',
  },
  badSignature: {
    de: 'Der Stand, der ab hier bürgen soll, trägt keine gültige Unterschrift dieses Nachweisbuchs.',
    en: 'The checkpoint that should vouch from here on is not signed by this ledger.',
  },
  columns: {
    de: 'Die Spalten der Zeile sagen etwas anderes als der Eintrag selbst.',
    en: 'The columns of the row say something else than the entry itself.',
  },
  event: {
    de: 'Das Einwilligungsereignis sagt etwas anderes als der Eintrag.',
    en: 'The consent event says something else than the entry.',
  },
  evidenceGone: {
    de: 'Der Nachweis zu diesem Eintrag wurde gelöscht, nicht bloß sein Schlüssel.',
    en: 'The evidence of this entry was deleted, and not only its key.',
  },
  unlogged: {
    de: 'Zu einem Einwilligungsereignis gibt es keinen Eintrag: Er wurde entfernt.',
    en: 'There is a consent event without an entry: the entry was removed.',
  },
}

/** A fault as people read it, with its place. @param until the last entry that may be the wrong one */
export function faultSentence(reason: Fault, seq: number | null, until: number | null): Sentence {
  const { de, en } = WHAT[reason]
  if (seq === null) return { de, en }
  const range = until !== null && until > seq
  return {
    de: `${range ? `Einträge ${seq} bis ${until}` : `Eintrag ${seq}`}: ${de}`,
    en: `${range ? `Entries ${seq} to ${until}` : `Entry ${seq}`}: ${en}`,
  }
}
