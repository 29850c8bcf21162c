export interface DiffPart {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** Words with the space that follows them, so that joining the parts gives the text back. */
const wordsOf = (text: string) => text.match(/\S+\s*/g) ?? []

/**
 * What changed between two texts, word by word: the longest common run of words stays, the rest was removed or added.
 * Neighbouring words of one kind come as one part.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  const old = wordsOf(before)
  const fresh = wordsOf(after)
  const same = (i: number, j: number) => old[i]?.trimEnd() === fresh[j]?.trimEnd()
  // common[i][j]: words in common from old[i] and fresh[j] on.
  const common = Array.from({ length: old.length + 1 }, () => new Array<number>(fresh.length + 1).fill(0))
  const at = (i: number, j: number) => common[i]?.[j] ?? 0
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--) {
      const row = common[i]
      if (row) row[j] = same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  const parts: DiffPart[] = []
  const add = (kind: DiffPart['kind'], text: string) => {
    const last = parts.at(-1)
    if (last?.kind === kind) last.text += text
    else parts.push({ kind, text })
  }
  let i = 0
  let j = 0
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && same(i, j)) {
      add('same', fresh[j] ?? '')
      i++
      j++
    } else if (j >= fresh.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) {
      add('removed', old[i] ?? '')
      i++
    } else {
      add('added', fresh[j] ?? '')
      j++
    }
  }
  return parts
}
