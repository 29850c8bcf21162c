import { expect, it } from 'vitest'
import type { Slice } from '../whatsapp/index.ts'
import { RecentStatuses } from './recent.ts'

const received = (name: string) => ({ channelId: name, slice: { key: name } as Slice })

it('gives each away once, and keeps the first of a key', () => {
  const recent = new RecentStatuses()
  recent.add('a', received('one'), 100)
  recent.add('a', received('two'), 100)
  expect(recent.take('a')?.channelId).toBe('one')
  expect(recent.take('a')).toBeUndefined()
})

it('is bounded by number, and the oldest goes first', () => {
  const recent = new RecentStatuses()
  for (let count = 0; count < 8_001; count++) recent.add(`s${count}`, received('x'), 100)
  expect([recent.take('s0'), recent.take('s1')]).toMatchObject([undefined, received('x')])
})

it('is bounded by size: what is large is not kept, and many that are not small push out the oldest', () => {
  const recent = new RecentStatuses()
  recent.add('large', received('x'), 5_000)
  expect(recent.take('large')).toBeUndefined()
  for (let count = 0; count < 5_000; count++) recent.add(`s${count}`, received('x'), 4_000)
  expect(recent.take('s0')).toBeUndefined()
  expect(recent.take('s4999')).toMatchObject(received('x'))
})

it('room is free again when what took it was taken or forgotten', () => {
  const recent = new RecentStatuses()
  for (let round = 0; round < 3; round++) {
    for (let count = 0; count < 4_000; count++) recent.add(`s${count}`, received('x'), 4_000)
    for (let count = 0; count < 2_000; count++) expect(recent.take(`s${count}`)).toBeDefined()
    recent.forget(Array.from({ length: 4_000 }, (_, count) => `s${count}`))
  }
  expect(recent.take('s3999')).toBeUndefined()
})
