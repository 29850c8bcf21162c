// What no font of ours can draw is written out, so that nothing a person wrote disappears from paper.

const PICTURES = new Map([
  ['👍', 'thumbs up'],
  ['👎', 'thumbs down'],
  ['👌', 'OK hand'],
  ['👋', 'waving hand'],
  ['👏', 'clapping hands'],
  ['🙏', 'folded hands'],
  ['💪', 'flexed biceps'],
  ['✌', 'victory hand'],
  ['🙌', 'raised hands'],
  ['❤', 'red heart'],
  ['💚', 'green heart'],
  ['💙', 'blue heart'],
  ['💛', 'yellow heart'],
  ['🧡', 'orange heart'],
  ['💜', 'purple heart'],
  ['🖤', 'black heart'],
  ['💔', 'broken heart'],
  ['😀', 'grinning face'],
  ['😁', 'beaming face'],
  ['😂', 'tears of joy'],
  ['🤣', 'rolling on the floor laughing'],
  ['😃', 'grinning face'],
  ['😄', 'grinning face'],
  ['😅', 'grinning face with sweat'],
  ['😉', 'winking face'],
  ['😊', 'smiling face'],
  ['🙂', 'slightly smiling face'],
  ['☺', 'smiling face'],
  ['😍', 'heart eyes'],
  ['🥰', 'smiling face with hearts'],
  ['😘', 'kiss'],
  ['😎', 'sunglasses'],
  ['🤔', 'thinking face'],
  ['🙄', 'rolling eyes'],
  ['😢', 'crying face'],
  ['😭', 'loudly crying face'],
  ['😡', 'angry face'],
  ['😠', 'angry face'],
  ['😱', 'screaming face'],
  ['🎉', 'party popper'],
  ['🎁', 'gift'],
  ['✨', 'sparkles'],
  ['🔥', 'fire'],
  ['⭐', 'star'],
  ['🚀', 'rocket'],
  ['📦', 'package'],
  ['🛑', 'stop sign'],
  ['⛔', 'no entry'],
  ['🚫', 'prohibited'],
  ['❌', 'cross mark'],
  ['❗', 'exclamation mark'],
  ['❓', 'question mark'],
  ['⚠', 'warning'],
  ['✅', 'check mark'],
  ['✔', 'check mark'],
  ['✓', 'check mark'],
  ['✗', 'cross mark'],
  ['☎', 'telephone'],
  ['📱', 'mobile phone'],
  ['📷', 'camera'],
  ['🎤', 'microphone'],
  ['🔔', 'bell'],
  ['🔕', 'bell with slash'],
])

const PLAIN = new Map([
  ['→', '->'],
  ['←', '<-'],
  ['↔', '<->'],
  ['⇒', '=>'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ['≈', '~'],
])

// Blanks of every width, then what is invisible: joiners, direction marks, variation selectors, skin tones, keycaps.
const BLANK = /[\t\u2000-\u200a\u3000]/g
const INVISIBLE =
  /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]|[\u{1f3fb}-\u{1f3ff}]|\u20e3|[\ufe00-\ufe0f]/gu
const CONTROL = /[^\P{Cc}\n]/gu
const FLAG = /([\u{1f1e6}-\u{1f1ff}])([\u{1f1e6}-\u{1f1ff}])/gu

/**
 * Text as it can be printed: `isDrawable` characters stay, flags and well-known emoji become words in brackets
 * (`[thumbs up]`), everything else its code points (`[U+5F20 U+4E09]`). Line breaks stay, invisible characters go.
 */
export function readable(text: string, isDrawable: (character: string) => boolean): string {
  const plain = text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(BLANK, ' ')
    .replaceAll(INVISIBLE, '')
    .replaceAll(CONTROL, '')
    .replaceAll(FLAG, (_, first: string, second: string) => `[flag ${letter(first)}${letter(second)}]`)
  return drawable(plain, isDrawable)
}

function drawable(text: string, isDrawable: (character: string) => boolean): string {
  let out = ''
  let unknown: string[] = []
  for (const character of text) {
    const written = character === '\n' || isDrawable(character) ? character : substitute(character)
    if (written === undefined) {
      unknown.push(codePoint(character))
      continue
    }
    out += inBrackets(unknown) + written
    unknown = []
  }
  return out + inBrackets(unknown)
}

function substitute(character: string): string | undefined {
  const picture = PICTURES.get(character)
  return picture === undefined ? PLAIN.get(character) : `[${picture}]`
}

function inBrackets(unknown: readonly string[]): string {
  return unknown.length === 0 ? '' : `[${unknown.join(' ')}]`
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** The letter of a regional indicator: 🇩 is D. */
function letter(indicator: string): string {
  return String.fromCharCode((indicator.codePointAt(0) ?? 0) - 0x1f1e6 + 65)
}
