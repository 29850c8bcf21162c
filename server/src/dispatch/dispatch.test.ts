import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actionFor, type StatusUpdate } from '../whatsapp/index.ts'
import { callbackData, messageIdOf } from './callback.ts'
import { Pacer } from './pacer.ts'
import { afterError } from './send.ts'
import { joinStatuses } from './settle-statuses.ts'
import { Vetoes } from './vetoes.ts'

describe('the pacer', () => {
  it('never lets more through than the rate and one micro-batch', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 60 }),
        (perSecond, pauses) => {
          let now = 0
          const pacer = new Pacer(perSecond, () => now)
          let taken = 0
          for (const pause of pauses) {
            now += pause
            const some = pacer.available
            pacer.take(some)
            taken += some
          }
          expect(taken).toBeLessThanOrEqual((perSecond * now) / 1000 + Math.max(1, perSecond * 0.2) + 1e-6)
        },
      ),
    )
  })

  it('reaches the rate when asked as often as it says', () => {
    let now = 0
    const pacer = new Pacer(80, () => now)
    let taken = 0
    while (now < 10_000) {
      const some = pacer.available
      pacer.take(some)
      taken += some
      now += pacer.waitMs || 1
    }
    expect(taken).toBeGreaterThan(790)
  })

  it('halves on "too fast" and recovers slowly', () => {
    let now = 0
    const pacer = new Pacer(100, () => now)
    pacer.slowDown()
    now += 100
    expect(pacer.available).toBeLessThanOrEqual(6)
    now += 20_000
    expect(pacer.available).toBe(20)
  })

  it('rests as long as it was told', () => {
    let now = 0
    const pacer = new Pacer(100, () => now)
    pacer.rest(5)
    expect([pacer.available, pacer.waitMs]).toEqual([0, 5_000])
    now += 5_000
    expect(pacer.available).toBeGreaterThan(0)
  })
})

describe('vetoes', () => {
  it('count for what was claimed before them, and only for their topic', () => {
    const vetoes = new Vetoes()
    const before = vetoes.mark
    vetoes.add('b', 'anna', 'news')
    const between = vetoes.mark
    expect(vetoes.has(before, 'b', 'anna', 'news')).toBe(true)
    expect(vetoes.has(between, 'b', 'anna', 'news')).toBe(false)
    expect(vetoes.has(before, 'b', 'anna', 'offers')).toBe(false)
    expect(vetoes.has(before, 'other', 'anna', 'news')).toBe(false)
    vetoes.add('b', 'anna', null)
    expect(vetoes.has(between, 'b', 'anna', 'offers')).toBe(true)
    expect(vetoes.has(between, 'b', 'ben', 'offers')).toBe(false)
  })
})

describe('after an error', () => {
  const error = (code: number, status = 400, retryAfter?: number) => ({
    code,
    subcode: undefined,
    status,
    title: '',
    detail: '',
    action: actionFor(code, status),
    retryAfter,
  })
  it.each([
    [131056, 1, { result: 'retry', afterSeconds: 6 }],
    [131056, 3, { result: 'retry', afterSeconds: 96 }],
    [131056, 6, { result: 'failed' }],
    [131026, 1, { result: 'failed', code: 131026 }],
    [131050, 1, { result: 'failed' }],
    [132015, 1, { result: 'retry', afterSeconds: 60 }],
    [190, 500, { result: 'retry' }],
    [131000, 6, { result: 'failed' }],
  ])('%i, attempt %i', (code, attempts, outcome) => {
    expect(afterError({ messageId: 'm', attempts }, error(code))).toMatchObject(outcome)
  })
  it('waits as long as Meta asks for', () => {
    expect(afterError({ messageId: 'm', attempts: 1 }, error(130429, 429, 30))).toMatchObject({
      afterSeconds: 30,
    })
  })
})

describe('statuses', () => {
  const status = (name: StatusUpdate['status'], seconds: number): StatusUpdate => ({
    kind: 'status',
    wamid: 'w',
    status: name,
    at: new Date(seconds * 1000),
    callback: null,
    pricing: name === 'sent' ? { billable: true, category: 'marketing_lite', free: false } : null,
    error: name === 'failed' ? { code: 131026, title: '', detail: '' } : null,
  })
  it('join to the same, whatever the order and however often', () => {
    const all = [status('sent', 1), status('delivered', 2), status('read', 3)]
    const expected = joinStatuses(all)
    expect(expected).toMatchObject([{ rank: 5, priceCategory: 'marketing', billable: true }])
    fc.assert(
      fc.property(fc.shuffledSubarray([...all, ...all], { minLength: 6 }), (shuffled) => {
        expect(joinStatuses(shuffled)).toEqual(expected)
      }),
    )
  })
})

it('reads only its own callback data back', () => {
  const id = '01980000-0000-7000-8000-000000000001'
  expect(messageIdOf(callbackData(id))).toBe(id)
  expect([
    messageIdOf(null),
    messageIdOf('camp:42'),
    messageIdOf('jw1.x'),
    messageIdOf(`jw1.${id}'`),
  ]).toEqual([null, null, null, null])
})
