import { describe, expect, it } from 'vitest'
import { readSlice, splitWebhook } from './index.ts'

const metadata = { display_phone_number: '4930123456', phone_number_id: '106540352242922' }
const stop = {
  from: '4915112345678',
  id: 'w1',
  timestamp: '1790000000',
  type: 'text',
  text: { body: 'STOP' },
}
const sent = { id: 'w2', status: 'sent', timestamp: '1790000000' }
const fault = { code: 130429, title: 'Rate limit hit', message: 'x' }
const split = (...entries: unknown[]) => {
  const { slices, unreadable } = splitWebhook(JSON.stringify({ entry: entries }))
  return { kinds: slices.map(({ kind }) => kind), unreadable, slices }
}
const part = (value: object, field = 'messages') => ({
  field,
  value: { messaging_product: 'whatsapp', metadata, contacts: [{ wa_id: '4915112345678' }], ...value },
})
const inside = (value: object, field?: string) => split({ id: '1022', changes: [part(value, field)] })

describe('every part of a body is an update, or counts as unreadable', () => {
  it.each<[string, object, string[], number]>([
    ['one change without a list', { changes: part({ messages: [stop] }) }, ['message'], 0],
    ['no changes', {}, [], 1],
    ['null as changes', { changes: null }, [], 1],
    ['a text as changes', { changes: 'x' }, [], 1],
    ['an empty list', { changes: [] }, [], 0],
    [
      'a change beside its list',
      { changes: [part({ statuses: [sent] })], ...part({ messages: [stop] }) },
      ['status', 'message'],
      0,
    ],
    ['a change that is none', { changes: [part({ statuses: [sent] }), 7] }, ['status'], 1],
  ])('an entry with %s', (_what, entry, kinds, unreadable) => {
    expect(split({ id: '1022', ...entry })).toMatchObject({ kinds, unreadable })
  })

  it.each<[string, object, string[], number]>([
    [
      'C-24: a message that is no list, beside statuses',
      { statuses: [sent], messages: stop },
      ['message', 'status'],
      0,
    ],
    ['a text instead of messages, beside statuses', { statuses: [sent], messages: 'STOP' }, ['status'], 1],
    ['a text instead of messages, alone', { messages: 'STOP' }, [], 1],
    ['errors beside statuses', { statuses: [sent], errors: [fault] }, ['status', 'change'], 0],
    ['errors beside messages', { messages: [stop], errors: [fault] }, ['message', 'change'], 0],
    ['what Meta adds one day', { statuses: [sent], holograms: [1] }, ['status', 'change'], 0],
    ['what says nothing', { statuses: [sent], messages: [], errors: null }, ['status'], 0],
    ['several lists', { statuses: [sent], messages: [stop] }, ['message', 'status'], 0],
    ['nothing', {}, ['change'], 0],
  ])('%s', (_what, value, kinds, unreadable) => {
    expect(inside(value)).toMatchObject({ kinds, unreadable })
  })

  it('an error beside statuses is read as what Meta tells of itself', () => {
    const { slices } = inside({ statuses: [sent], errors: [fault] })
    expect(slices.map(readSlice)[1]).toMatchObject({
      kind: 'channel',
      change: { what: 'error', code: 130429 },
    })
  })

  it('the same left-over counts once', () => {
    const keys = [[sent], [{ ...sent, id: 'w3' }]].map(
      (statuses) => inside({ statuses, more: 1 }).slices[1]?.key,
    )
    expect(keys[0]).toBe(keys[1])
  })

  it.each<[string, unknown, string[], number]>([
    [
      'whose second part was refused',
      [{ threads: [{ id: '49', messages: [stop] }] }, { errors: [fault] }],
      ['copy', 'change'],
      0,
    ],
    ['with a thread that is none', [{ threads: [7, { id: '49', messages: [stop] }] }], ['copy'], 1],
    [
      'with threads that are none',
      [{ threads: 'x' }, { threads: [{ id: '49', messages: [stop] }] }],
      ['copy'],
      1,
    ],
    ['with a part that is none', [null, { threads: { id: '49', messages: stop } }], ['copy'], 1],
    ['that was refused', [{ errors: [fault] }], ['change'], 0],
    ['without messages', [{ threads: [{ id: '49' }] }], ['change'], 0],
  ])('a history %s', (_what, history, kinds, unreadable) => {
    expect(inside({ history }, 'history')).toMatchObject({ kinds, unreadable })
  })

  it('an address book beside a list is counted and never kept', () => {
    const state_sync = [{ contact: { full_name: 'Tante Erna' } }]
    const { slices, kinds } = inside({ messages: [stop], state_sync }, 'smb_app_state_sync')
    expect(kinds).toEqual(['message', 'change'])
    expect(JSON.stringify(slices)).not.toContain('Erna')
  })

  it('a change of the id as the value itself', () => {
    const value = { wa_id: '4915112345678', user_id: { previous: 'DE.1', current: 'DE.2' } }
    expect(inside(value, 'user_id_update')).toMatchObject({ kinds: ['message'], unreadable: 0 })
    expect(inside({ user_id_update: value }, 'user_id_update')).toMatchObject({
      kinds: ['message'],
      unreadable: 0,
    })
  })
})
