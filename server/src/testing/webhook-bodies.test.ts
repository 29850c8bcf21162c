import fc from 'fast-check'
import { expect, it } from 'vitest'
import { newId } from '../platform/index.ts'
import { addShare, largeWebhooks, NO_SHARES, webhooks } from './webhook-bodies.ts'
import type { Target } from './webhook-target.ts'

const TARGET: Target = {
  phoneNumberId: '106540352242922',
  wabaId: '102290129340398',
  displayPhoneNumber: '+49 30 123456',
  appSecret: 'secret',
  phones: ['4915112345601', '4915112345602'],
  messageIds: [newId()],
  templateId: '1689556908123',
  now: new Date('2026-11-18T11:00:00Z'),
}

it('makes bodies most of which get beyond the signature and deep into the application', () => {
  const sample = fc.sample(webhooks(TARGET), { seed: 1, numRuns: 2_000 })
  const { bodies, signed, parsed, withUpdates, updates, readable } = sample.reduce(addShare, NO_SHARES)
  expect(signed / bodies).toBeGreaterThan(2 / 3)
  expect(signed / bodies).toBeLessThan(0.9)
  expect(parsed / signed).toBeGreaterThan(0.85)
  expect(parsed / signed).toBeLessThan(1)
  expect(withUpdates / signed).toBeGreaterThan(0.8)
  expect(readable / updates).toBeGreaterThan(0.75)
  expect(readable / updates).toBeLessThan(0.99)
})

it('makes bodies as large as Meta’s largest', { timeout: 120_000 }, () => {
  const sample = fc.sample(largeWebhooks(TARGET), { seed: 1, numRuns: 12 })
  for (const { payload } of sample) expect(payload.length).toBeLessThan(4 * 1024 * 1024)
  const large = sample.filter(({ payload }) => payload.length > 2_500_000)
  expect(large.length).toBeGreaterThan(8)
  const { parsed, updates } = large.reduce(addShare, NO_SHARES)
  expect(parsed).toBeGreaterThan(large.length / 3)
  expect(parsed).toBeLessThan(large.length)
  expect(updates).toBeGreaterThan(500)
})
