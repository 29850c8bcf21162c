import type { ChatLanguage } from '../../consent/index.ts'
import type { Sentence } from '../../platform/index.ts'
import { DE } from './de.ts'
import { EN } from './en.ts'
import { ES } from './es.ts'
import { FR } from './fr.ts'
import { IT } from './it.ts'
import { NL } from './nl.ts'
import type { NoticeWords } from './words.ts'

/** The words of privacy notices in every language we talk to people in. */
export const NOTICE_WORDS: Record<ChatLanguage, NoticeWords> = {
  de: DE,
  en: EN,
  fr: FR,
  it: IT,
  es: ES,
  nl: NL,
}

/**
 * What the record says, in the language of a notice. Words of the business are the same in German and English, and stay as
 * they are.
 */
export function sentenceIn(sentence: Sentence, language: ChatLanguage): string {
  if (language === 'de' || language === 'en') return sentence[language]
  const words = NOTICE_WORDS[language]
  const days = sentence.en.match(/^(\d+) days?$/)?.[1]
  return days ? words.days(Number(days)) : (words.sentences[sentence.en] ?? sentence.en)
}
