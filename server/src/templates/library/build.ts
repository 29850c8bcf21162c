import type { Content, TemplateButton } from '../content.ts'
import { withOptOut } from '../lint/repair.ts'
import { variableNames } from '../variables.ts'
import { CASES, type CaseKey, type LanguageTexts } from './cases.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { es } from './texts/es.ts'
import { fr } from './texts/fr.ts'
import { it } from './texts/it.ts'
import { nl } from './texts/nl.ts'

const TEXTS = { de, en, fr, it, es, nl } satisfies Record<string, LanguageTexts>
export const LIBRARY_LANGUAGES = ['de', 'en', 'fr', 'it', 'es', 'nl'] as const
export type LibraryLanguage = (typeof LIBRARY_LANGUAGES)[number]
export const CASE_KEYS = Object.keys(CASES) as [CaseKey, ...CaseKey[]]

/** Stands where the business's own pages belong; the linter reminds of it. */
const PLACE = 'https://example.com/'

/** A ready-made template in one language, with the business's name in it, and with its way out where it is marketing (C-27). */
export function buildCase(key: CaseKey, language: LibraryLanguage, business: string): Content {
  const { category, buttons } = CASES[key]
  const { texts, samples } = TEXTS[language]
  const { header, body, buttons: words } = texts[key]
  const said = (text: string) => text.replaceAll('<business>', business)
  const content: Content = {
    ...(header ? { header: { format: 'text', text: shortHeader(said(header), header, business) } } : {}),
    body: said(body),
    buttons: buttons.map((button, index): TemplateButton => {
      const text = words[index] ?? ''
      if (button.kind === 'copy_code') return { kind: 'copy_code', code: button.code }
      if (button.kind === 'quick_reply') return { kind: 'quick_reply', text }
      const { path } = button
      return {
        kind: 'url',
        text,
        url: PLACE + path,
        ...('suffix' in button ? { suffix: button.suffix } : {}),
      }
    }),
    samples: {},
  }
  const complete = category === 'marketing' ? withOptOut(content, language) : content
  const used = new Set(variableNames(complete))
  return {
    ...complete,
    samples: Object.fromEntries(Object.entries(samples).filter(([name]) => used.has(name))),
  }
}

/** A long name does not fit into a header: then only the name stands there, or as much of it as goes. */
const shortHeader = (text: string, pattern: string, business: string): string =>
  text.length <= 60 || !pattern.includes('<business>') ? text : business.slice(0, 60)
