import { describe, expect, it } from 'vitest'
import { checkTemplate } from '../lint/lint.ts'
import { mergeContent } from '../merge.ts'
import { toMetaComponents } from '../meta.ts'
import { hasOptOut, optOutOf } from '../opt-out.ts'
import { fromMetaComponents } from '../read-meta.ts'
import { renderContent } from '../render.ts'
import { buildCase, CASE_KEYS, LIBRARY_LANGUAGES } from './build.ts'
import { CASES } from './cases.ts'

const BUSINESS = 'Korb & Knopf'
const all = CASE_KEYS.flatMap((key) => LIBRARY_LANGUAGES.map((language) => ({ key, language })))
/** Advice that belongs to the case: links to fill in, a link that must know the order, kinds of buttons that a computer does not show. */
const EXPECTED = new Set(['button_url_example', 'button_url_person', 'buttons_desktop'])

describe('ready-made templates', () => {
  it.each(all)(
    '$key in $language: the linter finds no error, and no advice but what belongs to it',
    ({ key, language }) => {
      const draft = {
        name: key,
        language,
        category: CASES[key].category,
        content: buildCase(key, language, BUSINESS),
      }
      const found = checkTemplate(draft, BUSINESS)
      expect(
        found
          .filter(({ code }) => !EXPECTED.has(code))
          .map(({ code, where, message }) => ({ code, where, message })),
      ).toEqual([])
    },
  )

  it('C-27: marketing carries both ways out, and service none', () => {
    for (const { key, language } of all) {
      const content = buildCase(key, language, BUSINESS)
      if (CASES[key].category === 'marketing')
        expect(optOutOf(content), `${key} ${language}`).toEqual({ button: true, footer: true })
      else expect(hasOptOut(content), `${key} ${language}`).toBe(false)
    }
  })

  it('names the sender everywhere, keeps the variables of a case the same in all languages, and survives Meta', () => {
    for (const { key, language } of all) {
      const content = buildCase(key, language, BUSINESS)
      expect(JSON.stringify(content)).toContain(BUSINESS)
      expect(Object.keys(content.samples).sort(), `${key} ${language}`).toEqual(
        Object.keys(buildCase(key, 'de', BUSINESS).samples).sort(),
      )
      const theirs = fromMetaComponents(toMetaComponents(content, () => ''))
      expect(theirs && mergeContent(content, theirs)).toEqual(content)
      expect(JSON.stringify(renderContent(content, {}))).not.toContain('{{')
    }
  })

  it('fits with a long name too', () => {
    const name = 'Korbflechterei und Knopfmanufaktur Lindenberg & Töchter'
    for (const { key, language } of all) {
      const draft = {
        name: key,
        language,
        category: CASES[key].category,
        content: buildCase(key, language, name),
      }
      const errors = checkTemplate(draft, name).filter(({ severity }) => severity === 'error')
      expect(
        errors.map(({ code }) => code),
        `${key} ${language}`,
      ).toEqual([])
    }
  })
})
