import { expect, it } from 'vitest'
import { cutParts, outlineBody } from './cut.ts'

const body = (value: string) =>
  `{"entry":[{"id":"1","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"2"},${value}}}]}]}`
const cut = (text: string) => {
  const { cuts, readable } = cutParts(outlineBody(text))
  return { updates: [...cuts.values()].flat().length, readable }
}
const zeros = (count: number) => Array(count).fill(0).join()

it('whom a body is for is known without looking at its updates', () => {
  const { parts } = outlineBody(body(`"statuses":[${zeros(2_000_000)}]`))
  expect(parts).toMatchObject([{ field: 'messages', wabaId: '1', phoneNumberId: '2' }])
})

it('a part of a chat history with thousands of messages is cut; what holds more than Meta sends is kept whole', () => {
  expect(cut(body(`"statuses":[${zeros(20_000)}]`))).toEqual({ updates: 20_000, readable: true })
  expect(cut(body(`"statuses":[${zeros(20_001)}]`))).toEqual({ updates: 0, readable: false })
  expect(cut(body(`"statuses":[${zeros(12_000)}],"messages":[${zeros(12_000)}]`))).toEqual({
    updates: 0,
    readable: false,
  })
  const thread = `{"id":"4","messages":[${zeros(12_000)}]}`
  expect(cut(body(`"history":[{"threads":[${thread},${thread}]}]`).replace('messages', 'history'))).toEqual({
    updates: 0,
    readable: false,
  })
})

it('entries and changes without end are kept whole', () => {
  const change = '{"field":"a","value":{}}'
  const changes = (count: number) => `{"changes":[${Array(count).fill(change).join()}]}`
  expect(cut(`{"entry":[${changes(5_000)}]}`)).toEqual({ updates: 5_000, readable: true })
  expect(cut(`{"entry":[${changes(2_501)},${changes(2_500)}]}`)).toEqual({ updates: 0, readable: false })
  expect(cut(`{"entry":[${zeros(5_001)}]}`)).toEqual({ updates: 0, readable: false })
})

it('what is nested too deeply is left out alone', () => {
  const deep = `${'['.repeat(60_000)}${']'.repeat(60_000)}`
  expect(cut(body(`"statuses":[{"id":"w","status":"sent"},{"id":"v","status":"sent","x":${deep}}]`))).toEqual(
    {
      updates: 1,
      readable: false,
    },
  )
})
