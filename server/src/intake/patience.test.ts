import { expect, it } from 'vitest'
import { Patience } from './patience.ts'

const soon = () => performance.now() + 20
const later = () => performance.now() + 60_000

it('gives what the work gives, or throws what it throws', async () => {
  const patience = new Patience(10_000)
  expect(await patience.within(1, later(), async () => 7)).toBe(7)
  await expect(patience.within(1, later(), () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(patience.isFull(9_000)).toBe(false)
})

it('gives up in time; what was given up counts until it has come back, and failing then hurts nobody', async () => {
  const patience = new Patience(10_000)
  const work = Promise.withResolvers<void>()
  await expect(patience.within(5_000, soon(), () => work.promise)).rejects.toMatchObject({ reason: 'slow' })
  expect([patience.isFull(100), patience.isFull(5_000)]).toEqual([false, true])
  await expect(patience.within(5_000, later(), async () => {})).rejects.toMatchObject({ reason: 'memory' })
  work.reject(new Error('the connection ended'))
  await expect(work.promise).rejects.toThrow()
  await patience.within(9_000, later(), async () => {})
})

it('one body is taken however large', async () => {
  await new Patience(10).within(1_000, later(), async () => {})
})
