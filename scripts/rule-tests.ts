import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript'

/** A place in the repository: a file, and for tests the title as it is run. */
export interface RuleTest {
  file: string
  title: string
}

const ID = /\bC-\d{2}\b/g
const TESTS = '{server,ledger,widget,simulator,admin,e2e,scripts}/**/*.test.ts'
const SOURCES = ['{server,ledger,widget,admin}/src/**/*.{ts,tsx}', 'server/migrations/*.sql']
const NOT_SOURCES = /\.test\.tsx?$|\.gen\.ts$|\/testing\/|^server\/src\/compliance\//
const skipped = (path: string) => /node_modules|dist/.test(path)

/** Tests by the rule whose id stands in their title. Those that do not run (`skip`, `todo`) do not count. */
export function testsByRule(): Map<string, RuleTest[]> {
  const found = new Map<string, RuleTest[]>()
  for (const file of globSync(TESTS, { exclude: skipped }).sort()) {
    for (const title of titlesIn(file, readFileSync(file, 'utf8')))
      for (const id of new Set(title.match(ID))) add(found, id, { file, title })
  }
  return found
}

/** Files that name a rule in a comment. */
export function sourcesByRule(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const file of globSync(SOURCES, { exclude: skipped }).sort()) {
    if (NOT_SOURCES.test(file)) continue
    for (const id of new Set(readFileSync(file, 'utf8').match(ID))) add(found, id, file)
  }
  return found
}

/** Titles of the tests of a file that run, as they are written. */
export function titlesIn(file: string, text: string): string[] {
  const titles: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const callee = node.expression.getText(source)
      if (/^(it|test|describe)\b/.test(callee)) {
        if (/\.(skip|todo)\b/.test(callee)) return
        const [title] = node.arguments
        if (title && (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title)))
          titles.push(ts.isStringLiteralLike(title) ? title.text : title.getText(source).slice(1, -1))
      }
    }
    ts.forEachChild(node, visit)
  }
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest)
  visit(source)
  return titles
}

function add<T>(map: Map<string, T[]>, id: string, value: T): void {
  const list = map.get(id)
  if (list) list.push(value)
  else map.set(id, [value])
}
