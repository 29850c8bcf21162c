import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { buildPage, PAGE } from './build-page.ts'

it('C-15: the page that is checked in was built from these sources: else run `node ledger/build-page.ts`', async () => {
  expect(readFileSync(PAGE, 'utf8') === (await buildPage())).toBe(true)
})

it('C-15: the page names no address and may reach none', async () => {
  const page = readFileSync(PAGE, 'utf8')
  expect(page).toContain(`content="default-src 'none'; script-src 'sha256-`)
  expect(page).not.toMatch(/https?:\/\/|\bsrc=|\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|\bimport\(/)
})
