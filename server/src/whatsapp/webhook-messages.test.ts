import { describe, expect, it } from 'vitest'
import { type InboundMessage, readSlice, splitWebhook } from './index.ts'

const NUMBER = { display_phone_number: '4930123456', phone_number_id: '106540352242922' }
const ANNA = { from: '4915112345678', from_user_id: 'DE.134', timestamp: '1790000000' }

const slicesOf = (field: string, value: object) =>
  splitWebhook(
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: '1022', changes: [{ field, value: { metadata: NUMBER, ...value } }] }],
    }),
  ).slices

function read(message: object): InboundMessage {
  const [slice] = slicesOf('messages', { messages: [{ ...ANNA, id: 'wamid.A', ...message }] })
  const update = slice && readSlice(slice)
  if (update?.kind !== 'message') throw new Error('not a message')
  return update
}

const file = { mime: null, fileName: null, voice: false, animated: false }
const VCARD = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Mia Muster\r\nTEL;TYPE=CELL:+49 151 12345678\r\nEND:VCARD'

describe('field messages: what each type of message becomes', () => {
  it.each<[string, object, object]>([
    ['text', { type: 'text', text: { body: 'Hallo' } }, { type: 'text', text: 'Hallo' }],
    [
      'button: a tap on a template',
      { type: 'button', button: { payload: 'OPTOUT:all', text: 'Abmelden' }, context: { id: 'wamid.Q' } },
      { type: 'button', payload: 'OPTOUT:all', text: 'Abmelden' },
    ],
    [
      'interactive: a button',
      { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: 'a', title: 'JA' } } },
      { type: 'reply', id: 'a', title: 'JA', list: false },
    ],
    [
      'interactive: a row of a list',
      { type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: 'r', title: 'Rot' } } },
      { type: 'reply', id: 'r', title: 'Rot', list: true },
    ],
    [
      'interactive: a form, without its token',
      {
        type: 'interactive',
        interactive: {
          type: 'nfm_reply',
          nfm_reply: {
            name: 'flow',
            body: 'Sent',
            response_json: '{"flow_token":"t","size":38,"colours":["red","blue"],"deep":{"a":1},"empty":""}',
          },
        },
      },
      {
        type: 'flow',
        name: 'flow',
        answers: [
          { field: 'size', value: '38' },
          { field: 'colours', value: 'red, blue' },
        ],
      },
    ],
    [
      'interactive: a form whose answers cannot be read',
      { type: 'interactive', interactive: { nfm_reply: { response_json: '{"a":' } } },
      { type: 'flow', name: null, answers: [] },
    ],
    [
      'image with a caption',
      { type: 'image', image: { id: 77, mime_type: 'image/jpeg', sha256: 'x', caption: 'So?' } },
      { ...file, type: 'media', media: 'image', mediaId: '77', caption: 'So?', mime: 'image/jpeg' },
    ],
    [
      'video',
      { type: 'video', video: { id: '78', mime_type: 'video/mp4' } },
      { ...file, type: 'media', media: 'video', mediaId: '78', caption: null, mime: 'video/mp4' },
    ],
    [
      'audio: a voice message',
      { type: 'audio', audio: { id: '79', mime_type: 'audio/ogg; codecs=opus', voice: true } },
      {
        ...file,
        type: 'media',
        media: 'audio',
        mediaId: '79',
        caption: null,
        mime: 'audio/ogg; codecs=opus',
        voice: true,
      },
    ],
    [
      'document with its name',
      { type: 'document', document: { id: '80', mime_type: 'application/pdf', filename: 'Rechnung.pdf' } },
      {
        ...file,
        type: 'media',
        media: 'document',
        mediaId: '80',
        caption: null,
        mime: 'application/pdf',
        fileName: 'Rechnung.pdf',
      },
    ],
    [
      'sticker',
      { type: 'sticker', sticker: { id: '81', mime_type: 'image/webp', animated: true } },
      {
        ...file,
        type: 'media',
        media: 'sticker',
        mediaId: '81',
        caption: null,
        mime: 'image/webp',
        animated: true,
      },
    ],
    [
      'a medium of a shape we do not know',
      { type: 'image', image: 'later' },
      { ...file, type: 'media', media: 'image', mediaId: null, caption: null },
    ],
    [
      'location',
      {
        type: 'location',
        location: { latitude: 52.52, longitude: '13.4', name: 'Laden', address: 'Weg 1', url: 'https://…' },
      },
      { type: 'location', latitude: 52.52, longitude: 13.4, name: 'Laden', address: 'Weg 1' },
    ],
    [
      'contacts: a card proves no number',
      {
        type: 'contacts',
        contacts: [
          {
            name: { formatted_name: 'Ben Beispiel', first_name: 'Ben' },
            phones: [{ phone: '+49 151 9', wa_id: '4915199999999', type: 'CELL' }, { phone: '030 / 12' }],
          },
        ],
      },
      {
        type: 'contacts',
        ownNumber: null,
        cards: [{ name: 'Ben Beispiel', phones: ['+4915199999999', '030 / 12'] }],
      },
    ],
    [
      'contacts: the own number, as an answer to a request for it',
      {
        type: 'contacts',
        origin: 'contact_request/other',
        contacts: [{ vcard: VCARD, phones: [{ phone: '4915112345678' }] }],
      },
      {
        type: 'contacts',
        ownNumber: '+4915112345678',
        cards: [{ name: 'Mia Muster', phones: ['+4915112345678'] }],
      },
    ],
    [
      'contacts: another origin proves nothing',
      { type: 'contacts', origin: 'address_book', contacts: [{ vcard: VCARD }] },
      { type: 'contacts', ownNumber: null, cards: [{ name: 'Mia Muster', phones: ['+4915112345678'] }] },
    ],
    [
      'reaction',
      { type: 'reaction', reaction: { message_id: 'w', emoji: '👍' } },
      { type: 'reaction', wamid: 'w', emoji: '👍' },
    ],
    [
      'reaction taken back',
      { type: 'reaction', reaction: { message_id: 'w', emoji: '' } },
      { type: 'reaction', wamid: 'w', emoji: null },
    ],
    [
      'order',
      {
        type: 'order',
        order: {
          catalog_id: 12345678,
          text: 'Bitte als Geschenk',
          product_items: [
            { product_retailer_id: 'SKU-1', quantity: '2', item_price: 19.9, currency: 'EUR' },
            { product_retailer_id: 'SKU-2', quantity: 1, item_price: 'n/a', currency: 'euro' },
          ],
        },
      },
      {
        type: 'order',
        catalogId: '12345678',
        note: 'Bitte als Geschenk',
        items: [
          { productId: 'SKU-1', quantity: 2, price: 19.9, currency: 'EUR' },
          { productId: 'SKU-2', quantity: 1, price: null, currency: null },
        ],
      },
    ],
    [
      'edit of a text',
      { type: 'edit', edit: { original_message_id: 'w', message: { type: 'text', text: { body: 'STOP' } } } },
      { type: 'edit', wamid: 'w', content: { type: 'text', text: 'STOP' } },
    ],
    [
      'edit that cannot be read',
      { type: 'edit', edit: { original_message_id: 'w', message: { type: 'hologram' } } },
      { type: 'edit', wamid: 'w', content: null },
    ],
    ['revoke', { type: 'revoke', revoke: { original_message_id: 'w' } }, { type: 'deleted', wamid: 'w' }],
    [
      'unsupported',
      { type: 'unsupported', unsupported: { type: 'poll' }, errors: [{ code: 131051, title: 'x' }] },
      { type: 'unsupported', what: 'poll' },
    ],
    [
      'unsupported, in its old shape',
      { type: 'unsupported', errors: [] },
      { type: 'unsupported', what: 'unknown' },
    ],
    [
      'system: a new number',
      {
        type: 'system',
        system: {
          type: 'user_changed_number',
          wa_id: '4915199999999',
          user_id: 'DE.2',
          previous_user_id: 'DE.134',
        },
      },
      { type: 'identity', change: 'number', phone: '+4915199999999', bsuid: 'DE.2', previousBsuid: 'DE.134' },
    ],
    [
      'system: a new id, the number hidden',
      {
        type: 'system',
        system: { type: 'user_changed_user_id', user_id: 'DE.2', previous_user_id: 'DE.134' },
      },
      { type: 'identity', change: 'user_id', phone: null, bsuid: 'DE.2', previousBsuid: 'DE.134' },
    ],
    [
      'system: a new phone under the same number',
      {
        type: 'system',
        system: { type: 'customer_identity_changed', identity: { acknowledged: true, hash: 'x' } },
      },
      { type: 'security_code' },
    ],
    [
      'request_welcome, which Meta removed',
      { type: 'request_welcome' },
      { type: 'other', name: 'request_welcome' },
    ],
    ['a type of next year', { type: 'hologram', hologram: {} }, { type: 'other', name: 'hologram' }],
    ['a type that is the name of a method', { type: 'constructor' }, { type: 'other', name: 'constructor' }],
    ['a text without words', { type: 'text', text: {} }, { type: 'other', name: 'text' }],
  ])('%s', (_what, message, content) => {
    expect(read(message).content).toEqual(content)
  })

  it('keeps whence a person came, but not the id of the click, not even in what is stored', () => {
    const [slice] = slicesOf('messages', {
      messages: [
        {
          ...ANNA,
          id: 'w',
          type: 'text',
          text: { body: 'Hallo' },
          referral: {
            source_url: 'https://fb.example/p/1',
            source_id: '9',
            source_type: 'ad',
            headline: 'Sommer',
            body: 'Jetzt',
            ctwa_clid: 'TRACKING-ID',
            later: true,
          },
        },
      ],
    })
    expect(JSON.stringify(slice)).not.toContain('TRACKING-ID')
    expect(slice?.item).toMatchObject({ referral: { source_id: '9', later: true } })
    expect(slice && readSlice(slice)).toMatchObject({
      referral: { source: 'ad', url: 'https://fb.example/p/1', headline: 'Sommer', body: 'Jetzt' },
    })
    expect(
      read({ type: 'text', text: { body: 'x' }, referral: { source_url: 'javascript:alert(1)' } }).referral,
    ).toEqual({ source: 'other', url: null, headline: null, body: null })
  })

  it('knows the product that a question is about, and words that were passed on', () => {
    const message = read({
      type: 'text',
      text: { body: 'Gibt es das in Rot?' },
      context: {
        id: 'wamid.P',
        frequently_forwarded: true,
        referred_product: { catalog_id: '1', product_retailer_id: 4711 },
      },
    })
    expect(message).toMatchObject({ productId: '4711', contextWamid: 'wamid.P', forwarded: true })
  })

  it.each(['parent_user_id', 'parent_recipient_user_id', 'recipient_parent_user_id'])(
    'C-75: reads the parent id as %s',
    (name) => {
      const value = {
        contacts: [{ user_id: 'DE.134', [name]: 'DE.ENT.118' }],
        messages: [
          { from_user_id: 'DE.134', id: 'w', timestamp: 1790000000, type: 'text', text: { body: 'x' } },
        ],
      }
      const [slice] = slicesOf('messages', value)
      expect(slice && readSlice(slice)).toMatchObject({
        from: { bsuid: 'DE.134', parentBsuid: 'DE.ENT.118', phone: null },
      })
    },
  )

  it('tolerates the ids of 2025, empty strings for what is missing, and a country nobody asked for', () => {
    const value = {
      contacts: [{ wa_id: '', user_id: 'user.9373', profile: { name: 'Mia', country_code: 'DE' } }],
      messages: [
        { from: '', from_user_id: 'user.9373', id: 'w', timestamp: '1', type: 'text', text: { body: 'x' } },
      ],
    }
    const [slice] = slicesOf('messages', value)
    expect(slice && readSlice(slice)).toMatchObject({
      from: { phone: null, bsuid: 'user.9373', name: 'Mia' },
    })
  })

  it('field user_id_update: a change of the id as recordings have it', () => {
    const [slice] = slicesOf('user_id_update', {
      user_id_update: [
        { wa_id: '4915112345678', user_id: { previous: 'DE.1', current: 'DE.2' }, timestamp: '1790000000' },
      ],
    })
    expect(slice && readSlice(slice)).toMatchObject({
      kind: 'message',
      wamid: slice?.key,
      from: { phone: '+4915112345678', bsuid: 'DE.1' },
      content: { type: 'identity', change: 'user_id', bsuid: 'DE.2', previousBsuid: 'DE.1' },
    })
  })
})
