import { describe, expect, it } from 'vitest'
import { GroupCommit, Overloaded } from './group-commit.ts'

const limits = {
  rowsPerWrite: 4,
  writers: 1,
  worthAWriter: 2,
  rows: 100,
  bytes: 1_000,
  patienceMs: 60_000,
}

/** A database that answers when the test says so. */
function writer() {
  const writes: { group: string; rows: number[]; end: PromiseWithResolvers<void> }[] = []
  return {
    writes,
    write: (group: string, rows: number[]) => {
      const end = Promise.withResolvers<void>()
      writes.push({ group, rows, end })
      return end.promise
    },
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('group commit', () => {
  it('writes what comes during a write together, in whole requests', async () => {
    const { writes, write } = writer()
    const group = new GroupCommit(write, limits)
    const requests = [[1], [2, 3], [4], [5, 6], [7, 8, 9, 10, 11]]
    const done = requests.map((rows) => group.add('b', rows, 1))
    for (let index = 0; index < 4; index++) {
      writes[index]?.end.resolve()
      await turn()
    }
    await Promise.all(done)
    expect(writes.map((each) => each.rows)).toEqual([[1], [2, 3, 4], [5, 6], [7, 8, 9, 10, 11]])
    expect(group.rows).toBe(0)
  })

  it('starts further writes only when they are worth it, and lets the groups take turns', async () => {
    const { writes, write } = writer()
    const group = new GroupCommit(write, { ...limits, writers: 2 })
    const done = [group.add('a', [1], 1), group.add('a', [2], 1)]
    expect(writes.map((each) => each.rows)).toEqual([[1]])
    done.push(group.add('b', [3], 1), group.add('a', [4, 5, 6], 1))
    // Two rows wait: a second write starts with the group that waited longest.
    expect(writes.map((each) => each.rows)).toEqual([[1], [2]])
    writes[0]?.end.resolve()
    writes[1]?.end.resolve()
    await turn()
    expect(writes.slice(2).map(({ group: name, rows }) => [name, rows])).toEqual([
      ['b', [3]],
      ['a', [4, 5, 6]],
    ])
    for (const { end } of writes) end.resolve()
    await Promise.all(done)
  })

  it('tells everyone of a failed write, and goes on with the next', async () => {
    const { writes, write } = writer()
    const group = new GroupCommit(write, limits)
    const done = Promise.allSettled([group.add('b', [1], 1), group.add('b', [2], 1)])
    writes[0]?.end.reject(new Error('disk full'))
    await turn()
    writes[1]?.end.resolve()
    expect((await done).map((each) => each.status)).toEqual(['rejected', 'fulfilled'])
  })

  it('refuses what does not fit into memory, but takes one large request when nothing else is there', async () => {
    const { writes, write } = writer()
    const group = new GroupCommit(write, limits)
    const large = group.add('b', [1], 5_000)
    expect(group.isFull(1)).toBe(true)
    await expect(group.add('b', [2], 1)).rejects.toMatchObject({ reason: 'memory' })
    writes[0]?.end.resolve()
    await large
    expect(group.isFull(1)).toBe(false)
  })

  it('gives up waiting in time; what was not begun is not written, what was keeps its memory until it ends', async () => {
    const { writes, write } = writer()
    const group = new GroupCommit(write, { ...limits, patienceMs: 5 })
    const done = await Promise.allSettled([group.add('b', [1], 1), group.add('b', [2], 1)])
    for (const each of done)
      expect(each).toMatchObject({ status: 'rejected', reason: expect.any(Overloaded) })
    expect(writes.map((each) => each.rows)).toEqual([[1]])
    expect(group.rows).toBe(1)
    writes[0]?.end.resolve()
    await turn()
    expect(group.rows).toBe(0)
  })
})
