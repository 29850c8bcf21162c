import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { readSlice, type Slice, splitWebhook } from '../whatsapp/index.ts'
import { mutate, mutations } from './webhook-mutations.ts'
import { shapes } from './webhook-shapes.ts'
import type { Target } from './webhook-target.ts'

export interface GeneratedWebhook {
  payload: Buffer
  /** The header as it arrives; undefined when there is none. */
  signature: string | undefined
  /** Whether the app really signed these bytes. */
  signed: boolean
}

/** What Meta sends at most. */
const MOST_BYTES = 3 * 1024 * 1024
/** In one webhook. */
const MOST_UPDATES = 1_000

/**
 * Bodies in every shape that Meta documents, most of them with something changed inside; some cut off, garbled or nested. Three
 * of four are signed by the app, so that they get beyond the signature.
 */
export function webhooks(target: Target): fc.Arbitrary<GeneratedWebhook> {
  const body = mutated(shapes(target), 4)
  const text = fc.oneof(
    { weight: 24, arbitrary: body },
    {
      weight: 1,
      arbitrary: fc.tuple(body, fc.nat()).map(([whole, at]) => whole.slice(0, at % whole.length)),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(body, HUGE).map(([whole, number]) => whole.replace(/(?<=":)\d+/, number)),
    },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 6 }).map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
    { weight: 1, arbitrary: fc.tuple(body, fc.integer({ min: 100, max: 60_000 })).map(nest) },
  )
  const payload = fc.oneof(
    { weight: 40, arbitrary: text.map((each) => Buffer.from(each)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
  )
  return sign(
    payload,
    target,
    fc.oneof(
      { weight: 15, arbitrary: fc.constant<Signing>('right') },
      { weight: 5, arbitrary: fc.constantFrom<Signing>('other', 'none', 'bare', 'short', 'sha1') },
    ),
  )
}

/** Signed bodies of nearly 3 MB: as many updates as fit, one update that is all of it, nests, one that ends in the middle. */
export function largeWebhooks(target: Target): fc.Arbitrary<GeneratedWebhook> {
  const many = (item: (n: number) => object, count: number, list: string) =>
    frame(target, { [list]: Array.from({ length: count }, (_, n) => item(n)) })
  const seconds = String(Math.floor(target.now.getTime() / 1000))
  const pick = <T>(from: readonly T[], n: number) => from[n % from.length]
  const at = (share: number, count: number) => 'x'.repeat(Math.floor((MOST_BYTES * share) / count))
  const statuses = fc.uuid().map((id) =>
    many(
      (n) => ({
        id: `wamid.${id}.${n}`,
        status: 'delivered',
        timestamp: seconds,
        recipient_id: pick(target.phones, n),
        biz_opaque_callback_data: `jw1.${pick(target.messageIds, n)}.1`,
        note: at(0.9, MOST_UPDATES),
      }),
      MOST_UPDATES,
      'statuses',
    ),
  )
  const messages = fc.uuid().map((id) =>
    many(
      (n) => ({
        id: `wamid.${id}.${n}`,
        from: pick(target.phones, n),
        timestamp: seconds,
        type: 'text',
        text: { body: at(0.9, 250) },
      }),
      250,
      'messages',
    ),
  )
  const one = fc.uuid().map((id) => {
    const [from] = target.phones
    const message = { id: `wamid.${id}`, from, timestamp: seconds, type: 'text', text: { body: at(0.95, 1) } }
    return frame(target, { messages: [message] })
  })
  const whole = mutated(fc.oneof(statuses, messages, one), 3)
  const text = fc.oneof(
    { weight: 3, arbitrary: whole },
    { weight: 1, arbitrary: whole.map((body) => body.slice(0, -MOST_UPDATES)) },
    {
      weight: 1,
      arbitrary: mutated(one, 0).map((body) => nest([body.replace(/x{9,}/, 'x'), MOST_BYTES / 2.2])),
    },
  )
  const payload = text.map((each) => Buffer.from(each)).filter(({ length }) => length < MOST_BYTES * 1.2)
  return sign(payload, target, fc.constant('right'))
}

function mutated(shape: fc.Arbitrary<object>, most: number): fc.Arbitrary<string> {
  return fc.tuple(shape, fc.array(mutations, { maxLength: most })).map(([original, changes]) => {
    const copy = structuredClone(original)
    for (const change of changes) mutate(copy, change)
    return JSON.stringify(copy)
  })
}

function frame({ phoneNumberId, wabaId, now }: Target, value: object): object {
  const changes = [{ field: 'messages', value: { metadata: { phone_number_id: phoneNumberId }, ...value } }]
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: wabaId, time: Math.floor(now.getTime() / 1000), changes }],
  }
}

/** Numbers as only their text can hold them. */
const HUGE = fc.constantFrom('1e999', '-1e999', '9'.repeat(400), '1e-999', `0.${'1'.repeat(400)}`, '-0')

/** Puts a deep nest of brackets where a body has its first list of messages or statuses, or around it. */
function nest([body, depth]: [string, number]): string {
  const deep = `${'['.repeat(depth)}1${']'.repeat(depth)}`
  const at = body.indexOf('"timestamp":')
  return at < 0 ? `{"entry":${deep}}` : `${body.slice(0, at)}"deep":${deep},${body.slice(at)}`
}

type Signing = 'right' | 'other' | 'none' | 'bare' | 'short' | 'sha1'

function sign(
  payload: fc.Arbitrary<Buffer>,
  { appSecret }: Target,
  how: fc.Arbitrary<Signing>,
): fc.Arbitrary<GeneratedWebhook> {
  return fc.tuple(payload, how).map(([bytes, signing]) => ({
    payload: bytes,
    signature: headerFor(bytes, appSecret, signing),
    signed: signing === 'right',
  }))
}

function headerFor(bytes: Buffer, appSecret: string, how: Signing): string | undefined {
  const by = (secret: string) => createHmac('sha256', secret).update(bytes).digest('hex')
  switch (how) {
    case 'right':
      return `sha256=${by(appSecret)}`
    case 'other':
      return `sha256=${by('another secret')}`
    case 'none':
      return undefined
    case 'bare':
      return by(appSecret)
    case 'short':
      return `sha256=${by(appSecret).slice(0, 63)}`
    case 'sha1':
      return `sha1=${by(appSecret)}`
  }
}

/** How far a number of bodies gets. */
export interface Shares {
  bodies: number
  signed: number
  /** Of the signed: JSON. */
  parsed: number
  /** Of the signed: those in which updates are found. */
  withUpdates: number
  /** In these. */
  updates: number
  /** Of the updates: those that can be read, and so reach the code that acts on them. */
  readable: number
  /** Bytes of the largest. */
  largest: number
}

export const NO_SHARES: Shares = {
  bodies: 0,
  signed: 0,
  parsed: 0,
  withUpdates: 0,
  updates: 0,
  readable: 0,
  largest: 0,
}

export function addShare(shares: Shares, { payload, signed }: GeneratedWebhook): Shares {
  const slices = signed ? slicesOf(payload) : null
  return {
    bodies: shares.bodies + 1,
    signed: shares.signed + Number(signed),
    parsed: shares.parsed + Number(slices !== null),
    withUpdates: shares.withUpdates + Number((slices ?? []).length > 0),
    updates: shares.updates + (slices ?? []).length,
    readable: shares.readable + (slices ?? []).filter(isReadable).length,
    largest: Math.max(shares.largest, payload.length),
  }
}

/** @returns null when it is no JSON that can be kept */
function slicesOf(payload: Buffer): Slice[] | null {
  try {
    return splitWebhook(payload.toString('utf8')).slices
  } catch {
    return null
  }
}

function isReadable(slice: Slice): boolean {
  try {
    readSlice(slice)
    return true
  } catch {
    return false
  }
}
