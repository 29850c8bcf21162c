import { describe, expect, it } from 'vitest'
import { readLimit, readSlice, splitWebhook } from './index.ts'

const NUMBER = { display_phone_number: '4930123456', phone_number_id: '106540352242922' }

function readAll(field: string, value: object) {
  const body = { entry: [{ id: '1022', changes: [{ field, value: { metadata: NUMBER, ...value } }] }] }
  return splitWebhook(JSON.stringify(body)).slices.map(readSlice)
}
const one = (field: string, value: object) => readAll(field, value)[0]
const ANNA = { from: '4915112345678', from_user_id: 'DE.134', id: 'w', timestamp: '1790000000' }
const said = (message: object) => one('messages', { messages: [{ ...ANNA, ...message }] })

describe('what a person wants is read also from a body that is not as it should be', () => {
  const stop = { wa_id: '4915112345678', value: 'stop', timestamp: 1790000200 }
  it.each<[string, object]>([
    ['of a category that we do not know', { ...stop, category: 'offers_of_next_year' }],
    ['of no category', stop],
    ['in capitals', { ...stop, category: 'MARKETING_MESSAGES', value: 'STOP' }],
  ])('C-32: a stop in WhatsApp %s is a stop', (_what, preference) => {
    expect(one('user_preferences', { user_preferences: [preference] })).toMatchObject({
      kind: 'preference',
      value: 'stop',
      from: { phone: '+4915112345678' },
    })
  })

  it('C-32: a resume of a category that we do not know lifts nothing', () => {
    const preference = { ...stop, value: 'resume', category: 'offers_of_next_year' }
    expect(one('user_preferences', { user_preferences: [preference] })).toMatchObject({ kind: 'other' })
  })

  it.each<[string, object]>([
    ['with nothing beside it', { button_reply: { id: 'a', title: 'Abmelden' }, list_reply: null }],
    ['with a number as its id', { button_reply: { id: 5, title: 'Abmelden' } }],
    ['without an id', { button_reply: { title: 'Abmelden' }, nfm_reply: null }],
    ['on a row, the other kind empty', { button_reply: {}, list_reply: { id: 'a', title: 'Abmelden' } }],
  ])('C-24: a tap %s keeps its words', (_what, interactive) => {
    expect(said({ type: 'interactive', interactive })).toMatchObject({
      content: { type: 'reply', title: 'Abmelden' },
    })
  })

  it.each<[string, object]>([
    ['no type', {}],
    ['an empty type', { type: '' }],
    ['null as its type', { type: null }],
  ])('C-24: a message with %s says what its parts say', (_what, type) => {
    expect(said({ ...type, text: { body: 'STOP' } })).toMatchObject({
      content: { type: 'text', text: 'STOP' },
    })
  })

  it('C-24: a note stays readable whatever the order beside it looks like', () => {
    const note = { type: 'order', text: 'STOP' }
    const items = [{ product_retailer_id: 'a', quantity: -1 }, null, { product_retailer_id: 'b' }]
    expect(said({ ...note, order: { text: 'STOP', product_items: items } })).toMatchObject({
      content: {
        note: 'STOP',
        items: [
          { productId: 'a', quantity: 1 },
          { productId: 'b', quantity: 1 },
        ],
      },
    })
    expect(said({ ...note, order: { text: 'STOP' } })).toMatchObject({ content: { note: 'STOP', items: [] } })
  })

  it('a failure keeps its code when it comes as text: it is not tried again', () => {
    const status = {
      id: 'w',
      status: 'failed',
      timestamp: '1790000200',
      errors: [{ code: '131050', title: 't' }],
    }
    expect(one('messages', { statuses: [status] })).toMatchObject({ error: { code: 131050 } })
  })
})

describe('who somebody is', () => {
  const changed = (system: object, more: object = {}) =>
    one('messages', {
      messages: [{ id: 'w', timestamp: '1790000000', type: 'system', ...more, system }],
    })

  it('C-75: a new id whose message names nobody is found by the id before', () => {
    expect(
      changed({ type: 'user_changed_user_id', user_id: 'DE.2', previous_user_id: 'DE.1' }),
    ).toMatchObject({
      from: { phone: null, bsuid: 'DE.1' },
      content: { type: 'identity', change: 'user_id', bsuid: 'DE.2', previousBsuid: 'DE.1' },
    })
  })

  it.each<[string, object]>([
    ['as it is today', { type: 'user_changed_number', wa_id: '4915199999999' }],
    ['under its older name', { type: 'user_changed_number', new_wa_id: '4915199999999' }],
    ['with the older type', { type: 'customer_changed_number', wa_id: '4915199999999' }],
  ])('a new number is read %s', (_what, system) => {
    expect(changed(system, { from: '4915112345678' })).toMatchObject({
      from: { phone: '+4915112345678' },
      content: { type: 'identity', change: 'number', phone: '+4915199999999' },
    })
  })

  it('C-75: a chat from before the connection with somebody who hides the number', () => {
    const message = { from_user_id: 'DE.55', id: 'w', timestamp: '1780000000' }
    const texts = [
      { ...message, type: 'text', text: { body: 'Hallo' } },
      {
        ...message,
        id: 'x',
        from_user_id: undefined,
        from: '4930123456',
        type: 'text',
        text: { body: 'Ja?' },
      },
    ]
    const copies = readAll('history', { history: [{ threads: [{ id: 'DE.55', messages: texts }] }] })
    expect(copies).toMatchObject([
      { kind: 'copy', own: false, person: { phone: null, bsuid: 'DE.55' } },
      { own: true, person: { bsuid: 'DE.55' } },
    ])
  })

  it('a username of nothing but its sign is none', () => {
    const value = {
      contacts: [{ user_id: 'DE.134', profile: { username: '@' } }],
      messages: [{ ...ANNA, from: undefined, type: 'text', text: { body: 'x' } }],
    }
    expect(one('messages', value)).toMatchObject({ from: { username: null } })
  })
})

describe('what Meta does with an account is not lost in its shape', () => {
  const STOPPED = 'RESTRICTED_BIZ_INITIATED_MESSAGING'
  it.each<[string, unknown]>([
    ['as one thing instead of a list', { restriction_type: STOPPED, expiration: '1790003600' }],
    ['beside one that cannot be read', [null, { expiration: 4 }, { restriction_type: STOPPED }]],
  ])('C-66: a restriction %s', (_what, restriction_info) => {
    expect(one('account_update', { event: 'ACCOUNT_RESTRICTION', restriction_info })).toMatchObject({
      change: { restrictions: [{ kind: STOPPED }] },
    })
  })

  it('a restriction that is called like something of JavaScript’s has the end that it was told, or none', () => {
    const restriction_info = [
      { restriction_type: '__proto__', expiration: 2.6e135 },
      { restriction_type: 'constructor', expiration: 1790003600 },
    ]
    expect(one('account_update', { event: 'ACCOUNT_RESTRICTION', restriction_info })).toMatchObject({
      change: {
        restrictions: [
          { kind: '__proto__', until: null },
          { kind: 'constructor', until: new Date(1790003600_000) },
        ],
      },
    })
  })

  it.each<[string, object, object]>([
    [
      'a ban whose state is a list',
      {
        event: 'DISABLED_UPDATE',
        ban_info: { waba_ban_state: ['DISABLE'], waba_ban_date: 'April 17, 2025' },
      },
      { event: 'DISABLED_UPDATE', banState: 'DISABLE', banDate: 'April 17, 2025' },
    ],
    [
      'a ban without its event',
      { ban_info: { waba_ban_state: 'DISABLE' } },
      { event: 'DISABLED_UPDATE', banState: 'DISABLE' },
    ],
    [
      'a restriction without its event',
      { restriction_info: [{ restriction_type: STOPPED }] },
      { event: 'ACCOUNT_RESTRICTION', restrictions: [{ kind: STOPPED }] },
    ],
    [
      'a violation without its event',
      { violation_info: { violation_type: 'SCAM' } },
      { event: 'ACCOUNT_VIOLATION', violation: 'SCAM' },
    ],
  ])('C-66: %s', (_what, value, change) => {
    expect(one('account_update', value)).toMatchObject({ change })
  })

  it('an alert with its parts one level higher, as a test of Meta’s own sends it', () => {
    const alert = { alert_severity: 'CRITICAL', alert_status: 'ACTIVE', alert_type: 'OBA_APPROVED' }
    expect(one('account_alerts', { entity_type: 'WABA', entity_id: '1', ...alert })).toMatchObject({
      change: { what: 'alert', severity: 'CRITICAL', type: 'OBA_APPROVED', active: true },
    })
  })

  it('why a name was refused', () => {
    const refused = {
      decision: 'REJECTED',
      requested_verified_name: 'X',
      rejection_reason: 'NAME_NOT_RELATED',
    }
    expect(one('phone_number_name_update', refused)).toMatchObject({
      change: { what: 'name', decision: 'REJECTED', reason: 'NAME_NOT_RELATED' },
    })
  })

  it('words without the characters that no database keeps', () => {
    expect(said({ type: 'text', text: { body: 'ST\u0000OP 🙈 \ud83d' } })).toMatchObject({
      content: { type: 'text', text: 'STOP 🙈 \ufffd' },
    })
  })

  it('an error with a number beyond any as one that says nothing', () => {
    const failed = {
      id: 'w',
      status: 'failed',
      timestamp: '1790000000',
      errors: [{ code: 2 ** 31, title: 'x' }],
    }
    expect(one('messages', { statuses: [failed] })).toMatchObject({ error: { code: -7 } })
  })

  it('a limit as number, word or digits; anything else is none', () => {
    expect(['2000', 2000, 'TIER_2K', '-1'].map(readLimit)).toEqual([2000, 2000, 2000, null])
    for (const odd of ['toString', 'many', 0.5, 2 ** 31, '9'.repeat(400)])
      expect(readLimit(odd)).toBeUndefined()
  })

  const NAME = { message_template_id: 7, message_template_name: 'a', message_template_language: 'de' }
  it.each<[string, object, object | null]>([
    ['only the one to come', { correct_category: 'MARKETING' }, { after: 'MARKETING', announced: true }],
    [
      'the one in force twice',
      { new_category: 'MARKETING', correct_category: 'MARKETING' },
      { after: 'MARKETING', announced: false },
    ],
    ['none', {}, null],
  ])('a category update that names %s', (_what, categories, change) => {
    expect(one('template_category_update', { ...NAME, ...categories })).toMatchObject(
      change ? { change } : { kind: 'other' },
    )
  })
})

it('a notice about a template says when Meta first told it: it may have been overtaken', () => {
  const value = { message_template_id: 1, event: 'APPROVED' }
  const change = { field: 'message_template_status_update', value }
  const at = (entry: object) =>
    splitWebhook(JSON.stringify({ entry: [{ id: '1', changes: [change], ...entry }] })).slices.map(readSlice)
  expect(at({ time: 1790000000 })).toMatchObject([{ at: new Date(1790000000_000) }])
  expect(at({})).toMatchObject([{ at: null }])
})

it('a place without coordinates is not a place in the ocean', () => {
  const location = { latitude: null, longitude: '' }
  expect(said({ type: 'location', location })).toMatchObject({ content: { type: 'other' } })
})
