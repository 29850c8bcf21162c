import { describe, expect, it } from 'vitest'
import { moved, nameOf, newDraft, tidy, variablesOf, withCategory, withLanguage } from './draft.ts'
import { insertText, toggleMark } from './text-marks.ts'

describe('a template draft', () => {
  it('starts with both ways out, which follow the language until they are reworded', () => {
    const draft = newDraft('c', 'de')
    expect(draft.content.buttons).toEqual([{ kind: 'quick_reply', text: 'Abmelden', optOut: true }])
    const english = withLanguage(draft, 'en_GB')
    expect(english.content).toMatchObject({ footer: 'Write STOP to unsubscribe' })
    expect(english.content.buttons[0]?.text).toBe('Unsubscribe')
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
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
  })
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
