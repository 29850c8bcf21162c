import { globSync, readFileSync } from 'node:fs'

const TESTS = globSync('{server,ledger,simulator,widget,bench,e2e,scripts}/**/*.test.ts', {
  exclude: ['**/node_modules/**'],
})
const REPLACES = /\bvi\.(?:mock|doMock|stubGlobal)\(/

/** Test files of one worker share their modules, so a test that replaces one changes it for those that come after it. @returns complaints */
export function checkMocks(): string[] {
  if (TESTS.length < 150) return [`Only ${TESTS.length} test files were found: has a folder moved?`]
  return TESTS.filter((file) => REPLACES.test(readFileSync(file, 'utf8'))).map(
    (file) =>
      `${file} replaces a module or a global for all files after it: pass what the test needs as an argument.`,
  )
}
