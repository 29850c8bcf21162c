const hues = 8

/** One of eight colours, always the same for the same id. */
export function avatarHue(id: string): number {
  let sum = 7
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 65521
  return sum % hues
}

/** First letters of the first and the last word: "Anna Maria Berg" gives "AB". */
export function initials(name: string): string {
  const words = name.split(/[\s&+-]+/).filter((word) => /\p{L}|\p{N}/u.test(word))
  const picked = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  const letters = picked.map((word) => word?.match(/[\p{L}\p{N}]/u)?.[0] ?? '').join('')
  return letters.toLocaleUpperCase('de') || '?'
}
