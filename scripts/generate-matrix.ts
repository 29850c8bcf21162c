import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { RULES } from '../server/src/compliance/rules.ts'
import { type RuleTest, sourcesByRule, testsByRule } from './rule-tests.ts'

const DOCUMENT = 'docs/privacy/matrix.md'
const DATA = 'server/src/compliance/matrix.gen.ts'

/**
 * The compliance matrix: for every rule where it is kept and which tests show it, for readers of the repository and for
 * the page in the app. @returns a complaint when `check` is set and the files are out of date
 */
export async function generateMatrix(check: boolean): Promise<string | undefined> {
  const tests = testsByRule()
  const sources = sourcesByRule()
  const texts: [string, string][] = [
    [DOCUMENT, asDocument(tests, sources)],
    [DATA, asData(tests, sources)],
  ]
  const stale = texts.filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text)
  if (check)
    return stale.length > 0
      ? `${stale.map(([path]) => path).join(' and ')} out of date: run "npm run generate".`
      : undefined
  for (const [path, text] of stale) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
}

function asDocument(tests: Map<string, RuleTest[]>, sources: Map<string, string[]>): string {
  const rows = RULES.map((rule) => {
    const shown = (tests.get(rule.id) ?? []).map(({ file, title }) => `${link(file)}: ${cell(title)}`)
    const where = (sources.get(rule.id) ?? []).map(link)
    const kept = rule.notHere ? `_${cell(rule.notHere.en)}_` : where.join('<br>')
    return `| ${rule.id} | ${cell(rule.title.en)}<br><small>${cell(rule.basis)}</small> | ${kept} | ${shown.join('<br>')} |`
  })
  return [
    '# Compliance matrix',
    '',
    'Every rule that Jawort keeps, where it is kept, and the tests that show it; written by `npm run generate` from the code.',
    '`npm run verify` fails when a rule has no test. Engineering rules, not legal advice.',
    '',
    '| Rule | What it says, and its basis | Kept in | Shown by |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

function asData(tests: Map<string, RuleTest[]>, sources: Map<string, string[]>): string {
  const places = Object.fromEntries(
    RULES.map(({ id }) => [id, { sources: sources.get(id) ?? [], tests: tests.get(id) ?? [] }]),
  )
  return [
    '// Written by "npm run generate"; do not edit.',
    '',
    '/** Where each rule is kept and which tests show it. */',
    'export const PLACES: Record<string, { sources: readonly string[]; tests: readonly { file: string; title: string }[] }> =',
    `  ${JSON.stringify(places, null, 2)}`,
    '',
  ].join('\n')
}

function link(file: string): string {
  return `[${file.replace(/^server\/src\//, '')}](../../${file})`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;')
}
