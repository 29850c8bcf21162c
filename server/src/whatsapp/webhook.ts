import { z } from 'zod'
import { knownAs, LOCAL_ERROR } from './errors.ts'
import type { CopyUpdate, InboundMessage, Referral, Sender, Update } from './updates.ts'
import { readChange } from './webhook-changes.ts'
import { readContent } from './webhook-content.ts'
import { bsuid, idText, maybe, phone, seconds, text } from './webhook-fields.ts'
import type { Slice } from './webhook-split.ts'

const Contact = z
  .looseObject({
    wa_id: phone,
    user_id: bsuid,
    parent_user_id: bsuid,
    parent_recipient_user_id: bsuid,
    recipient_parent_user_id: bsuid,
    profile: z.looseObject({ name: maybe, username: maybe }).nullish().catch(null),
  })
  .nullish()
  .catch(null)

/**
 * Reads one update. Unknown fields are ignored and unknown kinds become `other`; only what misses the few values without
 * which nothing can be done is refused.
 * @throws ZodError
 */
export function readSlice(slice: Slice): Update {
  if (slice.kind === 'message')
    return slice.field === 'user_id_update' ? readIdUpdate(slice) : readMessage(slice)
  if (slice.kind === 'copy') return readCopy(slice)
  if (slice.kind === 'status') return readStatus(slice)
  if (slice.kind === 'preference') return readPreference(slice)
  return readChange(slice)
}

const flag = z.boolean().catch(false)
const Context = z.looseObject({
  id: maybe,
  forwarded: flag,
  frequently_forwarded: flag,
  referred_product: z.looseObject({ product_retailer_id: idText }).nullish().catch(null),
})
const Message = z.looseObject({
  id: text.min(1),
  timestamp: seconds,
  type: text.catch('unknown'),
  from: phone,
  from_user_id: bsuid,
  from_parent_user_id: bsuid,
  group_id: maybe,
  context: Context.nullish().catch(null),
  referral: z
    .looseObject({ source_url: maybe, source_type: maybe, headline: maybe, body: maybe })
    .nullish()
    .catch(null),
})
type Message = z.infer<typeof Message>

function readMessage(slice: Slice): InboundMessage | CopyUpdate {
  const message = Message.parse(slice.item)
  const content = readContent(message)
  const from = sender(slice.contact, {
    phone: message.from,
    bsuid: message.from_user_id ?? (content.type === 'identity' ? content.previousBsuid : null),
    parent: message.from_parent_user_id,
  })
  const said = { wamid: message.id, at: message.timestamp, content, forwarded: isForwarded(message) }
  // What is said among many is no chat with the business: it opens no window and is nobody's yes.
  if (message.group_id && content.type !== 'identity')
    return { kind: 'copy', via: 'group', own: false, person: from, ...said }
  return {
    kind: 'message',
    from,
    ...said,
    contextWamid: message.context?.id ?? null,
    referral: message.referral ? referralOf(message.referral) : null,
    productId: message.context?.referred_product?.product_retailer_id ?? null,
  }
}

function isForwarded({ context }: Message): boolean {
  return Boolean(context?.forwarded || context?.frequently_forwarded)
}

const WEB = /^https?:\/\//i

function referralOf(referral: NonNullable<Message['referral']>): Referral {
  const { source_type: source, source_url: url, headline, body } = referral
  return {
    source: source === 'ad' || source === 'post' ? source : 'other',
    url: url && WEB.test(url) ? url : null,
    headline,
    body,
  }
}

const History = z.looseObject({ from_me: z.boolean().optional().catch(undefined) })

/** A message that the business wrote on its phone, or from before the connection; the contact names the person. */
function readCopy(slice: Slice): CopyUpdate {
  const message = Message.parse(slice.item)
  const person = sender(slice.contact, { phone: null, bsuid: null, parent: null })
  const { data } = History.safeParse(message.history_context)
  return {
    kind: 'copy',
    via: slice.field === 'history' ? 'history' : 'app',
    own: slice.field !== 'history' || (data?.from_me ?? !isFrom(message, person)),
    wamid: message.id,
    at: message.timestamp,
    person,
    content: readContent(message),
    forwarded: isForwarded(message),
  }
}

function isFrom(message: Message, person: Sender): boolean {
  if (message.from_user_id !== null && person.bsuid !== null) return message.from_user_id === person.bsuid
  return message.from !== null && message.from === person.phone
}

interface Address {
  phone: string | null
  bsuid: string | null
  parent: string | null
}

function sender(rawContact: unknown, known: Address): Sender {
  const contact = Contact.parse(rawContact)
  const from = {
    phone: known.phone ?? contact?.wa_id ?? null,
    bsuid: known.bsuid ?? contact?.user_id ?? null,
    parentBsuid: known.parent ?? parentOf(contact),
    username: contact?.profile?.username?.replace(/^@/, '') || null,
    name: contact?.profile?.name ?? null,
  }
  return z
    .custom<Sender>(() => from.phone !== null || from.bsuid !== null, 'names neither number nor BSUID')
    .parse(from)
}

/** Meta's pages spell it in three ways. */
function parentOf(contact: z.infer<typeof Contact>): string | null {
  if (!contact) return null
  const { parent_user_id, parent_recipient_user_id, recipient_parent_user_id } = contact
  return parent_user_id ?? parent_recipient_user_id ?? recipient_parent_user_id
}

const IdUpdate = z.looseObject({
  wa_id: phone,
  user_id: z.looseObject({ previous: bsuid, current: bsuid }),
  timestamp: seconds.nullish().catch(null),
})

/** A change of the id as a field of its own, as it is seen in recordings; in webhooks of today it is a system message. */
function readIdUpdate(slice: Slice): InboundMessage {
  const { wa_id, user_id, timestamp } = IdUpdate.parse(slice.item)
  return {
    kind: 'message',
    wamid: slice.key,
    at: timestamp ?? seconds.parse(slice.time),
    from: sender(slice.contact, { phone: wa_id, bsuid: user_id.previous, parent: null }),
    content: {
      type: 'identity',
      change: 'user_id',
      phone: null,
      bsuid: user_id.current,
      previousBsuid: user_id.previous,
    },
    contextWamid: null,
    forwarded: false,
    referral: null,
    productId: null,
  }
}

const Named = z.looseObject({ status: text })
const StatusName = z.enum(['sent', 'delivered', 'read', 'played', 'failed'])
const Status = z.looseObject({
  id: text.min(1),
  status: StatusName,
  timestamp: seconds,
  biz_opaque_callback_data: maybe,
  pricing: z.looseObject({ billable: z.boolean(), category: text, type: maybe }).nullish().catch(null),
  errors: z
    .array(
      z.looseObject({
        code: z.coerce.number().pipe(z.int32()),
        error_subcode: z.coerce.number().int().optional().catch(undefined),
        title: text.catch(''),
        error_data: z
          .looseObject({ details: text.catch('') })
          .optional()
          .catch(undefined),
      }),
    )
    .optional()
    .catch(undefined),
})

function readStatus(slice: Slice): Update {
  const parsed = Status.safeParse(slice.item)
  if (!parsed.success) {
    const name = Named.safeParse(slice.item).data?.status
    // Legacy and future statuses (`warning`, `deleted`, …) change nothing.
    if (name && !StatusName.safeParse(name).success) return { kind: 'other', field: 'status', event: name }
    throw parsed.error
  }
  const { data } = parsed
  const [error] = data.errors ?? []
  return {
    kind: 'status',
    wamid: data.id,
    status: data.status === 'played' ? 'read' : data.status,
    at: data.timestamp,
    callback: data.biz_opaque_callback_data,
    pricing: data.pricing
      ? {
          billable: data.pricing.billable,
          category: data.pricing.category.replaceAll('-', '_'),
          type: data.pricing.type,
          free: data.pricing.type?.startsWith('free_') ?? false,
        }
      : null,
    error:
      data.status === 'failed'
        ? {
            code: error ? knownAs(error.code, error.error_subcode) : LOCAL_ERROR.unexplained,
            title: error?.title ?? '',
            detail: error?.error_data?.details ?? '',
          }
        : null,
  }
}

const Preference = z.looseObject({
  wa_id: phone,
  user_id: bsuid,
  parent_user_id: bsuid,
  category: maybe,
  value: text.toLowerCase().pipe(z.enum(['stop', 'resume', 'signup'])),
  timestamp: seconds.nullish().catch(null),
})

const MARKETING = 'marketing_messages'

function readPreference(slice: Slice): Update {
  const preference = Preference.parse(slice.item)
  const { category, value } = preference
  // Whoever stops anything there wants less of us: what else Meta may call it one day does not take that away.
  if (value !== 'stop' && category !== null && category.toLowerCase() !== MARKETING)
    return { kind: 'other', field: slice.field, event: category }
  return {
    kind: 'preference',
    from: sender(slice.contact, {
      phone: preference.wa_id,
      bsuid: preference.user_id,
      parent: preference.parent_user_id,
    }),
    value,
    at: preference.timestamp ?? seconds.parse(slice.time),
  }
}
