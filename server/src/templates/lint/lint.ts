import type { Content } from '../content.ts'
import { META_LANGUAGES } from '../languages.ts'
import { checkButtons } from './check-buttons.ts'
import { checkCards } from './check-cards.ts'
import { checkLaw } from './check-law.ts'
import { checkReading } from './check-reading.ts'
import { checkTexts } from './check-texts.ts'
import { type Finding, Findings } from './finding.ts'
import { nameOf } from './repair.ts'

export interface TemplateDraft {
  name: string
  language: string
  category: 'marketing' | 'utility' | 'authentication'
  content: Content
}

/** Other templates with the same words; Meta rejects the second one. */
interface Neighbour {
  name: string
  language: string
}

/**
 * Everything that would make Meta refuse the template or that the law asks for, before it is submitted.
 * Pure; the submission is stopped by errors, warnings are advice. Sources: Meta's template limits, causes of rejection and
 * policies, C-27 (opt-out), C-61 (no chain messages), C-64 (advertising is marketing).
 * @param businessName as people know the business
 * @param twins templates of other names that say the very same
 * @param sameText languages in which this template has the same text
 */
export function checkTemplate(
  { name, language, category, content }: TemplateDraft,
  businessName: string,
  twins: readonly Neighbour[] = [],
  sameText: readonly string[] = [],
): Finding[] {
  const findings = new Findings()
  if (!name) findings.add('name_missing', 'name')
  else if (!/^[a-z0-9_]{1,512}$/.test(name))
    findings.add('name', 'name', {}, { name: nameOf(name, 'template') })
  if (!META_LANGUAGES.has(language)) findings.add('language', 'language')
  if (category === 'authentication') findings.add('category_codes', 'category')
  for (const twin of twins) {
    if (twin.name !== name || twin.language !== language)
      findings.add('duplicate', 'body', { other: twin.name })
  }
  const [other] = sameText.filter((each) => each.slice(0, 2) !== language.slice(0, 2))
  if (other) findings.add('untranslated', 'body', { other })
  checkTexts(content, findings)
  checkButtons(content, findings)
  checkCards(content, findings)
  checkLaw(content, { category, language, businessName }, findings)
  checkReading(content, language, findings)
  return findings.list
}
