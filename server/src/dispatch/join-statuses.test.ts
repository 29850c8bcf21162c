import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StatusUpdate } from '../whatsapp/index.ts'
import { joinStatuses } from './join-statuses.ts'

const ID = '01980000-0000-7000-8000-000000000001'
const OTHER = '01980000-0000-7000-8000-000000000000'
const status = (
  name: StatusUpdate['status'],
  seconds: number,
  { wamid = 'w1', callback = `jw1.${ID}.1` }: { wamid?: string; callback?: string | null } = {},
): StatusUpdate => ({
  kind: 'status',
  wamid,
  status: name,
  at: new Date(seconds * 1000),
  callback,
  pricing:
    name === 'failed'
      ? null
      : { billable: name !== 'sent', category: 'marketing-lite', type: 'regular', free: name === 'sent' },
  error: name === 'failed' ? { code: 131026, title: '', detail: '' } : null,
})

describe('statuses', () => {
  it('join to the same, whatever the order and however often', () => {
    const all = [status('sent', 1), status('delivered', 2), status('read', 3)]
    const expected = joinStatuses(all)
    expect(expected).toMatchObject([
      [{ rank: 5, priceCategory: 'marketing_lite', billable: true, attempt: 1 }],
    ])
    fc.assert(
      fc.property(fc.shuffledSubarray([...all, ...all], { minLength: 6 }), (shuffled) => {
        expect(joinStatuses(shuffled)).toEqual(expected)
      }),
    )
  })

  it('are left alone when the message is not ours', () => {
    expect(
      joinStatuses([status('sent', 1, { callback: null }), status('sent', 1, { callback: 'x' })]),
    ).toEqual([])
  })

  it('come in rounds that hold each message once, by id, the earlier request first', () => {
    const rounds = joinStatuses([
      status('failed', 1),
      status('sent', 2, { wamid: 'w2', callback: `jw1.${ID}.2` }),
      status('sent', 1, { wamid: 'w3', callback: `jw1.${OTHER}` }),
    ])
    expect(rounds.map((round) => round.map(({ messageId, attempt }) => [messageId, attempt]))).toEqual([
      [
        [OTHER, null],
        [ID, 1],
      ],
      [[ID, 2]],
    ])
  })
})
