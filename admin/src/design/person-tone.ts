const personTones = ['good', 'info', 'plan', 'warn', 'quiet'] as const

/** Always the same tone for the same id. */
export function toneOfId(id: string): (typeof personTones)[number] {
  let sum = 0
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return personTones[sum % personTones.length] ?? 'quiet'
}
