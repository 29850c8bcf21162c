import { describe, expect, it } from 'vitest'
import { CHAT_LANGUAGES, readWill } from '../consent/index.ts'
import { newCode } from '../platform/index.ts'
import { chatLink } from './chat-link.ts'
import { codesIn, prefilledText, WIDGET } from './texts.ts'

describe.each(CHAT_LANGUAGES)('the bubble in %s', (language) => {
  const texts = WIDGET[language]('Blattwerk')

  it('has every text, in its own words', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(WIDGET.de('Blattwerk')).sort())
    for (const [key, text] of Object.entries(texts)) {
      expect(text.trim(), key).not.toBe('')
      if (key === 'privacy') continue
      for (const other of CHAT_LANGUAGES) {
        const same = Object.entries(WIDGET[other]('Blattwerk')).find(([name]) => name === key)?.[1]
        if (other !== language) expect(same, `${key} in ${other}`).not.toBe(text)
      }
    }
  })

  it('says whom one writes to, that a YES follows, and how to leave', () => {
    expect(texts.title).toContain('Blattwerk')
    expect(texts.consent).toContain('STOP')
  })

  it('prepares a message that carries its code and is taken neither for a stop nor for a no', () => {
    const text = prefilledText(language, 'Blattwerk', '7KX2MQ')
    expect(text).toContain('Blattwerk')
    expect(codesIn(text)).toContain('7KX2MQ')
    expect(['none', 'start', 'yes']).toContain(readWill(text).kind)
  })
})

it('finds our codes however they come in', () => {
  for (const text of ['7KX2MQ', '(Code 7KX2MQ)', 'code: 7kx2mq!', 'Hallo\n7KX2MQ\n', '«7KX2MQ»'])
    expect(codesIn(text), text).toContain('7KX2MQ')
  for (const text of ['7KX2M', '7KX2MQ7KX2MQ', '7KX 2MQ', ''])
    expect(codesIn(text), text).not.toContain('7KX2MQ')
  for (let n = 0; n < 200; n++) {
    const code = newCode(n % 2 ? 6 : 7)
    expect(codesIn(prefilledText('de', 'Blattwerk', code))).toContain(code)
  }
})

it('opens the chat at WhatsApp, or at the simulator', () => {
  const text = 'Hallo Müller & Söhne? (Code 7KX2MQ)'
  const link = chatLink({ graphBaseUrl: 'https://graph.facebook.com' }, '49305550123', text)
  expect(link).toMatch(/^https:\/\/wa\.me\/49305550123\?text=/)
  expect(new URL(link).searchParams.get('text')).toBe(text)
  expect(chatLink({ graphBaseUrl: 'http://127.0.0.1:4001' }, '49', 'x')).toBe(
    'http://127.0.0.1:4001/wa.me/49?text=x',
  )
})
