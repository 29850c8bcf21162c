import fc from 'fast-check'
import { changesOfNobody } from './webhook-changes.ts'
import type { Change, Target } from './webhook-target.ts'

const DAY_SECONDS = 86_400

/** Bodies in every shape that Meta documents, as it sends them. */
export function shapes(target: Target): fc.Arbitrary<object> {
  const { wabaId, now } = target
  const time = Math.floor(now.getTime() / 1000)
  return fc
    .tuple(
      fc.array(changeIn(target), { minLength: 1, maxLength: 3 }),
      fc.oneof({ weight: 9, arbitrary: fc.constant(wabaId) }, { weight: 1, arbitrary: fc.constant('999') }),
    )
    .map(([changes, id]) => ({
      object: 'whatsapp_business_account',
      entry: [{ id, time, changes: changes.map(([field, value]) => ({ field, value })) }],
    }))
}

/** Seconds as Meta writes them: mostly of now, some as old as a history, some of a clock that runs ahead. */
const timesAround = (now: Date): fc.Arbitrary<string> => {
  const seconds = Math.floor(now.getTime() / 1000)
  return fc.oneof(
    { weight: 4, arbitrary: fc.nat(3_600).map((ago) => String(seconds - ago)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(-30, -14, -400, 2, 400).map((days) => String(seconds + days * DAY_SECONDS)),
    },
  )
}

function changeIn(target: Target): fc.Arbitrary<Change> {
  const { displayPhoneNumber, phoneNumberId, phones, messageIds, now } = target
  const metadata = {
    display_phone_number: displayPhoneNumber.replace(/\D/g, ''),
    phone_number_id: phoneNumberId,
  }
  const phone = fc.constantFrom(...phones)
  const wamid = fc.uuid().map((each) => `wamid.${each}`)
  const timestamp = timesAround(now)
  const message = fc
    .tuple(phone, wamid, timestamp, contents(phones), senders, extras)
    .map(([from, id, at, content, sender, extra]): Change => {
      const { about, contact } = sender(from)
      return [
        'messages',
        {
          metadata,
          ...(contact ? { contacts: [{ ...contact, profile: { name: 'Mia', username: '@mia' } }] } : {}),
          messages: [{ ...about, id, timestamp: at, ...content, ...extra }],
        },
      ]
    })
  const status = fc
    .array(fc.tuple(phone, wamid, timestamp, statusNames, callbacks(messageIds), prices, codes), {
      minLength: 1,
      maxLength: 3,
    })
    .map(
      (all): Change => [
        'messages',
        {
          metadata,
          statuses: all.map(([recipient_id, id, at, name, callback, pricing, code]) => ({
            id,
            status: name,
            timestamp: at,
            recipient_id,
            ...(callback === null ? {} : { biz_opaque_callback_data: callback }),
            ...(pricing ? { pricing } : {}),
            ...(name === 'failed'
              ? { errors: [{ code, title: 'x', message: 'x', error_data: { details: 'y' } }] }
              : {}),
          })),
        },
      ],
    )
  const preference = fc.tuple(phone, fc.constantFrom('stop', 'resume', 'signup'), timestamp).map(
    ([wa_id, value, at]): Change => [
      'user_preferences',
      {
        metadata,
        contacts: [{ wa_id, profile: { name: 'Mia' } }],
        user_preferences: [{ wa_id, category: 'marketing_messages', value, timestamp: Number(at) }],
      },
    ],
  )
  const copy = fc.tuple(phone, wamid, timestamp, contents(phones)).map(
    ([to, id, at, content]): Change => [
      'smb_message_echoes',
      {
        metadata,
        message_echoes: [{ from: metadata.display_phone_number, to, id, timestamp: at, ...content }],
      },
    ],
  )
  const past = fc.tuple(phone, wamid, timestamp, contents(phones)).map(
    ([from, id, at, content]): Change => [
      'history',
      {
        metadata,
        history: [{ threads: [{ id: from, messages: [{ from, id, timestamp: at, ...content }] }] }],
      },
    ],
  )
  return fc.oneof(
    { weight: 8, arbitrary: message },
    { weight: 8, arbitrary: status },
    { weight: 2, arbitrary: preference },
    { weight: 1, arbitrary: copy },
    { weight: 1, arbitrary: past },
    { weight: 4, arbitrary: fc.constantFrom(...changesOfNobody(target, metadata)) },
  )
}

/** Known by the number, by the id alone, by both, or without a contact. */
const senders = fc.constantFrom(
  (from: string) => ({ about: { from }, contact: { wa_id: from } }),
  (from: string) => ({ about: { from_user_id: bsuidOf(from) }, contact: { user_id: bsuidOf(from) } }),
  (from: string) => ({
    about: { from, from_user_id: bsuidOf(from) },
    contact: { wa_id: from, user_id: bsuidOf(from) },
  }),
  (from: string) => ({ about: { from }, contact: null }),
)

const bsuidOf = (phone: string) => `DE.${phone}000`

const extras = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<object>(
      { context: { id: 'wamid.x', from: '4930' } },
      { context: { forwarded: true } },
      { context: { id: 'wamid.x', referred_product: { catalog_id: '1', product_retailer_id: 'a' } } },
      { referral: { source_url: 'https://x.example', source_type: 'ad', headline: 'h', ctwa_clid: 'c' } },
      { group_id: '120363' },
    ),
  },
)

const statusNames = fc.constantFrom('sent', 'delivered', 'read', 'played', 'failed', 'warning', 'deleted')
/** Of every way in which errors are dealt with: once more, later, the person, the template, the number, the account. */
const codes = fc.constantFrom(
  131049,
  131026,
  131050,
  130429,
  131056,
  132015,
  131031,
  131042,
  131000,
  1,
  999999,
)
const prices = fc.constantFrom<object | null>(
  null,
  { billable: true, pricing_model: 'PMP', category: 'marketing', type: 'regular' },
  { billable: true, pricing_model: 'PMP', category: 'marketing_lite', type: 'regular' },
  { billable: false, pricing_model: 'PMP', category: 'utility', type: 'free_customer_service' },
  { billable: true, category: 'something-of-next-year' },
)

/** Mostly about a message of ours; else another's, or an id that nobody made. */
function callbacks(messageIds: readonly string[]): fc.Arbitrary<string | null> {
  const own = fc.constantFrom(...messageIds)
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.tuple(own, fc.constantFrom('.1', '', '.2')).map(([id, n]) => `jw1.${id}${n}`),
    },
    { weight: 1, arbitrary: fc.uuid({ version: 7 }).map((id) => `jw1.${id}.1`) },
    { weight: 1, arbitrary: fc.uuid().map((id) => `jw1.${id}`) },
    { weight: 1, arbitrary: fc.constantFrom(null, 'camp:42', 'jw1.', 'jw1.x.1') },
  )
}

const text = (body: string) => ({ type: 'text', text: { body } })

function contents(phones: readonly string[]): fc.Arbitrary<object> {
  const [first = '', second = ''] = phones
  return fc.constantFrom<object>(
    text('Hallo'),
    text('STOP'),
    text('START'),
    text('Bitte nicht mehr schreiben?'),
    text('Welche Daten habt ihr über mich?'),
    text('Hallo Blattwerk, ich möchte Nachrichten per WhatsApp bekommen. (Code ABC234)'),
    {
      type: 'button',
      button: { payload: 'jw:stop', text: 'Abmelden' },
      context: { id: 'wamid.x', from: '49301' },
    },
    {
      type: 'interactive',
      interactive: { type: 'button_reply', button_reply: { id: 'doi:yes:1', title: 'JA' } },
    },
    {
      type: 'interactive',
      interactive: {
        type: 'button_reply',
        button_reply: { id: 'doi:yes:01980000-0000-7000-8000-000000000001', title: 'JA' },
      },
    },
    {
      type: 'interactive',
      interactive: { type: 'list_reply', list_reply: { id: 'a', title: 'b', description: 'c' } },
    },
    {
      type: 'interactive',
      interactive: { nfm_reply: { name: 'flow', response_json: '{"size":38,"many":["a","b"]}' } },
    },
    { type: 'image', image: { id: '1', mime_type: 'image/png', sha256: 'x', caption: 'STOP' } },
    { type: 'audio', audio: { id: '2', mime_type: 'audio/ogg; codecs=opus', voice: true } },
    { type: 'document', document: { id: '3', mime_type: 'application/pdf', filename: 'a.pdf' } },
    { type: 'sticker', sticker: { id: '4', mime_type: 'image/webp', animated: true } },
    { type: 'button', button: { payload: `optout:${'-'.repeat(36)}`, text: 'Abmelden' } },
    { type: 'button', button: { payload: 'optout:01980000-0000-7000-8000-000000000001', text: 'Abmelden' } },
    {
      type: 'interactive',
      interactive: { type: 'button_reply', button_reply: { id: `doi:no:${'f'.repeat(36)}`, title: 'NEIN' } },
    },
    { type: 'reaction', reaction: { message_id: 'wamid.y', emoji: '👍' } },
    { type: 'location', location: { latitude: 52.5, longitude: 13.4, name: 'Berlin' } },
    { type: 'system', system: { type: 'user_changed_number', wa_id: second, body: 'x' } },
    {
      type: 'system',
      system: { type: 'user_changed_user_id', user_id: bsuidOf(second), previous_user_id: bsuidOf(first) },
    },
    { type: 'system', system: { type: 'customer_identity_changed', body: 'x' } },
    { type: 'unsupported', errors: [{ code: 131051, title: 'x' }] },
    {
      type: 'contacts',
      origin: 'contact_request/other',
      contacts: [{ vcard: 'BEGIN:VCARD\nFN:Mia\nTEL:+49151', phones: [{ phone: first, wa_id: first }] }],
    },
    {
      type: 'order',
      order: {
        catalog_id: '1',
        text: 'x',
        product_items: [{ product_retailer_id: 'a', quantity: 1, item_price: 2.5, currency: 'EUR' }],
      },
    },
    { type: 'edit', edit: { original_message_id: 'wamid.x', message: text('STOP') } },
    { type: 'revoke', revoke: { original_message_id: 'wamid.x' } },
  )
}
