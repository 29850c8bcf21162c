import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noteStorage } from '../channels/index.ts'
import { CHAT_LANGUAGES, type ChatLanguage } from '../consent/index.ts'
import { type Context, createContext, newId, type Sentence, withTransaction } from '../platform/index.ts'
import { nameRetention } from '../privacy/index.ts'
import { describeRetention } from '../retention/index.ts'
import { createTestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { saveDuties } from './duties.ts'
import { findPublicNotice, publishNotice } from './notice.ts'
import { missingElements, NOTICE_ELEMENTS, type NoticeContent } from './notice-content.ts'
import { noticePage } from './notice-page.ts'
import { NOTICE_WORDS, sentenceIn } from './notice-words/index.ts'
import { KEPT_WORDS, RETENTION_WORDS, TEXT } from './processing-words.ts'
import { proposeNotice } from './propose-notice.ts'

/** Words of the business and names of others: the same in every language, and said by nobody else. */
const OWN = {
  legalName: 'Blattwerk Pflanzen GmbH',
  address: 'Gärtnerweg 12, 10115 Berlin',
  dpo: { kind: 'none', reason: '4711, 0815 & Co.' },
  authority: { name: 'BlnBDI', url: null },
} as const

const NAMES = ['Meta Platforms, Inc. (USA)', 'WhatsApp Ireland Limited (Meta)', 'Betrieb AG']

/** Halves of lines and sentences, without numbers, names and what the business wrote itself. */
const sentencesOf = (text: string): string[] =>
  NAMES.reduce((left, name) => left.replaceAll(name, ''), text)
    .split(/\n|\s?: |(?<=\.) /)
    .map((line) => line.replaceAll(/[\d\s.,:;()]+/g, ' ').trim())
    .filter((line) => line.length > 9)

describe('a proposed notice', () => {
  let runtime: TestRuntime
  let dpo: Context
  let slug: string
  const proposals = new Map<ChatLanguage, NoticeContent>()

  beforeAll(async () => {
    runtime = await createTestRuntime()
    runtime.hooks.on(nameRetention, describeRetention)
    const { businessId, channelId } = await createTestBusiness(runtime)
    dpo = createContext(runtime, businessId, { kind: 'member', memberId: newId(), role: 'dpo' })
    await saveDuties(dpo, {
      address: OWN.address,
      dpo: OWN.dpo,
      authority: OWN.authority,
      hoster: { name: 'Host GmbH', country: 'DE', contract: null },
      operator: { name: 'Betrieb AG', address: 'Weg 1', contact: 'x@betrieb.example' },
    })
    for (const key of ['newsletter', 'offers'])
      for (const language of CHAT_LANGUAGES)
        await sql`update topic set name = jsonb_set(name, ${`{${language}}`}, to_jsonb(${`${key} <${language}>`}::text)),
          description = jsonb_set(description, ${`{${language}}`}, to_jsonb(${`about ${key} <${language}>`}::text))
          where business_id = ${businessId} and key = ${key}`.execute(runtime.db)
    await withTransaction(dpo, (tx) =>
      noteStorage(tx, channelId, { kind: 'in_country', region: 'DE', from: 'meta' }),
    )
    for (const language of CHAT_LANGUAGES) proposals.set(language, await proposeNotice(dpo, language))
    const row = await runtime.db.selectFrom('business').select('slug').where('business_id', '=', businessId)
    slug = (await row.executeTakeFirstOrThrow()).slug
  })
  afterAll(() => runtime.close())

  it.each(CHAT_LANGUAGES)('C-13: is complete in %s and says nothing in another language', (language) => {
    const content = proposals.get(language)
    if (!content) throw new Error('no proposal')
    expect(missingElements(content)).toEqual([])
    const said = new Set(NOTICE_ELEMENTS.flatMap((element) => sentencesOf(content[element])))
    for (const other of CHAT_LANGUAGES.filter((each) => each !== language)) {
      const foreign = proposals.get(other)
      for (const element of NOTICE_ELEMENTS) {
        if (element === 'controller') continue
        expect(
          sentencesOf(foreign?.[element] ?? '').filter((sentence) => said.has(sentence)),
          `${element}: ${other} in ${language}`,
        ).toEqual([])
      }
    }
  })

  it('C-13: says as much in every language', () => {
    for (const element of NOTICE_ELEMENTS) {
      const count = (language: ChatLanguage) => proposals.get(language)?.[element].split('\n').length
      for (const language of CHAT_LANGUAGES)
        expect(count(language), `${element} ${language}`).toBe(count('de'))
    }
    const numbers = (language: ChatLanguage) => proposals.get(language)?.retention.match(/\d+/g)
    for (const language of CHAT_LANGUAGES) expect(numbers(language)).toEqual(numbers('en'))
  })

  it.each(CHAT_LANGUAGES)('C-13: is shown with headings in %s', async (language) => {
    const content = proposals.get(language)
    if (!content) throw new Error('no proposal')
    await publishNotice(dpo, { language, content })
    const found = await findPublicNotice(runtime, slug, language)
    const page = found ? noticePage(found) : ''
    expect(page).toContain(`<html lang="${language}">`)
    const { title, names, imprint } = NOTICE_WORDS[language]
    const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)
    for (const words of [title, ...Object.values(names)]) expect(page).toContain(escaped(words))
    expect(imprint).not.toBe('')
    for (const other of CHAT_LANGUAGES.filter((each) => each !== language))
      expect(page).not.toContain(NOTICE_WORDS[other].rights)
  })

  it.each(['fr', 'it', 'es', 'nl'] as const)(
    'C-13: has words in %s for all that the record may say',
    (language) => {
      const notPublic = [
        TEXT.contacts,
        TEXT.members,
        TEXT.interest,
        TEXT.inEu,
        TEXT.noSafeguard,
        TEXT.onlyNeeded,
      ]
      const all: Sentence[] = [
        ...Object.values(RETENTION_WORDS),
        ...Object.values(KEPT_WORDS),
        ...Object.values(TEXT).filter((sentence) => !notPublic.includes(sentence)),
        { de: '3 Tage', en: '3 days' },
      ]
      expect(
        all.filter((sentence) => [sentence.en, sentence.de].includes(sentenceIn(sentence, language))),
        `write them into records/notice-words/${language}.ts`,
      ).toEqual([])
      const known = new Set(all.map(({ en }) => en))
      const more = ['Conversations in the inbox', 'Proof and block list', 'As soon as it is no longer needed']
      more.push('While the person is kept, or until erasure')
      expect(
        Object.keys(NOTICE_WORDS[language].sentences).filter((en) => !known.has(en) && !more.includes(en)),
      ).toEqual([])
    },
  )
})
