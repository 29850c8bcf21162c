import { describe, expect, it } from 'vitest'
import { findLogEnd } from './log-end.ts'

describe('findLogEnd', () => {
  it.each([0, 1, 2, 1023, 1024, 1025, 2048, 2049, 199_999])('finds %i in few reads', async (end) => {
    let reads = 0
    const found = await findLogEnd(async (seq) => {
      reads += 1
      return seq < end
    })
    expect(found).toBe(end)
    expect(reads).toBeLessThan(40)
  })
})
