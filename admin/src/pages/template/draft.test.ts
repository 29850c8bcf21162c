import { describe, expect, it } from 'vitest'
import type { ContentButton } from '../../api/campaign-entities.ts'
import { variablesOf } from '../../design/message-variables.ts'
import { freshButton, mayAdd, messageLimits, movedButton, withButton } from './buttons.ts'
import { firstCards, withButtonOnAll, withCard } from './cards.ts'
import { labelOf, moved, nameOf, newDraft, repaired, tidy, withCategory, withLanguage } from './draft.ts'
import { refusalOf } from './files.ts'
import { placeOf } from './places.ts'
import { insertText, toggleMark } from './text-marks.ts'
import { timeLeft } from './time-left.ts'

describe('a template draft', () => {
  it('starts with both ways out, which follow the language until they are reworded', () => {
    const draft = newDraft('c', 'de')
    expect(draft.content.buttons).toEqual([{ kind: 'quick_reply', text: 'Abmelden', optOut: true }])
    const english = withLanguage(draft, 'en_GB')
    expect(english.content).toMatchObject({ footer: 'Write STOP to unsubscribe' })
    expect(english.content.buttons.map(labelOf)).toEqual(['Unsubscribe'])
    const own = withLanguage({ ...draft, content: { ...draft.content, footer: 'Tschüss mit STOP' } }, 'en')
    expect(own.content.footer).toBe('Tschüss mit STOP')
  })

  it('loses the way out as utility and gets it back as marketing', () => {
    const draft = newDraft('c', 'de')
    const utility = withCategory(draft, 'utility')
    expect(utility.content).toMatchObject({ buttons: [], footer: '' })
    expect(withCategory(utility, 'marketing').content).toEqual(draft.content)
  })

  it('sends samples of the variables that are there, and no empty footer', () => {
    const draft = newDraft('c', 'de')
    const content = {
      ...draft.content,
      body: 'Hi {{a}}, {{ b }} {{a}}',
      footer: ' ',
      samples: { a: '1', x: '2' },
    }
    expect(variablesOf(content)).toEqual(['a', 'b'])
    const sent = tidy({ ...draft, content }).content
    expect(sent.samples).toEqual({ a: '1' })
    expect('footer' in sent).toBe(false)
  })

  it('makes a name Meta takes', () => {
    expect(nameOf('Grüße zum Herbst-Fest!')).toBe('gruesse_zum_herbst_fest')
  })

  it('moves within the ends', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
  })
})

describe('the buttons of a draft', () => {
  const kinds = (buttons: readonly ContentButton[]) => buttons.map(({ kind }) => kind[0]).join('')
  const list = (letters: string) =>
    [...letters].map((letter) => freshButton(letter === 'q' ? 'quick_reply' : 'url'))

  it('keeps quick replies together, whatever is added or moved', () => {
    expect(kinds(withButton(list('quu'), freshButton('quick_reply')))).toBe('qquu')
    expect(kinds(withButton(list('uq'), freshButton('phone_number')))).toBe('upq')
    expect(kinds(movedButton(list('qqu'), 0, 2))).toBe('uqq')
    expect(kinds(movedButton(list('uq'), 1, 0))).toBe('qu')
    expect(kinds(movedButton(list('qqu'), 0, 1))).toBe('qqu')
  })

  it('offers no more than Meta takes', () => {
    expect(mayAdd(list('uu'), 'url', messageLimits)).toBe(false)
    expect(mayAdd(list('u'), 'url', messageLimits)).toBe(true)
    expect(mayAdd(list('qqqqqqqqqq'), 'url', messageLimits)).toBe(false)
  })

  it('gives every card the same buttons', () => {
    const cards = withCard(withButtonOnAll(firstCards(), 'quick_reply'))
    expect(cards.map((card) => kinds(card.buttons))).toEqual(['uq', 'uq', 'uq'])
  })
})

it('refuses a file before a byte leaves the computer', () => {
  const MB = 1024 * 1024
  expect(refusalOf({ type: 'image/png', size: 5 * MB }, 'image')).toBeNull()
  expect(refusalOf({ type: 'image/png', size: 5 * MB + 1 }, 'image')).toBe('size')
  expect(refusalOf({ type: 'image/gif', size: 1 }, 'image')).toBe('type')
})

describe('the formatting toolbar', () => {
  const marked = (text: string, start: number, end: number) => toggleMark({ text, start, end }, '*')

  it('marks the words and leaves blanks outside', () => {
    expect(marked('ein Wort hier', 3, 9)).toEqual({ text: 'ein *Wort* hier', start: 5, end: 9 })
  })
  it('takes the mark away again', () => {
    expect(marked('ein *Wort* hier', 5, 9)).toEqual({ text: 'ein Wort hier', start: 4, end: 8 })
  })
  it('opens an empty pair at the cursor', () => {
    expect(marked('ab', 1, 1)).toEqual({ text: 'a**b', start: 2, end: 2 })
  })
  it('inserts over the selection', () => {
    expect(insertText({ text: 'abc', start: 1, end: 2 }, 'XY')).toEqual({ text: 'aXYc', start: 3, end: 3 })
  })
})

it('takes from a repair what it names and leaves the rest', () => {
  const draft = { ...newDraft('c', 'de'), name: 'a' }
  const finding = {
    code: 'x',
    rule: 'C-64',
    severity: 'error' as const,
    where: 'category',
    message: '',
    fix: '',
    repair: { category: 'utility' as const },
  }
  expect(repaired(draft, finding)).toEqual({ ...draft, category: 'utility' })
  expect(repaired(draft, { ...finding, repair: null })).toBe(draft)
})

describe('what Meta decided', () => {
  it('counts a pause down by whole minutes and never below nothing', () => {
    const now = Date.UTC(2026, 10, 22, 12)
    expect(timeLeft('2026-11-22T14:59:10.000Z', now)).toEqual({ hours: 3, minutes: 0 })
    expect(timeLeft('2026-11-22T12:00:01.000Z', now)).toEqual({ hours: 0, minutes: 1 })
    expect(timeLeft('2026-11-22T12:00:00.000Z', now)).toBeNull()
  })

  it('knows the part of the message that a place belongs to', () => {
    expect(['cards.1.buttons.0', 'header.url', 'samples.code'].map(placeOf)).toEqual([
      'cards',
      'header',
      'samples',
    ])
  })
})
