import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { lots, Outbox } from './outbox.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('sends the first at once and gathers what follows within the interval, each once', async () => {
  const sent: string[][] = []
  const outbox = new Outbox(async (texts) => void sent.push(texts), 100)
  outbox.add('a')
  await vi.advanceTimersByTimeAsync(1)
  expect(sent).toEqual([['a']])
  for (const text of ['b', 'c', 'b']) outbox.add(text)
  await vi.advanceTimersByTimeAsync(90)
  expect(sent).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(10)
  expect(sent).toEqual([['a'], ['b', 'c']])
  expect(vi.getTimerCount()).toBe(0)
})

it('waits while a lot is under way: a slow receiver makes lots larger, not more', async () => {
  const sent: string[][] = []
  let arrived = () => {}
  const outbox = new Outbox((texts) => {
    sent.push(texts)
    return new Promise((resolve) => {
      arrived = resolve
    })
  }, 10)
  outbox.add('a')
  await vi.advanceTimersByTimeAsync(1)
  for (const text of ['b', 'c', 'd']) {
    outbox.add(text)
    await vi.advanceTimersByTimeAsync(50)
  }
  expect(sent).toEqual([['a']])
  arrived()
  await vi.advanceTimersByTimeAsync(20)
  expect(sent).toEqual([['a'], ['b', 'c', 'd']])
})

it('sends what waits before the process ends', async () => {
  const sent: string[][] = []
  const outbox = new Outbox(async (texts) => void sent.push(texts), 1_000)
  outbox.add('a')
  await outbox.flush()
  outbox.add('b')
  await outbox.flush()
  await outbox.flush()
  expect(sent).toEqual([['a'], ['b']])
})

it('cuts into lots that a NOTIFY can carry, and loses none', () => {
  const texts = Array.from({ length: 1_000 }, (_, index) => `${index} "quoted" and ümläuted`)
  const cut = lots(texts)
  expect(cut.flat()).toEqual(texts)
  expect(cut.length).toBeGreaterThan(1)
  for (const lot of cut) expect(Buffer.byteLength(JSON.stringify(lot))).toBeLessThanOrEqual(7_002)
  expect(lots([])).toEqual([])
})
