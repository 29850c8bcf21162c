import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHAT_LANGUAGES, type ChatLanguage } from '../consent/index.ts'
import { describeRetention } from '../retention/index.ts'
import { shortenRetention } from '../retention/page.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { optIn, wireChats } from '../testing/opt-in.ts'
import { readPdf } from '../testing/pdf-text.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { exportPersonPdf } from './export-pdf.ts'
import { EXPORT_WORDS } from './export-words.ts'
import { nameRetention } from './hooks.ts'
import { PERSON_TABLES } from './person-tables.ts'

const ANNA = { phone: '+4915127182818', name: 'Annegret Quittenbaum', text: 'Bitte die Pflanzenpost!' }

const LONGEST = { contentToPerson: 180, fromPerson: 180, whoGotWhich: 13, raw: 14 }

/** Every text of one language by its place, for example `states.confirmed`. */
function textsOf(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : textsOf(value, `${path}${key}.`),
  )
}

describe('the printed answer to an access request', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  let anna: string

  beforeAll(async () => {
    runtime = await createTestRuntime()
    wireChats(runtime)
    runtime.hooks.on(nameRetention, describeRetention)
    business = await createTestBusiness(runtime)
    anna = await optIn(business, ANNA)
  })
  afterAll(() => runtime.close())

  const printedIn = async (language: string | null) => {
    await sql`update contact set language = ${language} where contact_id = ${anna}`.execute(runtime.db)
    return readPdf(await exportPersonPdf(business.ctx, anna))
  }

  it.each(CHAT_LANGUAGES)('C-37: speaks the person’s language: %s', async (language) => {
    const { text, info } = await printedIn(language)
    const w = EXPORT_WORDS[language]
    const tight = (part: string) => part.replaceAll(/\s+/g, '')
    // A sentence may go on after the foot of a page.
    const plain = tight(text).replaceAll(new RegExp(`${tight(w.title)}\\d+/\\d+`, 'g'), '')
    const has = (part: string) => plain.includes(tight(part))
    expect(text).toContain(w.title)
    const said = [
      w.lead,
      w.ownSource,
      w.rightsText,
      w.keptUntil,
      w.retentions.messages(LONGEST),
      w.retentions.deliveriesFromWhatsApp(LONGEST),
      w.retentions.consentHistory,
      w.retentions.suppression,
      w.states.confirmed,
      w.fromYou,
      w.toYou,
      w.parts.profile,
      w.parts.questions,
      w.fields.page_url,
      ANNA.name,
      ANNA.phone,
    ]
    for (const part of said) expect(has(part ?? ''), part).toBe(true)
    for (const other of CHAT_LANGUAGES.filter((each) => each !== language)) {
      const foreign = [
        EXPORT_WORDS[other].lead,
        EXPORT_WORDS[other].rightsText,
        EXPORT_WORDS[other].ownSource,
      ]
      for (const part of foreign) expect(has(part), `${part} in ${language}`).toBe(false)
    }
    expect(info).toMatchObject({ Title: w.title, Language: language })
  })

  it('C-37: speaks the business’s language to whoever has none that we speak', async () => {
    for (const language of [null, 'pl'])
      expect((await printedIn(language)).text).toContain(EXPORT_WORDS.de.title)
  })

  it('C-37, C-43: says the periods of this business where it made them shorter', async () => {
    await shortenRetention(business.ctx, 'message_content', { days: 45 })
    await shortenRetention(business.ctx, 'messages_from_people', { days: 21 })
    const { text } = await printedIn('de')
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      'Inhalte unserer Nachrichten 45 Tage, deiner Nachrichten 21 Tage, welche von uns du bekommen hast 13 Monate',
    )
  })

  it.each(CHAT_LANGUAGES)('has every word in %s', (language: ChatLanguage) => {
    const texts = textsOf(EXPORT_WORDS[language])
    expect(texts.map(([path]) => path).sort()).toEqual(
      textsOf(EXPORT_WORDS.en)
        .map(([path]) => path)
        .sort(),
    )
    for (const [path, text] of texts) expect(text.trim(), path).not.toBe('')
    const unnamed = Object.values(PERSON_TABLES)
      .filter(({ erasure }) => erasure !== 'restricted')
      .map(({ title }) => title)
      .filter((title) => !EXPORT_WORDS[language].parts[title])
    // Told in words of their own.
    expect(unnamed).toEqual(['consents', 'consentHistory', 'messagesToPerson', 'messagesFromPerson'])
  })
})
