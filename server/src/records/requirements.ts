import type { Sentence } from '../platform/index.ts'
import type { NoticeElement } from './notice-content.ts'

/** What is known about the duties before a number goes live. */
export interface LiveFacts {
  metaContract: boolean
  hosterContract: boolean
  /** `changed`: approved once, but the configuration says something else by now. */
  record: 'open' | 'changed' | 'approved'
  /** Null: no notice was published in the business's language. */
  noticeLacks: readonly NoticeElement[] | null
  dpo: 'open' | 'named' | 'none_with_reason'
  /** `stale`: something has come up since that the screening did not know. */
  screening: 'open' | 'stale' | 'not_required' | 'advised' | 'required' | 'documented'
}

export const REQUIREMENTS = [
  'meta_contract',
  'hoster_contract',
  'dpo',
  'notice',
  'dpia',
  'record_approved',
] as const
export type Requirement = (typeof REQUIREMENTS)[number]

const MET: Record<Requirement, (facts: LiveFacts) => boolean> = {
  meta_contract: (facts) => facts.metaContract,
  hoster_contract: (facts) => facts.hosterContract,
  dpo: (facts) => facts.dpo !== 'open',
  notice: (facts) => facts.noticeLacks?.length === 0,
  dpia: (facts) => ['not_required', 'advised', 'documented'].includes(facts.screening),
  record_approved: (facts) => facts.record === 'approved',
}

/** What is still missing before a number may send marketing (C-52). Empty: it may go live. */
export function missingForLive(facts: LiveFacts): Requirement[] {
  return REQUIREMENTS.filter((requirement) => !MET[requirement](facts))
}

interface RequirementWords {
  title: Sentence
  /** What to do when it is missing. */
  cure: Sentence
  article: string
  /** Part of the page where it is done. */
  part: 'duties' | 'notices' | 'screening' | 'record'
}

export const REQUIREMENT_WORDS: Record<Requirement, RequirementWords> = {
  meta_contract: {
    title: { de: 'Vertrag mit Meta', en: 'Agreement with Meta' },
    cure: {
      de: 'Nimm die WhatsApp-Bedingungen für Datenverarbeitung an und trage Fundstelle und Datum ein.',
      en: 'Accept the WhatsApp data processing terms and enter where they lie and since when.',
    },
    article: 'Art. 28(3)',
    part: 'duties',
  },
  hoster_contract: {
    title: { de: 'Vertrag mit dem Hoster', en: 'Agreement with the hoster' },
    cure: {
      de: 'Schließe mit dem Betreiber der Server einen Vertrag zur Auftragsverarbeitung und trage ihn ein.',
      en: 'Conclude a processing agreement with whoever runs the servers, and enter it.',
    },
    article: 'Art. 28(3)',
    part: 'duties',
  },
  dpo: {
    title: { de: 'Datenschutzbeauftragte', en: 'Data protection officer' },
    cure: {
      de: 'Benenne jemanden, oder sag, warum ihr niemanden braucht.',
      en: 'Name somebody, or say why you need nobody.',
    },
    article: 'Art. 37, § 38 BDSG',
    part: 'duties',
  },
  notice: {
    title: { de: 'Datenschutzhinweis', en: 'Privacy notice' },
    cure: {
      de: 'Veröffentliche den Hinweis in der Sprache des Unternehmens; kein Abschnitt darf leer sein.',
      en: 'Publish the notice in the language of the business; no part may be empty.',
    },
    article: 'Art. 13',
    part: 'notices',
  },
  dpia: {
    title: { de: 'Risikoprüfung', en: 'Risk screening' },
    cure: {
      de: 'Beantworte die Fragen. Ist eine Folgenabschätzung nötig, halte fest, wo sie liegt.',
      en: 'Answer the questions. If an impact assessment is required, record where it lies.',
    },
    article: 'Art. 35',
    part: 'screening',
  },
  record_approved: {
    title: { de: 'Verzeichnis freigegeben', en: 'Record approved' },
    cure: {
      de: 'Lies das Verzeichnis, wie es jetzt ist, und gib es frei. Mach das zuletzt: jede Angabe oben ändert es.',
      en: 'Read the record as it is now and approve it. Do this last: every fact above changes it.',
    },
    article: 'Art. 30',
    part: 'record',
  },
}
