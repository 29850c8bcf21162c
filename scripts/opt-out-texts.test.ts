import { expect, it } from 'vitest'
import { optOutTextFor } from '../admin/src/pages/template/opt-out-texts.ts'
import { optOutTexts } from '../server/src/templates/lint/opt-out-texts.ts'

/** The admin knows the server by its answers only, and has to show the way out before it has asked. */
it('C-27: the editor starts with the way out that the server would put in', () => {
  const languages = [
    'de',
    'de_AT',
    'en',
    'en_US',
    'fr',
    'it',
    'es',
    'es_ES',
    'nl',
    'pl',
    'pt_BR',
    'tr',
    'ar',
    'zz',
  ]
  for (const language of languages) expect(optOutTextFor(language), language).toEqual(optOutTexts(language))
})
