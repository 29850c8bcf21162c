import { expect, it } from 'vitest'
import { GroupCommit } from './group-commit.ts'

it('writes what comes during a write together, in whole requests', async () => {
  const writes: number[][] = []
  let release = () => {}
  const first = new Promise<void>((resolve) => {
    release = resolve
  })
  const group = new GroupCommit<number>(async (rows) => {
    writes.push(rows)
    if (writes.length === 1) await first
  }, 4)
  const done = [
    group.add([1]),
    group.add([2, 3]),
    group.add([4]),
    group.add([5, 6]),
    group.add([7, 8, 9, 10, 11]),
  ]
  release()
  await Promise.all(done)
  expect(writes).toEqual([[1], [2, 3, 4], [5, 6], [7, 8, 9, 10, 11]])
})

it('tells everyone of a failed batch, and goes on with the next', async () => {
  let calls = 0
  const group = new GroupCommit<number>(async () => {
    calls++
    if (calls === 1) throw new Error('disk full')
  }, 10)
  const [first, second] = await Promise.allSettled([group.add([1]), group.add([2])])
  expect([first?.status, second?.status]).toEqual(['rejected', 'fulfilled'])
})
