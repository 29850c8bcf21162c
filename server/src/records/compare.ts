import { z } from 'zod'
import type { RecordSection } from './processing-view.ts'

export const RecordChange = z.object({
  section: z.string(),
  /** First cell of the row. */
  row: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  before: z.array(z.string()).nullable(),
  after: z.array(z.string()).nullable(),
})
export type RecordChange = z.infer<typeof RecordChange>

/** What changed between two versions, row by row; rows are known by their first cell. */
export function compareSections(
  before: readonly RecordSection[],
  after: readonly RecordSection[],
): RecordChange[] {
  const keys = [...new Set([...before, ...after].map((section) => section.key))]
  return keys.flatMap((key) => {
    const old = before.find((section) => section.key === key)
    const now = after.find((section) => section.key === key)
    return compareRows(now?.title ?? old?.title ?? key, rowsByName(old), rowsByName(now))
  })
}

type Rows = Map<string, string[]>

/** Two rows of one name are told apart by their place among their namesakes. */
function rowsByName(section: RecordSection | undefined): Rows {
  const rows: Rows = new Map()
  for (const row of section?.rows ?? []) {
    const name = row[0] ?? ''
    let key = name
    for (let again = 2; rows.has(key); again++) key = `${name} (${again})`
    rows.set(key, row)
  }
  return rows
}

function compareRows(section: string, before: Rows, after: Rows): RecordChange[] {
  const changes: RecordChange[] = []
  for (const [row, cells] of before) {
    const now = after.get(row)
    if (!now) changes.push({ section, row, kind: 'removed', before: cells, after: null })
    else if (JSON.stringify(now) !== JSON.stringify(cells))
      changes.push({ section, row, kind: 'changed', before: cells, after: now })
  }
  for (const [row, cells] of after) {
    if (!before.has(row)) changes.push({ section, row, kind: 'added', before: null, after: cells })
  }
  return changes
}
