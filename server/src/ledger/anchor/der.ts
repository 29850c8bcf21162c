/**
 * True when the bytes are one value in DER as far as tags and lengths go: each has its only spelling, and what lies inside a value
 * fills it exactly. The ASN.1 parser forgives deviations, so that bytes nobody signed could change unnoticed.
 */
export function isDer(bytes: Uint8Array): boolean {
  return endOfValue(bytes, 0, bytes.length) === bytes.length
}

/** SEQUENCE and SET; every other universal type is written whole. */
const HOLDS_OTHERS = [0x10, 0x11]

/** Where the value at `at` ends; undefined when it is not well-formed or goes beyond `limit`. */
function endOfValue(bytes: Uint8Array, at: number, limit: number): number | undefined {
  const tag = bytes[at]
  const content = contentOf(bytes, at + 1, limit)
  // Tags above 30 take more bytes and occur nowhere in certificates or tokens.
  if (tag === undefined || (tag & 0x1f) === 0x1f || !content) return undefined
  const constructed = (tag & 0x20) !== 0
  const universal = (tag & 0xc0) === 0
  if (universal && constructed !== HOLDS_OTHERS.includes(tag & 0x1f)) return undefined
  for (let inside = content.from; constructed && inside < content.to; ) {
    const next = endOfValue(bytes, inside, content.to)
    if (next === undefined) return undefined
    inside = next
  }
  return content.to
}

/** Reads the length at `at`. */
function contentOf(bytes: Uint8Array, at: number, limit: number): { from: number; to: number } | undefined {
  const first = bytes[at] ?? 0xff
  const more = first < 0x80 ? 0 : first & 0x7f
  if (first === 0x80 || more > 3) return undefined
  let length = more === 0 ? first : 0
  for (const byte of bytes.subarray(at + 1, at + 1 + more)) length = length * 256 + byte
  const shortest = more === 0 || length >= (more === 1 ? 0x80 : 256 ** (more - 1))
  const from = at + 1 + more
  return shortest && from + length <= limit ? { from, to: from + length } : undefined
}
