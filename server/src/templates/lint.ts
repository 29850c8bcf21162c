import { checkButtons } from './check-buttons.ts'
import { checkLaw } from './check-law.ts'
import { checkTexts } from './check-text.ts'
import type { Content } from './content.ts'
import { type Finding, Findings } from './finding.ts'
import { META_LANGUAGES } from './languages.ts'

export interface TemplateDraft {
  name: string
  language: string
  category: 'marketing' | 'utility' | 'authentication'
  content: Content
}

/**
 * Everything that would make Meta refuse the template or that the law asks for, before it is submitted.
 * Pure; the submission is stopped by errors, warnings are advice. Sources: Meta's template limits and causes of rejection,
 * C-27 (opt-out), C-61 (no chain messages), C-64 (advertising is marketing).
 * @param businessName as people know the business
 */
export function checkTemplate(draft: TemplateDraft, businessName: string): Finding[] {
  const findings = new Findings()
  if (!/^[a-z0-9_]{1,512}$/.test(draft.name)) {
    findings.error(
      'name',
      'name',
      'Der Name darf nur kleine Buchstaben, Ziffern und _ enthalten.',
      'The name may hold small letters, digits and _ only.',
    )
  }
  if (!META_LANGUAGES.has(draft.language)) {
    findings.error(
      'language',
      'language',
      'Diese Sprache kennt Meta nicht.',
      'Meta does not know this language.',
    )
  }
  if (draft.category === 'authentication') {
    findings.error(
      'category',
      'category',
      'Vorlagen für Einmalcodes bietet Jawort nicht an. Wähle Marketing oder Service.',
      'Jawort does not offer templates for one-time codes. Choose marketing or utility.',
    )
  }
  checkTexts(draft.content, findings)
  checkButtons(draft.content, findings)
  checkLaw(draft.content, { category: draft.category, businessName }, findings)
  return findings.list
}
