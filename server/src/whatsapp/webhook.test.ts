import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSignedBy, readLimit, readSlice, splitWebhook } from './index.ts'

const NUMBER = { display_phone_number: '4930123456', phone_number_id: '106540352242922' }
const wrap = (field: string, value: object, time?: number) =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '1022', ...(time ? { time } : {}), changes: [{ field, value }] }],
  })
const messages = (value: object) =>
  wrap('messages', { messaging_product: 'whatsapp', metadata: NUMBER, ...value })
const readAll = (body: string) => splitWebhook(body).slices.map(readSlice)

describe('webhooks', () => {
  it('reads a text with number and BSUID', () => {
    const body = messages({
      contacts: [{ profile: { name: 'Mia' }, wa_id: '4915112345678', user_id: 'DE.134' }],
      messages: [
        {
          from: '4915112345678',
          from_user_id: 'DE.134',
          id: 'wamid.A',
          timestamp: '1790000000',
          type: 'text',
          text: { body: 'Hallo' },
        },
      ],
    })
    expect(readAll(body)).toEqual([
      {
        kind: 'message',
        wamid: 'wamid.A',
        at: new Date(1_790_000_000_000),
        from: { phone: '+4915112345678', bsuid: 'DE.134', parentBsuid: null, username: null, name: 'Mia' },
        content: { type: 'text', text: 'Hallo' },
        contextWamid: null,
        forwarded: false,
        referral: null,
        productId: null,
      },
    ])
    expect(splitWebhook(body).slices[0]).toMatchObject({
      key: 'wamid.A',
      phoneNumberId: '106540352242922',
      wabaId: '1022',
    })
  })

  it('reads a person without a visible number', () => {
    const [message] = readAll(
      messages({
        contacts: [{ profile: { name: 'Mia', username: '@miam' }, user_id: 'DE.134' }],
        messages: [
          {
            from_user_id: 'DE.134',
            id: 'wamid.B',
            timestamp: '1790000000',
            type: 'text',
            text: { body: 'Hi' },
          },
        ],
      }),
    )
    expect(message).toMatchObject({ from: { phone: null, bsuid: 'DE.134', username: 'miam' } })
  })

  it('reads taps with what they answer', () => {
    const [button, reply] = readAll(
      messages({
        messages: [
          {
            from: '49151',
            id: 'w1',
            timestamp: '1790000000',
            type: 'button',
            context: { id: 'wamid.Q' },
            button: { payload: 'OPTOUT:all', text: 'Abmelden' },
          },
          {
            from: '49151',
            id: 'w2',
            timestamp: '1790000000',
            type: 'interactive',
            context: { id: 'wamid.Q' },
            interactive: { type: 'button_reply', button_reply: { id: 'doi:yes:7', title: 'JA' } },
          },
        ],
      }),
    )
    expect(button).toMatchObject({
      content: { type: 'button', payload: 'OPTOUT:all', text: 'Abmelden' },
      contextWamid: 'wamid.Q',
    })
    expect(reply).toMatchObject({
      content: { type: 'reply', id: 'doi:yes:7', title: 'JA' },
      contextWamid: 'wamid.Q',
    })
  })

  it('marks forwarded messages, reads a changed number, keeps what it does not know', () => {
    const [forwarded, moved, odd] = readAll(
      messages({
        messages: [
          {
            from: '49151',
            id: 'w1',
            timestamp: '1',
            type: 'text',
            text: { body: 'x' },
            context: { forwarded: true },
          },
          {
            from: '49151111',
            from_user_id: 'DE.old',
            id: 'w2',
            timestamp: '1',
            type: 'system',
            system: {
              type: 'user_changed_number',
              wa_id: '4915199999',
              user_id: 'DE.new',
              previous_user_id: 'DE.old',
            },
          },
          { from: '49151111', id: 'w3', timestamp: '1', type: 'hologram', hologram: {} },
        ],
      }),
    )
    expect(forwarded).toMatchObject({ kind: 'message' })
    expect(moved).toMatchObject({
      content: {
        type: 'identity',
        change: 'number',
        phone: '+4915199999',
        bsuid: 'DE.new',
        previousBsuid: 'DE.old',
      },
    })
    expect(odd).toMatchObject({ content: { type: 'other', name: 'hologram' } })
  })

  it('reads statuses with price, failure and our callback data', () => {
    const [sent, failed, legacy] = readAll(
      messages({
        statuses: [
          {
            id: 'w',
            status: 'sent',
            timestamp: '1790000100',
            biz_opaque_callback_data: 'jw1.x',
            pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'marketing' },
          },
          {
            id: 'w',
            status: 'failed',
            timestamp: '1790000100',
            errors: [{ code: 131050, title: 't', error_data: { details: 'd' } }],
          },
          { id: 'w', status: 'warning', timestamp: '1790000100' },
        ],
      }),
    )
    expect(sent).toMatchObject({
      status: 'sent',
      callback: 'jw1.x',
      pricing: { billable: true, category: 'marketing', free: false },
      error: null,
    })
    expect(failed).toMatchObject({ status: 'failed', error: { code: 131050, detail: 'd' }, pricing: null })
    expect(legacy).toEqual({ kind: 'other', field: 'status', event: 'warning' })
  })

  it("reads WhatsApp's own stop", () => {
    const [stop] = readAll(
      wrap('user_preferences', {
        metadata: NUMBER,
        contacts: [{ profile: { name: 'Mia' }, wa_id: '4915112345678', user_id: 'DE.134' }],
        user_preferences: [
          {
            wa_id: '4915112345678',
            user_id: 'DE.134',
            category: 'marketing_messages',
            value: 'stop',
            timestamp: 1_790_000_200,
          },
        ],
      }),
    )
    expect(stop).toMatchObject({
      kind: 'preference',
      value: 'stop',
      from: { phone: '+4915112345678', bsuid: 'DE.134' },
    })
  })

  it('keeps every digit of a template id', () => {
    const body = wrap(
      'message_template_status_update',
      {
        event: 'REJECTED',
        reason: 'INVALID_FORMAT',
        message_template_name: 'a',
        message_template_language: 'en-US',
      },
      1_790_000_000,
    ).replace('"event"', '"message_template_id":12345678901234567890,"event"')
    expect(readAll(body)).toEqual([
      expect.objectContaining({
        kind: 'template',
        metaId: '12345678901234567890',
        language: 'en_US',
        change: expect.objectContaining({ what: 'state', event: 'REJECTED' }),
      }),
    ])
  })

  it('tells an announced category change from one in force', () => {
    const base = { message_template_id: 1, message_template_name: 'a', message_template_language: 'de' }
    const [notice] = readAll(
      wrap('template_category_update', {
        ...base,
        new_category: 'UTILITY',
        correct_category: 'MARKETING',
        category_update_timestamp: 1_790_000_000,
      }),
    )
    const [done] = readAll(
      wrap('template_category_update', { ...base, previous_category: 'UTILITY', new_category: 'MARKETING' }),
    )
    expect(notice).toMatchObject({ change: { after: 'MARKETING', announced: true } })
    expect(done).toMatchObject({ change: { after: 'MARKETING', announced: false } })
  })

  it('reads account events and limits', () => {
    const [restricted] = readAll(
      wrap('account_update', {
        event: 'ACCOUNT_RESTRICTION',
        restriction_info: [{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: 1 }],
      }),
    )
    expect(restricted).toMatchObject({
      kind: 'channel',
      wabaId: '1022',
      change: { what: 'account', restrictions: [{ kind: 'RESTRICTED_BIZ_INITIATED_MESSAGING' }] },
    })
    expect([readLimit('TIER_2K'), readLimit(-1), readLimit('TIER_UNLIMITED'), readLimit('TIER_X')]).toEqual([
      2_000,
      null,
      null,
      undefined,
    ])
  })

  it('gives the same key to a repeated update and another one to another', () => {
    const value = { event: 'ONBOARDING', display_phone_number: '4930123456' }
    const key = (body: string) => splitWebhook(body).slices[0]?.key
    expect(key(wrap('phone_number_quality_update', value, 5))).toBe(
      key(wrap('phone_number_quality_update', value, 5)),
    )
    expect(key(wrap('phone_number_quality_update', value, 5))).not.toBe(
      key(wrap('phone_number_quality_update', value, 6)),
    )
  })

  it('refuses a message that names nobody', () => {
    expect(() =>
      readAll(messages({ messages: [{ id: 'w', timestamp: '1', type: 'text', text: { body: 'x' } }] })),
    ).toThrow(/number nor BSUID/)
  })

  it('cuts any JSON without throwing', () => {
    const json = fc.jsonValue({ maxDepth: 5 })
    fc.assert(
      fc.property(json, fc.constantFrom('messages', 'account_update', 'x'), (value, field) => {
        splitWebhook(JSON.stringify(value))
        splitWebhook(JSON.stringify({ entry: [{ id: 1, changes: [{ field, value }, value] }, value] }))
      }),
    )
  })
})

describe('the signature', () => {
  const sign = (secret: string, body: Buffer) =>
    `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
  const body = Buffer.from('{"a":"\\u00e4"}')

  it('accepts the very bytes and nothing else', () => {
    expect(isSignedBy('s', body, sign('s', body))).toBe(true)
    expect(isSignedBy('s', Buffer.from('{"a":"ä"}'), sign('s', body))).toBe(false)
    expect(isSignedBy('other', body, sign('s', body))).toBe(false)
    expect(isSignedBy('s', body, undefined)).toBe(false)
    expect(isSignedBy('s', body, 'sha256=zz')).toBe(false)
  })
})
