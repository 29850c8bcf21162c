import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { audit as de } from '../admin/src/pages/settings/words-connect.de.ts'
import { audit as en } from '../admin/src/pages/settings/words-connect.en.ts'

/** Every `action: 'entity.verb'` that the server writes into the audit log. */
function auditActions(): string[] {
  const files = readdirSync('server/src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('testing'))
    .map((file) => readFileSync(join('server/src', file), 'utf8'))
  const lines = files.flatMap((text) => text.match(/\baction: [^\n]+/g) ?? [])
  return [
    ...new Set(
      lines.flatMap((line) => [...line.matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map(([, name]) => name ?? '')),
    ),
  ].sort()
}

it('the audit log has words for everything that the server writes into it', () => {
  const actions = auditActions()
  expect(actions.length).toBeGreaterThan(80)
  for (const words of [de.actions, en.actions])
    expect(actions.filter((action) => !Object.hasOwn(words, action.replace('.', '__')))).toEqual([])
})
