import { expect, test } from 'vitest'
import type { MessageState } from '../../api/entities.ts'
import { tally } from './tally.ts'

test('every message state is counted once, whatever it is', () => {
  const states: MessageState[] = [
    'queued',
    'sending',
    'accepted',
    'held',
    'sent',
    'delivered',
    'read',
    'failed',
    'withheld',
    'unknown',
  ]
  const weights = states.map((state, index) => [state, 10 ** index] as const)
  const { total, done } = tally({
    state: 'running',
    candidates: 0,
    messages: Object.fromEntries(weights) as Record<MessageState, number>,
    exclusions: {},
    perSecond: 0,
    etaSeconds: null,
    series: [],
  })
  expect(total).toBe(1_111_111_111)
  expect(done).toBe(1_111_100)
})
