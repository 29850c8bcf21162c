import { defineConfig } from 'vitest/config'

const base = { environment: 'node', pool: 'forks', testTimeout: 30_000, hookTimeout: 60_000 } as const

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
          include: ['{widget,e2e}/**/*.browser.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
