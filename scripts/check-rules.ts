import { RULES } from '../server/src/compliance/rules.ts'
import { testsByRule } from './rule-tests.ts'

/** Every rule has a test that names it, and tests name rules that exist. */
export function checkRules(): string[] {
  const tests = testsByRule()
  const known = new Set<string>(RULES.map(({ id }) => id))
  const untested = RULES.filter(({ id, notHere }) => !notHere && !tests.has(id)).map(
    ({ id, title }) =>
      `${id} has no test ("${title.en}"): put the id into the title of a test that shows it.`,
  )
  const unknown = [...tests].flatMap(([id, found]) =>
    known.has(id) ? [] : found.map(({ file, title }) => `${file}: "${title}" names ${id}, which is no rule.`),
  )
  return [...untested, ...unknown]
}
