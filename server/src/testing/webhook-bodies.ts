import { createHmac } from 'node:crypto'
import fc from 'fast-check'

/** What the generated webhooks are about. */
export interface Target {
  phoneNumberId: string
  wabaId: string
  appSecret: string
  /** Digits of people's numbers. */
  phones: readonly string[]
}

export interface GeneratedWebhook {
  payload: Buffer
  /** The header as it arrives; undefined when there is none. */
  signature: string | undefined
  /** Whether the app really signed these bytes. */
  signed: boolean
}

const DAY_SECONDS = 86_400
const NOW = Math.floor(Date.parse('2026-11-18T11:00:00Z') / 1000)

/** Values that have no business being where they are put. */
const ODD: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    ' ',
    0,
    -1,
    1e308,
    -1e308,
    2 ** 60,
    '9'.repeat(400),
    '\u0000',
    'a\u0000b',
    '\ud800',
    '__proto__',
    "'; drop table message; --",
    '{{1}}',
    [],
    {},
    [[]],
    { toString: 1 },
    String(NOW - 30 * DAY_SECONDS),
    String(NOW + 900 * 365 * DAY_SECONDS),
    '1e999',
    'NaN',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double(),
  fc.jsonValue({ maxDepth: 4 }),
)

/** Bodies in every shape that Meta documents, mutated; whole, cut off or garbled; signed rightly, wrongly or not at all. */
export function webhooks(target: Target): fc.Arbitrary<GeneratedWebhook> {
  const body = fc
    .tuple(shapes(target), fc.array(fc.tuple(fc.nat(), fc.nat(3), ODD), { maxLength: 4 }))
    .map(([shape, mutations]) => {
      const copy = structuredClone(shape)
      // A value of its own each time: the next mutation may be inside of it, and one put into itself has no end.
      for (const [where, how, value] of mutations) mutate(copy, where, how, structuredClone(value))
      return JSON.stringify(copy)
    })
  const text = fc.oneof(
    { weight: 12, arbitrary: body },
    {
      weight: 2,
      arbitrary: fc.tuple(body, fc.nat()).map(([whole, at]) => whole.slice(0, at % whole.length)),
    },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 6 }).map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
    { weight: 1, arbitrary: fc.tuple(body, fc.integer({ min: 100, max: 60_000 })).map(nest) },
  )
  const payload = fc.oneof(
    { weight: 20, arbitrary: text.map((each) => Buffer.from(each)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
  )
  return fc
    .tuple(payload, fc.constantFrom('right', 'other', 'none', 'bare', 'short', 'sha1'))
    .map(([bytes, how]) => {
      const by = (secret: string) => createHmac('sha256', secret).update(bytes).digest('hex')
      const header = {
        right: `sha256=${by(target.appSecret)}`,
        other: `sha256=${by('another secret')}`,
        none: undefined,
        bare: by(target.appSecret),
        short: `sha256=${by(target.appSecret).slice(0, 63)}`,
        sha1: `sha1=${by(target.appSecret)}`,
      }[how]
      return { payload: bytes, signature: header, signed: how === 'right' }
    })
}

function shapes({ phoneNumberId, wabaId, phones }: Target): fc.Arbitrary<object> {
  const phone = fc.constantFrom(...phones)
  const id = fc.uuid().map((each) => `wamid.${each}`)
  const timestamp = fc
    .constantFrom(NOW, NOW - 30 * DAY_SECONDS, NOW + 400 * DAY_SECONDS, NOW - 60)
    .map(String)
  const metadata = {
    display_phone_number: '4930123456',
    phone_number_id: phoneNumberId,
  }
  const contentOf: fc.Arbitrary<object> = fc.constantFrom<object>(
    { type: 'text', text: { body: 'Hallo' } },
    { type: 'text', text: { body: 'STOP' } },
    { type: 'text', text: { body: 'Bitte nicht mehr schreiben?' } },
    {
      type: 'button',
      button: { payload: 'jw:stop', text: 'Abmelden' },
      context: { id: 'wamid.x', from: '49301' },
    },
    {
      type: 'interactive',
      interactive: { type: 'button_reply', button_reply: { id: 'doi:yes:1', title: 'JA' } },
    },
    { type: 'image', image: { id: '1', mime_type: 'image/png', caption: 'x' } },
    { type: 'reaction', reaction: { message_id: 'wamid.y', emoji: '👍' } },
    { type: 'location', location: { latitude: 52.5, longitude: 13.4 } },
    { type: 'system', system: { type: 'user_changed_number', wa_id: '4915112345670', body: 'x' } },
    { type: 'unsupported', errors: [{ code: 131051, title: 'x' }] },
    {
      type: 'interactive',
      interactive: { nfm_reply: { name: 'flow', response_json: '{"size":38,"many":["a","b"]}' } },
    },
    {
      type: 'contacts',
      origin: 'contact_request/other',
      contacts: [{ vcard: 'BEGIN:VCARD\nFN:Mia\nTEL:+49151', phones: [{ phone: '49151' }] }],
    },
    {
      type: 'order',
      order: { catalog_id: '1', text: 'x', product_items: [{ product_retailer_id: 'a', quantity: 1 }] },
    },
    {
      type: 'edit',
      edit: { original_message_id: 'wamid.x', message: { type: 'text', text: { body: 'STOP' } } },
    },
    { type: 'revoke', revoke: { original_message_id: 'wamid.x' } },
  )
  const message = fc.tuple(phone, id, timestamp, contentOf).map(([from, wamid, at, content]) => ({
    contacts: [{ wa_id: from, profile: { name: 'Mia', username: '@mia' } }],
    messages: [{ from, id: wamid, timestamp: at, ...content }],
  }))
  const status = fc
    .tuple(
      phone,
      id,
      timestamp,
      fc.constantFrom('sent', 'delivered', 'read', 'played', 'failed', 'warning'),
      fc.uuid(),
    )
    .map(([recipient, wamid, at, name, messageId]) => ({
      statuses: [
        {
          id: wamid,
          status: name,
          timestamp: at,
          recipient_id: recipient,
          biz_opaque_callback_data: `jw1.${messageId}`,
          pricing: { billable: true, category: 'marketing', type: 'regular' },
          ...(name === 'failed'
            ? { errors: [{ code: 131049, title: 'x', error_data: { details: 'y' } }] }
            : {}),
        },
      ],
    }))
  const preference = fc.tuple(phone, fc.constantFrom('stop', 'resume', 'signup')).map(([person, value]) => ({
    user_preferences: [{ wa_id: person, category: 'marketing_messages', value, timestamp: NOW }],
  }))
  const copy = fc
    .tuple(phone, id, timestamp, contentOf)
    .map(([to, wamid, at, content]): [string, object] => [
      'smb_message_echoes',
      { metadata, message_echoes: [{ from: '4930123456', to, id: wamid, timestamp: at, ...content }] },
    ])
  const past = fc
    .tuple(phone, id, timestamp, contentOf)
    .map(([from, wamid, at, content]): [string, object] => [
      'history',
      {
        metadata,
        history: [{ threads: [{ id: from, messages: [{ from, id: wamid, timestamp: at, ...content }] }] }],
      },
    ])
  const change = fc.constantFrom<[string, object]>(
    [
      'message_template_status_update',
      { event: 'PAUSED', message_template_id: 2 ** 60, message_template_name: 'n' },
    ],
    ['message_template_quality_update', { new_quality_score: 'RED', message_template_id: 12 }],
    ['phone_number_quality_update', { event: 'FLAGGED', display_phone_number: '4930123456' }],
    ['business_capability_update', { max_daily_conversations_per_business: 'TIER_2K' }],
    ['account_update', { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'REINSTATE' } }],
    ['smb_app_state_sync', { metadata, state_sync: [{ type: 'contact', contact: { phone_number: '49' } }] }],
    ['messages', { metadata, errors: [{ code: 130429, title: 'x' }] }],
    ['flows', { event: 'FLOW_STATUS_CHANGE' }],
    ['something_of_next_year', { a: [1, { b: 'c' }] }],
  )
  const inField = fc.oneof(
    fc.oneof(message, status).map((value): [string, object] => ['messages', { metadata, ...value }]),
    preference.map((value): [string, object] => ['user_preferences', { metadata, ...value }]),
    copy,
    past,
    change,
  )
  return fc
    .tuple(fc.array(inField, { minLength: 1, maxLength: 3 }), fc.boolean())
    .map(([changes, known]) => ({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: known ? wabaId : '999',
          time: NOW,
          changes: changes.map(([field, value]) => ({ field, value })),
        },
      ],
    }))
}

type Fields = Record<string, unknown>

/** Replaces, removes, doubles or adds something somewhere in a body. */
function mutate(root: object, where: number, how: number, value: unknown): void {
  const places: [Fields, string][] = []
  // No recursion: what was put in before may be nested deeper than a stack allows.
  const nodes: unknown[] = [root]
  while (nodes.length > 0) {
    const node = nodes.pop()
    if (typeof node !== 'object' || node === null) continue
    for (const [key, value] of Object.entries(node)) {
      places.push([node as Fields, key])
      nodes.push(value)
    }
  }
  const [parent, key] = places[where % places.length] ?? []
  if (!parent || key === undefined) return
  if (how === 0) delete parent[key]
  else if (how === 1) parent[key] = [parent[key], parent[key]]
  else if (how === 2) parent[`${key}_new`] = value
  else parent[key] = value
}

/** Puts a deep nest of brackets where a body has its first list of messages or statuses, or around it. */
function nest([body, depth]: [string, number]): string {
  const deep = `${'['.repeat(depth)}1${']'.repeat(depth)}`
  const at = body.indexOf('"timestamp":')
  return at < 0 ? `{"entry":${deep}}` : `${body.slice(0, at)}"deep":${deep},${body.slice(at)}`
}
