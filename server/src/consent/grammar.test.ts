import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWill, type Will } from './grammar.ts'
import { ANSWERS, MUST_STOP, NEVER, UNCLEAR } from './grammar-corpus.ts'
import {
  AGE_LINES,
  MORE_NEVER,
  MORE_STOP,
  MORE_UNCLEAR,
  WISHES,
  WRONG_PERSON_LINES,
} from './grammar-corpus-wider.ts'
import { isOneSlipAway } from './grammar-normalise.ts'
import { NEGATORS, NEVER_A_TYPO, WORDS } from './grammar-words.ts'

function misread(lines: readonly string[], fits: (will: Will) => boolean): string[] {
  return lines.flatMap((line) => {
    const will = readWill(line)
    return fits(will) ? [] : [`${line} → ${JSON.stringify(will)}`]
  })
}

const builtIn = (...roles: (keyof typeof WORDS)[]) =>
  roles.flatMap((role) => Object.values(WORDS[role]).flatMap((list) => list.trim().split(/\s+/)))

describe('the labelled lines', () => {
  const must = [...Object.values(MUST_STOP).flat(), ...MORE_STOP]
  const unclear = [...UNCLEAR, ...MORE_UNCLEAR, ...WRONG_PERSON_LINES.doubtful]
  const mustNot = [
    ...NEVER,
    ...MORE_NEVER,
    ...Object.values(ANSWERS).flat(),
    ...Object.values(WISHES).flat(),
    ...AGE_LINES.none,
    ...WRONG_PERSON_LINES.none,
  ]

  it('are at least 600, each only once', () => {
    const all = [...must, ...unclear, ...mustNot, ...AGE_LINES.young, ...WRONG_PERSON_LINES.clear]
    expect(all.length).toBeGreaterThanOrEqual(600)
    const twice = all.filter((line, index) => all.indexOf(line) !== index)
    expect(twice).toEqual([])
  })

  it('C-28: 100 % of must-stop lines stop, 0 of must-not lines stop, everything else is held', () => {
    const missed = misread(must, (will) => will.kind === 'stop')
    const wronglyStopped = misread(mustNot, (will) => will.kind !== 'stop')
    const notHeld = misread(unclear, (will) => will.kind === 'unclear_stop')
    process.stdout.write(
      `STOP grammar: ${must.length - missed.length} of ${must.length} must-stop lines stop, ` +
        `${wronglyStopped.length} of ${mustNot.length} must-not lines stop, ` +
        `${unclear.length - notHeld.length} of ${unclear.length} unclear lines are held\n`,
    )
    expect({ missed, wronglyStopped, notHeld }).toEqual({ missed: [], wronglyStopped: [], notHeld: [] })
  })

  it.each(Object.entries(MUST_STOP))('%s: every must-stop line stops, in its tier', (tier, lines) => {
    expect(misread(lines, (will) => will.kind === 'stop' && will.tier === tier)).toEqual([])
  })

  it('C-29: an unclear line holds: it never stops and is never overlooked', () => {
    expect(misread(unclear, (will) => will.kind === 'unclear_stop')).toEqual([])
  })

  it('a never line neither stops nor holds', () => {
    expect(misread(mustNot, (will) => will.kind !== 'stop' && will.kind !== 'unclear_stop')).toEqual([])
  })

  it.each(Object.entries(ANSWERS))('an answer: %s', (kind, lines) => {
    expect(misread(lines, (will) => will.kind === kind)).toEqual([])
  })

  it.each(Object.entries(WISHES))('C-74, C-37: a wish to the chat: %s', (kind, lines) => {
    expect(misread(lines, (will) => will.kind === kind)).toEqual([])
  })

  it('C-22: says to be young, and nobody else does', () => {
    expect(misread(AGE_LINES.young, (will) => will.kind === 'age_hint')).toEqual([])
    expect(misread(AGE_LINES.none, (will) => will.kind === 'none')).toEqual([])
    expect(readWill('ich bin erst vierzehn')).toEqual({ kind: 'age_hint', age: 14, language: 'de' })
    expect(readWill("I'm 17")).toMatchObject({ age: 17 })
    expect(readWill('Ich bin 18').kind).toBe('none')
    expect(readWill('soy menor')).toEqual({ kind: 'age_hint', age: null, language: 'es' })
  })

  it('a new owner of the number says so, clearly', () => {
    expect(misread(WRONG_PERSON_LINES.clear, (will) => will.kind === 'wrong_person')).toEqual([])
    expect(misread(WRONG_PERSON_LINES.none, (will) => will.kind === 'none')).toEqual([])
  })

  it.each([...WISHES.info, ...WISHES.settings, ...AGE_LINES.young, ...WRONG_PERSON_LINES.clear])(
    'C-28: a stop is never turned into something else: STOP. %s',
    (line) => {
      expect(['stop', 'unclear_stop', 'wrong_person', 'age_hint']).toContain(readWill(`STOP. ${line}`).kind)
    },
  )
})

describe('the language of the reply', () => {
  it.each([
    ['abmelden', 'de'],
    ['unsubscribe', 'en'],
    ['désabonner', 'fr'],
    ['disiscrivimi', 'it'],
    ['baja', 'es'],
    ['afmelden', 'nl'],
    ['stop bitte', 'de'],
    ['stop please', 'en'],
    ['stop svp', 'fr'],
    ['Bitte keine Werbung mehr', 'de'],
    ['no quiero más mensajes', 'es'],
    ['geen berichten meer', 'nl'],
    ['STOP', undefined],
    ['sair', undefined],
    ['não quero mais mensagens', undefined],
  ])('%s → %s', (line, language) => {
    expect(readWill(line)).toMatchObject({ kind: 'stop', language })
  })
})

describe("a business's own words", () => {
  const options = { extraStopWords: ['Tschüss', '  ', '🛑', 'bin raus hier'] }

  it('join the built-in ones, folded alike', () => {
    expect(readWill('TSCHUSS!!', options)).toMatchObject({ kind: 'stop', tier: 'K1' })
    expect(readWill('tschüss, danke', options)).toMatchObject({ kind: 'stop', tier: 'K2' })
    expect(readWill('Bin raus hier 👋', options)).toMatchObject({ kind: 'stop', tier: 'K1' })
    expect(readWill('Tschüss bis morgen im Laden', options).kind).toBe('unclear_stop')
    expect(readWill('Tschüss').kind).toBe('none')
  })

  it('never take one away', () => {
    for (const word of builtIn('stop', 'list', 'weak', 'alone')) {
      expect(readWill(word, options), word).toMatchObject({ kind: 'stop', tier: 'K1' })
    }
  })
})

describe('quoted lines', () => {
  it("are somebody else's words", () => {
    expect(readWill('> Abmelden mit STOP\nSuper Angebot, danke!').kind).toBe('none')
    expect(readWill('> Neue Angebote\nstop').kind).toBe('stop')
  })

  it('and addresses are not read', () => {
    expect(readWill('https://shop.example/stop').kind).toBe('none')
    expect(readWill('meine Mail ist stop@example.com').kind).toBe('none')
  })

  it('nor is a long pasted text taken at its word', () => {
    const pasted = `${'wir freuen uns auf den Sommer und die Sonne '.repeat(10)}. Bitte keine Werbung mehr`
    expect(readWill(pasted).kind).toBe('unclear_stop')
  })
})

describe('slips', () => {
  it('one letter or two neighbours', () => {
    expect(isOneSlipAway('abmeden', 'abmelden')).toBe(true)
    expect(isOneSlipAway('abmellden', 'abmelden')).toBe(true)
    expect(isOneSlipAway('abmalden', 'abmelden')).toBe(true)
    expect(isOneSlipAway('abmleden', 'abmelden')).toBe(true)
    expect(isOneSlipAway('abmelden', 'abmelden')).toBe(true)
    expect(isOneSlipAway('abmldn', 'abmelden')).toBe(false)
    expect(isOneSlipAway('ummelden', 'abmelden')).toBe(false)
  })

  it('never reach an ordinary word', () => {
    expect(misread([...NEVER_A_TYPO], (will) => will.kind !== 'stop')).toEqual([])
  })
})

const KINDS = [
  'stop',
  'unclear_stop',
  'yes',
  'no',
  'start',
  'info',
  'access',
  'settings',
  'age_hint',
  'wrong_person',
  'none',
]
const PICTURES = ['🛑', '😡', '🙏', '👋🏽', '❤️', '👨‍👩‍👧']
const MARKS = [
  '!',
  '!!!',
  '.',
  '…',
  ',',
  '?',
  '*',
  '_',
  '~',
  '"',
  '“',
  ' ',
  '  ',
  '\n',
  '\u200b',
  '\u00a0',
  '-',
  ')',
]
const decoration = fc
  .array(fc.constantFrom(...PICTURES, ...MARKS), { maxLength: 6 })
  .map((pieces) => pieces.join(''))

const inAnyCase = (word: string) =>
  fc
    .array(fc.boolean(), { minLength: word.length, maxLength: word.length })
    .map((upper) => [...word].map((letter, at) => (upper[at] ? letter.toUpperCase() : letter)).join(''))

describe('for any message', () => {
  it('a stop word in any case, with any emoji and punctuation around it, stops', () => {
    const word = fc.constantFrom(...builtIn('stop', 'list', 'weak', 'alone')).chain(inAnyCase)
    fc.assert(
      fc.property(decoration, word, decoration, (before, stop, after) => {
        expect(readWill(before + stop + after)).toMatchObject({ kind: 'stop', tier: 'K1' })
      }),
      { numRuns: 2000 },
    )
  })

  it('a stop word anywhere in an ordinary sentence is never overlooked, and never stops on its own', () => {
    const sentences = [
      'Ich komme am Samstag mit meiner Schwester in euren Laden und schaue mir die Schuhe an',
      'Do you have the blue jacket from the window in size medium and what does it cost',
      'Bonjour est ce que vous avez encore la robe rouge en taille quarante deux dans la boutique',
      'Buongiorno volevo sapere se avete ancora la giacca verde della vetrina in taglia media',
      'Hola queria saber si todavia teneis el vestido rojo del escaparate en la talla cuarenta',
      'Hallo hebben jullie de groene jas uit de etalage ook in maat veertig en wat kost die',
    ].map((sentence) => sentence.split(' '))
    fc.assert(
      fc.property(
        fc.constantFrom(...sentences),
        fc.constantFrom(...builtIn('stop', 'list')),
        fc.nat(),
        (words, stop, place) => {
          const at = place % (words.length + 1)
          expect(readWill([...words.slice(0, at), stop, ...words.slice(at)].join(' ')).kind).toBe(
            'unclear_stop',
          )
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('a negation right before a stop word never stops', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NEGATORS),
        fc.constantFrom(...builtIn('stop', 'list', 'weak')),
        decoration,
        (not, stop, after) => {
          expect(readWill(`${not} ${stop}${after}`).kind).not.toBe('stop')
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('nothing is thrown, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(KINDS).toContain(readWill(text).kind)
      }),
      { numRuns: 2000 },
    )
    expect(readWill('\ud800 \udfff').kind).toBe('none')
    expect(readWill('').kind).toBe('none')
  })

  it('the longest message is read at once, even a hostile one', () => {
    for (const piece of [
      'ich möchte bitte ',
      'keine werbung und ',
      'stop sending me all ',
      's t o ',
      'no quiero más ',
      'a',
    ]) {
      const text = piece.repeat(Math.ceil(4096 / piece.length))
      const start = performance.now()
      readWill(text)
      expect(performance.now() - start, piece).toBeLessThan(10_000)
    }
  })
})
