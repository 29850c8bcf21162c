import { expect, it } from 'vitest'
import { defineHook, Hooks } from './hooks.ts'

const moved = defineHook<{ to: string }>('test.moved')
const other = defineHook<{ to: string }>('test.other')
type Ctx = Parameters<Hooks['run']>[1]
// Handlers here only look at the event; the transaction is tested with a database.
const ctx = {} as Ctx

it('runs the handlers of a hook one after another, in the order they were added', async () => {
  const hooks = new Hooks()
  const log: string[] = []
  hooks.on(moved, async (_ctx, { to }) => {
    await Promise.resolve()
    log.push(`first ${to}`)
  })
  hooks.on(moved, async (_ctx, { to }) => void log.push(`second ${to}`))
  hooks.on(other, async () => void log.push('other'))
  await hooks.run(moved, ctx, { to: 'here' })
  expect(log).toEqual(['first here', 'second here'])
})

it('stops at the first error and gives it to the caller', async () => {
  const hooks = new Hooks()
  const log: string[] = []
  hooks.on(moved, async () => {
    throw new Error('no room')
  })
  hooks.on(moved, async () => void log.push('never'))
  await expect(hooks.run(moved, ctx, { to: 'here' })).rejects.toThrow('no room')
  expect(log).toEqual([])
})

it('is nothing when nobody listens', async () => {
  await expect(new Hooks().run(moved, ctx, { to: 'here' })).resolves.toBeUndefined()
})
