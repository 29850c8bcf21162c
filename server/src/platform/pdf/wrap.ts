const GOOD_BREAK = /[/\-_.?&=:,@]/

/**
 * Breaks text into lines that are at most `width` wide; line breaks in the text stay. A word longer than a line is cut,
 * after a sign where there is one near the end (addresses), else anywhere (hashes).
 *
 * @param measure the width of a text in the unit of `width`; widths of words add up
 */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, width, measure))
}

function wrapParagraph(paragraph: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const word of paragraph.match(/[^ ]+ *| +/g) ?? []) {
    const bare = measure(withoutBlanks(word))
    if (line !== '' && used + bare > width) {
      lines.push(withoutBlanks(line))
      line = ''
      used = 0
    }
    if (bare > width) {
      const parts = cut(word, width, measure)
      line = parts.pop() ?? ''
      lines.push(...parts)
      used = measure(line)
    } else {
      line += word
      used += measure(word)
    }
  }
  return [...lines, withoutBlanks(line)]
}

function withoutBlanks(text: string): string {
  return text.replace(/ +$/, '')
}

function cut(word: string, width: number, measure: (text: string) => number): string[] {
  const parts: string[] = []
  let part = ''
  let used = 0
  for (const character of word) {
    const wide = measure(character)
    if (part !== '' && used + wide > width && character !== ' ') {
      const good = lastGoodBreak(part)
      parts.push(part.slice(0, good))
      part = part.slice(good)
      used = measure(part)
    }
    part += character
    used += wide
  }
  return [...parts, part]
}

/** Where to cut: behind the last sign within the last third, else at the end. */
function lastGoodBreak(part: string): number {
  for (let at = part.length; at > (part.length * 2) / 3; at--) {
    if (GOOD_BREAK.test(part.charAt(at - 1))) return at
  }
  return part.length
}
