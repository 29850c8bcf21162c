import { describe, expect, it } from 'vitest'
import { readSlice, splitWebhook } from './index.ts'

const NUMBER = { display_phone_number: '4930123456', phone_number_id: '106540352242922' }

const slicesOf = (field: string, value: object) =>
  splitWebhook(
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: '1022', changes: [{ field, value: { metadata: NUMBER, ...value } }] }],
    }),
  ).slices

describe('coexistence: chats that did not go through us', () => {
  it('field smb_message_echoes: what the business wrote on its phone', () => {
    const [slice] = slicesOf('smb_message_echoes', {
      message_echoes: [
        {
          from: '4930123456',
          to: '4915112345678',
          to_user_id: 'DE.134',
          id: 'wamid.E',
          timestamp: '1790000000',
          type: 'text',
          text: { body: 'Ist unterwegs!' },
        },
      ],
    })
    expect(slice).toMatchObject({ kind: 'copy', key: 'wamid.E' })
    expect(slice && readSlice(slice)).toMatchObject({
      kind: 'copy',
      via: 'app',
      own: true,
      person: { phone: '+4915112345678', bsuid: 'DE.134' },
      content: { type: 'text', text: 'Ist unterwegs!' },
    })
  })

  it('field history: both sides of a thread, by the one who wrote', () => {
    const message = (id: string, from: string, more: object = {}) => ({
      id,
      from,
      timestamp: '1780000000',
      type: 'text',
      text: { body: id },
      history_context: { status: 'READ' },
      ...more,
    })
    const copies = slicesOf('history', {
      history: [
        {
          metadata: { phase: 1, chunk_order: 1, progress: 40 },
          threads: [
            {
              id: '4915112345678',
              messages: [
                message('a', '4915112345678'),
                message('b', '4930123456'),
                message('c', '4915112345678', { history_context: { from_me: true } }),
                message('d', '4915112345678', { type: 'media_placeholder' }),
              ],
            },
          ],
        },
      ],
    }).map((slice) => readSlice(slice))
    expect(copies).toMatchObject([
      { kind: 'copy', via: 'history', own: false, person: { phone: '+4915112345678' } },
      { own: true },
      { own: true },
      { own: false, content: { type: 'unsupported', what: 'media_placeholder' } },
    ])
  })

  it('field history, declined: nothing follows', () => {
    const [slice] = slicesOf('history', { history: [{ errors: [{ code: 2593109, title: 'x' }] }] })
    expect(slice && readSlice(slice)).toEqual({ kind: 'other', field: 'history', event: null })
  })

  it('field smb_app_state_sync: only how many entries the address book had', () => {
    const [slice] = slicesOf('smb_app_state_sync', {
      state_sync: [
        {
          type: 'contact',
          action: 'add',
          contact: { full_name: 'Tante Erna', phone_number: '4915155555555' },
        },
        { type: 'contact', action: 'remove', contact: { phone_number: '4915155555556' } },
      ],
    })
    expect(JSON.stringify(slice)).not.toMatch(/Erna|49151555/)
    expect(slice && readSlice(slice)).toEqual({ kind: 'address_book', entries: 2 })
  })
})
