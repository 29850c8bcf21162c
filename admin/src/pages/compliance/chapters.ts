import type { MatrixRule } from '../../api/entities.ts'

export type Chapter = 'consent' | 'withdrawal' | 'people' | 'whatsapp'

/** The last number of each chapter, in order. */
const CHAPTERS: readonly [Chapter, number][] = [
  ['consent', 23],
  ['withdrawal', 36],
  ['people', 59],
  ['whatsapp', 99],
]

/** The rules that match all words of `search`, by chapter; chapters without any are left out. */
export function chaptersOf(rules: readonly MatrixRule[], search: string): [Chapter, MatrixRule[]][] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const matching = rules.filter((rule) => {
    const text = [rule.id, rule.title, rule.basis, ...rule.sources, ...rule.tests.map(({ title }) => title)]
      .join(' ')
      .toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const byChapter = Map.groupBy(matching, ({ id }) => {
    const number = Number(id.slice(2))
    return CHAPTERS.find(([, last]) => number <= last)?.[0] ?? 'whatsapp'
  })
  return CHAPTERS.flatMap(([chapter]) => {
    const found = byChapter.get(chapter)
    return found ? [[chapter, found] as [Chapter, MatrixRule[]]] : []
  })
}
