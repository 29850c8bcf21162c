import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Signals } from './signal.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Whether the waiter has been woken, without waiting for it. */
function watch(waiting: Promise<void>) {
  const state = { woken: false }
  void waiting.then(() => {
    state.woken = true
  })
  return state
}
const settle = () => vi.advanceTimersByTimeAsync(0)

it('wakes everyone who waits for the name, and nobody else', async () => {
  const signals = new Signals()
  const first = watch(signals.wait('intake', 10_000))
  const second = watch(signals.wait('intake', 10_000))
  const other = watch(signals.wait('dispatch', 10_000))
  signals.raise('intake')
  await settle()
  expect([first.woken, second.woken, other.woken]).toEqual([true, true, false])
  expect(vi.getTimerCount()).toBe(1)
})

it('forgets a signal that nobody waited for', async () => {
  const signals = new Signals()
  signals.raise('intake')
  const waiter = watch(signals.wait('intake', 10_000))
  await settle()
  expect(waiter.woken).toBe(false)
})

it('wakes by itself after the timeout', async () => {
  const waiter = watch(new Signals().wait('intake', 500))
  await vi.advanceTimersByTimeAsync(499)
  expect(waiter.woken).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(waiter.woken).toBe(true)
})

it('wakes when the waiter is called off, before or while waiting, and leaves nothing behind', async () => {
  const signals = new Signals()
  await signals.wait('intake', 10_000, AbortSignal.abort())
  const controller = new AbortController()
  const waiter = watch(signals.wait('intake', 10_000, controller.signal))
  controller.abort()
  await settle()
  expect(waiter.woken).toBe(true)
  expect(vi.getTimerCount()).toBe(0)
})
