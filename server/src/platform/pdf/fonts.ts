import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

// Noto Sans comes in files by script. Latin first: most text needs no other file.
const SCRIPTS = [
  'latin',
  'latin-ext',
  'greek',
  'cyrillic',
  'vietnamese',
  'greek-ext',
  'cyrillic-ext',
  'devanagari',
] as const

export type Script = (typeof SCRIPTS)[number]
export type Weight = 'regular' | 'bold'

/** Text that one font file can draw. */
export type Piece = { readonly text: string; readonly script: Script }

const require = createRequire(import.meta.url)
const FOLDER = dirname(require.resolve('@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff'))
const RANGES = readRanges()

/** Where the font file of a script lies. */
export function fontFile(script: Script, weight: Weight): string {
  return join(FOLDER, `noto-sans-${script}-${weight === 'bold' ? 600 : 400}-normal.woff`)
}

/** True when one of the fonts has this character. */
export function isDrawable(character: string): boolean {
  return scriptOf(character) !== undefined
}

/** Cuts text where another font file is needed; blanks and digits stay with what stands before them. */
export function splitByFont(text: string): Piece[] {
  const pieces: { text: string; script: Script }[] = []
  for (const character of text) {
    const last = pieces.at(-1)
    if (last && covers(last.script, character)) last.text += character
    else pieces.push({ text: character, script: scriptOf(character) ?? 'latin' })
  }
  return pieces
}

function scriptOf(character: string): Script | undefined {
  return SCRIPTS.find((script) => covers(script, character))
}

function covers(script: Script, character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return RANGES[script].some(([from, to]) => from <= code && code <= to)
}

type Ranges = { readonly [S in Script]: readonly (readonly [number, number])[] }

/** What each file covers, as the package itself says: `U+0000-00FF,U+0131`. */
function readRanges(): Ranges {
  const written: unknown = JSON.parse(readFileSync(join(FOLDER, '..', 'unicode.json'), 'utf8'))
  const byScript = new Map(Object.entries(typeof written === 'object' && written !== null ? written : {}))
  const rangesOf = (script: Script) =>
    String(byScript.get(script) ?? '')
      .split(',')
      .map((range): [number, number] => {
        const [from = '', to = from] = range.replace('U+', '').split('-')
        return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
      })
  return {
    latin: rangesOf('latin'),
    'latin-ext': rangesOf('latin-ext'),
    greek: rangesOf('greek'),
    cyrillic: rangesOf('cyrillic'),
    vietnamese: rangesOf('vietnamese'),
    'greek-ext': rangesOf('greek-ext'),
    'cyrillic-ext': rangesOf('cyrillic-ext'),
    devanagari: rangesOf('devanagari'),
  }
}
