import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript'

/** Statements that lock or write and compare months row by row all the same, and why they may. */
const ALLOWED: Record<string, string> = {
  'server/src/intake/store.ts takePerson':
    'what it locks is only ever inserted and deleted: nothing is there to be looked at again',
}

/** The month of one table beside that of another: the partition is chosen row by row while the statement runs. */
const ROW_BY_ROW =
  /\bmonth"?\s*=\s*"?[a-z_]+"?\."?month\b|\bmonth\s*=\s*any\s*\(\s*(?:array\s*\()?\s*select\b/i
const LOCKS_OR_WRITES = /\bfor\s+(?:no\s+key\s+|key\s+)?(?:update|share)\b|\b(?:update|delete\s+from)\s+\w+/i

/**
 * No statement that locks or writes rows chooses partitions row by row: there PostgreSQL 18.0 to 18.4 crashes after it has
 * looked again at a row that somebody changed meanwhile (dispatch's README, "Locks and months").
 */
export function checkMonths(): string[] {
  const all: string[] = []
  const needed = new Set<string>()
  for (const file of globSync('server/src/**/*.ts')) {
    if (/\.test\.ts$|\/testing\/|\.gen\.ts$/.test(file)) continue
    const { complaints, used } = complaintsAbout(file, readFileSync(file, 'utf8'), ALLOWED)
    all.push(...complaints)
    for (const key of used) needed.add(key)
  }
  for (const key of Object.keys(ALLOWED))
    if (!needed.has(key)) all.push(`scripts/check-months.ts: "${key}" is not needed any more.`)
  return all
}

/** What is wrong in one file, and which exceptions it made use of. */
export function complaintsAbout(
  file: string,
  content: string,
  allowed: Record<string, string>,
): { complaints: string[]; used: string[] } {
  const complaints: string[] = []
  const used: string[] = []
  const source = ts.createSourceFile(file, content, ts.ScriptTarget.Latest, true)
  const visit = (node: ts.Node, within: string) => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText().startsWith('sql')) {
      // With the fragments in it: they are part of the same statement.
      const text = node.template.getText()
      if (!ROW_BY_ROW.test(text) || !LOCKS_OR_WRITES.test(text)) return
      const key = `${file} ${within}`
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
      if (allowed[key]) used.push(key)
      else
        complaints.push(
          `${file}:${line} locks or writes and compares months row by row, which crashes PostgreSQL 18.0 to 18.4: name the months before the statement (month = any(\${months}), see queuedMonths), or say in scripts/check-months.ts why it may.`,
        )
      return
    }
    const name = ts.isFunctionDeclaration(node) ? node.name?.text : undefined
    ts.forEachChild(node, (child) => visit(child, name ?? within))
  }
  visit(source, '')
  return { complaints, used }
}
