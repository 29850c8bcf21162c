import { describe, expect, it } from 'vitest'
import { parseText, plainText } from './format.ts'

describe('parseText', () => {
  it('reads bold, italic and strike, also nested', () => {
    expect(parseText('a *b _c_* ~d~')).toEqual([
      { kind: 'text', text: 'a ' },
      {
        kind: 'bold',
        children: [
          { kind: 'text', text: 'b ' },
          { kind: 'italic', children: [{ kind: 'text', text: 'c' }] },
        ],
      },
      { kind: 'text', text: ' ' },
      { kind: 'strike', children: [{ kind: 'text', text: 'd' }] },
    ])
  })

  it.each(['2*3*4', '* not bold *', '*open', '*over\nlines*', 'snake_case_name', '**'])(
    'leaves %j alone',
    (text) => {
      expect(parseText(text)).toEqual([{ kind: 'text', text }])
    },
  )

  it('finds links and leaves the sentence mark outside', () => {
    expect(parseText('See https://shop.example/a_b_c?x=1.')).toEqual([
      { kind: 'text', text: 'See ' },
      { kind: 'link', text: 'https://shop.example/a_b_c?x=1', href: 'https://shop.example/a_b_c?x=1' },
      { kind: 'text', text: '.' },
    ])
  })

  it('completes links without a scheme and finds links inside marks', () => {
    expect(parseText('*wa.me/4930123456*')).toEqual([
      {
        kind: 'bold',
        children: [{ kind: 'link', text: 'wa.me/4930123456', href: 'https://wa.me/4930123456' }],
      },
    ])
  })

  it('keeps marks inside mono', () => {
    expect(parseText('`*x*`')).toEqual([{ kind: 'mono', text: '*x*' }])
  })
})

describe('plainText', () => {
  it('drops the marks and folds lines', () => {
    expect(plainText('*Hallo*\n\n_Anna_, ~alt~ neu')).toBe('Hallo Anna, alt neu')
  })
})
