import type { Verdict } from './verdict.ts'
import type { PackCheck, PackStep } from './verify_pack.ts'

export type PackLanguage = 'de' | 'en'

type Words = {
  readonly verdicts: { readonly [V in Verdict]: string }
  /** What each step says when it holds. */
  readonly holds: { readonly [S in PackStep]: (detail: string) => string }
  readonly fails: { readonly [S in PackStep]: string }
  readonly shredded: (detail: string) => string
  /** When nobody could look who vouches for the authority of a time stamp. */
  readonly unchecked: (fingerprint: string) => string
}

/** What a check of a pack says, for people. */
export const PACK_WORDS: { readonly [L in PackLanguage]: Words } = {
  de: {
    verdicts: {
      valid: 'Echt und unverändert',
      shredded: 'Echt, aber ein Teil der Belege wurde gelöscht',
      notIncluded: 'Nicht im Nachweisbuch enthalten',
      tampered: 'Verändert',
      badSignature: 'Nicht vom Nachweisbuch unterschrieben',
      badTimeToken: 'Der Zeitstempel ist falsch',
    },
    holds: {
      archive: () => 'Die Datei ist so, wie sie ausgegeben wurde',
      signature: (origin) => `Die Liste der Dateien ist vom Nachweisbuch unterschrieben: ${origin}`,
      files: (count) => `Alle ${count} Dateien sind vollständig und unverändert`,
      checkpoint: (at) => `Der Stand des Nachweisbuchs ist unterschrieben: ${at}`,
      inclusion: (seq) => `Der Eintrag steht im Nachweisbuch, Platz ${seq}`,
      evidence: (what) => `Der Beleg gehört genau zu diesem Eintrag: ${what}`,
      wording: (hash) => `Der Einwilligungstext ist der damals gezeigte: ${hash}`,
      time: (what) => `Ein Zeitstempeldienst hat diesen Stand gesehen: ${what}`,
      authority: (root) => `Für den Zeitstempeldienst bürgt ein Zertifikat, dem hier vertraut wird: ${root}`,
    },
    fails: {
      archive: 'Die Datei wurde verändert',
      signature: 'Die Liste der Dateien ist nicht gültig unterschrieben',
      files: 'Eine Datei wurde verändert, entfernt oder hinzugefügt',
      checkpoint: 'Der Stand des Nachweisbuchs ist nicht gültig unterschrieben',
      inclusion: 'Der Eintrag steht nicht im Nachweisbuch',
      evidence: 'Der Beleg gehört nicht zu diesem Eintrag',
      wording: 'Der Einwilligungstext ist nicht der damals gezeigte',
      time: 'Der Zeitstempel gehört nicht zu diesem Stand',
      authority: 'Für den Zeitstempeldienst bürgt kein Zertifikat, dem hier vertraut wird',
    },
    shredded: (what) => `Der Beleg wurde gelöscht, der Eintrag steht weiter im Nachweisbuch: ${what}`,
    unchecked: (fingerprint) =>
      `Wer für den Zeitstempeldienst bürgt, wurde nicht geprüft: Dazu fehlt das Zertifikat, dem vertraut wird. Ob er der ist, der er zu sein behauptet, sagt der Abdruck seines eigenen: ${fingerprint}`,
  },
  en: {
    verdicts: {
      valid: 'Genuine and unchanged',
      shredded: 'Genuine, but some of the evidence was erased',
      notIncluded: 'Not in the ledger',
      tampered: 'Changed',
      badSignature: 'Not signed by the ledger',
      badTimeToken: 'The time stamp is wrong',
    },
    holds: {
      archive: () => 'The file is as it was handed out',
      signature: (origin) => `The list of files is signed by the ledger: ${origin}`,
      files: (count) => `All ${count} files are there and unchanged`,
      checkpoint: (at) => `The state of the ledger is signed: ${at}`,
      inclusion: (seq) => `The entry stands in the ledger, place ${seq}`,
      evidence: (what) => `The evidence belongs to exactly this entry: ${what}`,
      wording: (hash) => `The consent text is the one that was shown: ${hash}`,
      time: (what) => `A time stamp service has seen this state: ${what}`,
      authority: (root) => `A certificate that is trusted here vouches for the time stamp service: ${root}`,
    },
    fails: {
      archive: 'The file was changed',
      signature: 'The list of files is not validly signed',
      files: 'A file was changed, removed or added',
      checkpoint: 'The state of the ledger is not validly signed',
      inclusion: 'The entry is not in the ledger',
      evidence: 'The evidence does not belong to this entry',
      wording: 'The consent text is not the one that was shown',
      time: 'The time stamp does not belong to this state',
      authority: 'No certificate that is trusted here vouches for the time stamp service',
    },
    shredded: (what) => `The evidence was erased, the entry still stands in the ledger: ${what}`,
    unchecked: (fingerprint) =>
      `Who vouches for the time stamp service was not checked: the certificate to trust is missing for it. Whether it is who it claims to be, the fingerprint of its own tells: ${fingerprint}`,
  },
}

/** One line of a report as a sentence. */
export function describeCheck(
  { step, verdict, detail, unchecked }: PackCheck,
  language: PackLanguage,
): string {
  const words = PACK_WORDS[language]
  if (unchecked) return words.unchecked(detail)
  if (verdict === 'valid') return words.holds[step](detail)
  if (verdict === 'shredded') return words.shredded(detail)
  return `${words.fails[step]} (${detail})`
}
