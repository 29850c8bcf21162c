/** A piece of a message's text, after the messenger's marks were read. */
export type TextNode =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'mono'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; children: TextNode[] }

const marks: Record<string, 'bold' | 'italic' | 'strike'> = { '*': 'bold', _: 'italic', '~': 'strike' }
const linkPattern = /(?:https?:\/\/|www\.|wa\.me\/)[^\s<>]*[^\s<>.,;:!?)\]}'"*_~]/iy
const wordCharacter = /[\p{L}\p{N}]/u

/** The mark's closing position on the same line, or -1: text must touch both marks, words must end after it. */
function closing(text: string, mark: string, open: number): number {
  const first = text[open + 1]
  if (first === undefined || /\s/.test(first) || first === mark) return -1
  if (wordCharacter.test(text[open - 1] ?? '')) return -1
  for (let at = open + 2; at < text.length; at += 1) {
    const char = text[at] ?? ''
    if (char === '\n') return -1
    if (char !== mark || /\s/.test(text[at - 1] ?? '')) continue
    if (!wordCharacter.test(text[at + 1] ?? '')) return at
  }
  return -1
}

function linkAt(text: string, at: number): string | undefined {
  if (wordCharacter.test(text[at - 1] ?? '')) return undefined
  linkPattern.lastIndex = at
  return linkPattern.exec(text)?.[0]
}

/** Reads *bold*, _italic_, ~strike~, `mono` and links out of a message's text; marks may be nested. */
export function parseText(text: string): TextNode[] {
  const nodes: TextNode[] = []
  let plain = ''
  const flush = () => {
    if (plain) nodes.push({ kind: 'text', text: plain })
    plain = ''
  }

  let at = 0
  while (at < text.length) {
    const char = text[at] ?? ''
    const link = linkAt(text, at)
    if (link) {
      flush()
      nodes.push({ kind: 'link', text: link, href: /^https?:/i.test(link) ? link : `https://${link}` })
      at += link.length
      continue
    }
    if (char === '`') {
      const fence = text.startsWith('```', at) ? '```' : '`'
      const end = text.indexOf(fence, at + fence.length)
      if (end > at + fence.length) {
        flush()
        nodes.push({ kind: 'mono', text: text.slice(at + fence.length, end) })
        at = end + fence.length
        continue
      }
    }
    const kind = marks[char]
    const end = kind ? closing(text, char, at) : -1
    if (kind && end > 0) {
      flush()
      nodes.push({ kind, children: parseText(text.slice(at + 1, end)) })
      at = end + 1
      continue
    }
    plain += char
    at += 1
  }
  flush()
  return nodes
}

/** The same text without its marks, on one line, for previews. */
export function plainText(text: string): string {
  const flat = (nodes: TextNode[]): string =>
    nodes.map((node) => ('children' in node ? flat(node.children) : node.text)).join('')
  return flat(parseText(text)).replace(/\s+/g, ' ').trim()
}
