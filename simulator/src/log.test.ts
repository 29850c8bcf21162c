import { describe, expect, it } from 'vitest'
import { TrafficLog } from './log.ts'

const entry = (n: number) =>
  ({
    kind: n % 2 ? 'request' : 'webhook',
    at: 0,
    method: 'POST',
    path: '/',
    status: 200,
    ms: 1,
    body: `{"n":${n}}`,
  }) as const

describe('traffic log', () => {
  it('reads on from where a reader stopped, by kind', () => {
    const log = new TrafficLog()
    for (let n = 1; n <= 10; n++) log.add(entry(n))
    const first = log.read(0, 3, 'request')
    expect(first.entries.map((one) => one.seq)).toEqual([1, 3, 5])
    const second = log.read(first.next, 100, 'request')
    expect(second.entries.map((one) => one.body)).toEqual([{ n: 7 }, { n: 9 }])
    expect(log.read(second.next, 100).entries).toEqual([])
  })

  it('keeps the last 200,000 and more only in passing, with sequence numbers that go on', () => {
    const log = new TrafficLog()
    for (let n = 1; n <= 230_000; n++) log.add(entry(n))
    const { entries } = log.read(0, 1)
    expect(entries[0]?.seq).toBeGreaterThan(9_000)
    expect(log.read(229_999, 10).entries[0]?.body).toEqual({ n: 230_000 })
  })
})
