import { expect, it } from 'vitest'
import { readWill } from './grammar.ts'
import { questionBody } from './question.ts'
import { CHAT, CHAT_LANGUAGES, chatLanguage, STARTING_WORDING } from './texts.ts'

const ANY = ['Blattwerk', 'Pflanzenpost']

it('speaks six languages', () => {
  expect([...CHAT_LANGUAGES].sort()).toEqual(['de', 'en', 'es', 'fr', 'it', 'nl'])
  expect(Object.keys(CHAT).sort()).toEqual([...CHAT_LANGUAGES].sort())
  expect(Object.keys(STARTING_WORDING).sort()).toEqual([...CHAT_LANGUAGES].sort())
})

it.each(CHAT_LANGUAGES)('has every text in %s, and none of them is another language’s', (language) => {
  const keys = Object.keys(CHAT.de)
  const said = (tag: (typeof CHAT_LANGUAGES)[number]) =>
    Object.entries(CHAT[tag]).map(([key, text]: [string, unknown]) => {
      const value = typeof text === 'function' ? String(text(...ANY)) : String(text)
      return [key, value] as const
    })
  expect(Object.keys(CHAT[language]).sort()).toEqual(keys.sort())
  for (const [key, text] of said(language)) {
    expect(text.trim(), key).not.toBe('')
    expect(text, key).not.toContain('undefined')
    if (key === 'yes' || key === 'no') continue
    for (const other of CHAT_LANGUAGES) {
      if (other !== language) expect(new Map(said(other)).get(key), `${key} in ${other}`).not.toBe(text)
    }
  }
})

it.each(CHAT_LANGUAGES)('names the way out where rules ask for it, in %s', (language) => {
  const words = CHAT[language]
  expect(words.welcome('Blattwerk', 'Pflanzenpost')).toMatch(/Pflanzenpost.*Blattwerk.*STOP/)
  expect(words.already('Pflanzenpost')).toContain('STOP')
  expect(words.topicReceipt('Pflanzenpost')).toMatch(/Pflanzenpost.*STOP/)
  expect(words.receipt('Blattwerk')).toContain('Blattwerk')
  expect(words.forwarded('START')).toContain('START')
  expect(words.forwarded(null), 'where no word signs up').not.toContain('START')
})

it.each(CHAT_LANGUAGES)(
  'has buttons in %s that fit, differ, and mean what they say when typed',
  (language) => {
    const { yes, no } = CHAT[language]
    expect(yes).not.toBe(no)
    for (const caption of [yes, no]) expect(caption.length).toBeLessThanOrEqual(20)
    expect(readWill(yes).kind).toBe('yes')
    expect(readWill(no).kind).toBe('no')
  },
)

it.each(CHAT_LANGUAGES)(
  'asks about two topics in %s within the 1,024 characters of a chat message',
  (language) => {
    const { body, text } = questionBody({
      questionId: '019a0000-0000-7000-8000-000000000000',
      language,
      business: 'B'.repeat(100),
      texts: ['x'.repeat(480), 'y'.repeat(480)],
    })
    expect(text.length).toBeLessThanOrEqual(1024)
    expect(body).toMatchObject({
      interactive: {
        body: { text },
        header: { text: 'B'.repeat(60) },
        // Both answers are the same kind of control (C-10).
        action: { buttons: [{ type: 'reply' }, { type: 'reply' }] },
      },
    })
    const buttons = JSON.stringify(body)
    expect(buttons).toContain('doi:yes:019a0000')
    expect(buttons).toContain('doi:no:019a0000')
  },
)

it.each([
  ['de-AT', 'en', 'de'],
  ['FR', 'de', 'fr'],
  ['pl', 'de', 'de'],
  [null, 'nl', 'nl'],
  [undefined, 'pl', 'en'],
  ['', 'it', 'it'],
  ['den', 'en', 'en'],
])('answers %s at a business of %s in %s', (wanted, fallback, expected) => {
  expect(chatLanguage(wanted, fallback)).toBe(expected)
})
