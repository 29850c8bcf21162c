import type { Content } from '../content.ts'
import { withoutVariables, wordsOf } from './check-texts.ts'
import type { Findings } from './finding.ts'

/** Longer texts are folded behind "Read more" on most phones. */
const LONG_TEXT = 550
const LONG_SENTENCE = 30
const MANY_EMOJI = 6

/** Small words by which a language is known; those that several share are left out. */
const SMALL_WORDS: Record<string, RegExp> = {
  de: /\b(und|nicht|dein|deine|ihre|ist|für|mit|wir|auf|eine|heute|jetzt)\b/giu,
  en: /\b(and|your|you|the|with|is|our|we|for|today|this|has)\b/giu,
  fr: /\b(vous|votre|et|les|pour|avec|nous|est|dans|aujourd|ton|ta)\b/giu,
  it: /\b(il|tuo|tua|gli|per|con|è|sono|oggi|della|dal|ti)\b/giu,
  es: /\b(tu|los|para|con|el|está|hoy|del|nuestra|usted|te)\b/giu,
  nl: /\b(je|jouw|het|een|voor|met|wij|vandaag|niet|zijn|onze)\b/giu,
}
const SURE = 4

/** How a text reads: length, tone, and whether it is in the language it claims to be in. */
export function checkReading(content: Content, language: string, findings: Findings): void {
  const { body } = content
  if (body.length > LONG_TEXT && body.length <= 1024)
    findings.add('text_long', 'body', { count: body.length })
  const longest = Math.max(0, ...body.split(/[.!?:\n]+/).map((sentence) => wordsOf(sentence).length))
  if (longest > LONG_SENTENCE) findings.add('sentence_long', 'body', { count: longest })
  const plain = withoutVariables(body)
  const emoji = plain.match(/\p{Extended_Pictographic}/gu)?.length ?? 0
  if (/(\b\p{Lu}{4,}\b\W+){3}/u.test(`${plain} `) || /!{2,}/.test(plain) || emoji > MANY_EMOJI)
    findings.add('shouting', 'body')
  checkLanguage(plain, language.slice(0, 2), findings)
}

function checkLanguage(text: string, claimed: string, findings: Findings): void {
  const own = SMALL_WORDS[claimed]
  if (!own) return
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const [best] = Object.entries(SMALL_WORDS)
    .map(([language, pattern]) => ({ language, hits: count(pattern) }))
    .sort((a, b) => b.hits - a.hits)
  if (best && best.language !== claimed && best.hits >= SURE && best.hits > 2 * count(own))
    findings.add('language_mismatch', 'language', { found: best.language })
}
