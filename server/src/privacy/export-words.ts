import type { ChatLanguage } from '../consent/index.ts'
import { DE } from './export-words/de.ts'
import { EN } from './export-words/en.ts'
import { ES } from './export-words/es.ts'
import { FR } from './export-words/fr.ts'
import { IT } from './export-words/it.ts'
import { NL } from './export-words/nl.ts'
import type { ExportWords } from './export-words/words.ts'

export type { ExportWords } from './export-words/words.ts'

/** The words of the printed answer to an access request (C-37), in every language we talk to people in. */
export const EXPORT_WORDS: Record<ChatLanguage, ExportWords> = {
  de: DE,
  en: EN,
  fr: FR,
  it: IT,
  es: ES,
  nl: NL,
}
