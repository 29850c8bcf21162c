import { defineConfig } from 'vitest/config'

/**
 * A worker keeps its modules from file to file: most of a file's time was loading the application and warming up PGlite again. Nothing in
 * the application is kept outside a runtime, and no test may replace a module (`vi.mock`) or change a global without putting it back.
 */
const base = {
  environment: 'node',
  pool: 'forks',
  isolate: false,
  // One worker for each processor; left alone, Vitest keeps one back, which on two is half of the machine.
  maxWorkers: '100%',
  testTimeout: 30_000,
  hookTimeout: 60_000,
} as const

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...base,
          name: 'pure',
          include: ['{ledger,server,simulator,scripts,admin,widget,bench}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts', '**/*.browser.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          ...base,
          name: 'pglite',
          include: ['server/**/*.db.test.ts'],
          globalSetup: 'server/src/testing/setup-pglite.ts',
        },
      },
      {
        test: {
          ...base,
          name: 'postgres',
          include: ['server/**/*.db.test.ts'],
          globalSetup: 'server/src/testing/setup-postgres.ts',
        },
      },
      {
        test: {
          ...base,
          name: 'browser',
          // One at a time, and after everything else: a browser that waits for its turn looks like a page that is slow.
          isolate: true,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          include: ['{widget,e2e}/**/*.browser.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
