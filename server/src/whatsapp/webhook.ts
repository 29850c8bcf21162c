import { z } from 'zod'
import type { InboundContent, InboundMessage, Sender, Update } from './updates.ts'
import { readChange } from './webhook-changes.ts'
import { bsuid, maybe, phone, seconds, text } from './webhook-fields.ts'
import type { Slice } from './webhook-split.ts'

const Contact = z
  .looseObject({
    wa_id: phone,
    user_id: bsuid,
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
  if (slice.kind === 'message') return readMessage(slice)
  if (slice.kind === 'status') return readStatus(slice)
  if (slice.kind === 'preference') return readPreference(slice)
  return readChange(slice)
}

const Message = z.looseObject({
  id: text.min(1),
  timestamp: seconds,
  type: text.catch('unknown'),
  from: phone,
  from_user_id: bsuid,
  context: z
    .looseObject({
      id: maybe,
      forwarded: z.boolean().optional(),
      frequently_forwarded: z.boolean().optional(),
    })
    .nullish()
    .catch(null),
})

function readMessage(slice: Slice): InboundMessage {
  const message = Message.parse(slice.item)
  return {
    kind: 'message',
    wamid: message.id,
    at: message.timestamp,
    from: sender(slice.contact, { phone: message.from, bsuid: message.from_user_id }),
    content: readContent(message),
    contextWamid: message.context?.id ?? null,
    forwarded: Boolean(message.context?.forwarded || message.context?.frequently_forwarded),
  }
}

const MEDIA = ['image', 'video', 'audio', 'document', 'sticker'] as const
const Medium = z.looseObject({ id: maybe, caption: maybe })
const Reply = z.looseObject({ id: text, title: text.catch('') })
const Interactive = z.looseObject({ button_reply: Reply.optional(), list_reply: Reply.optional() })
const Location = z.looseObject({ latitude: z.number(), longitude: z.number(), name: maybe })
const System = z.looseObject({ type: text, wa_id: phone, user_id: bsuid, previous_user_id: bsuid })

/** How each type of message is read; null when it has not the shape we know. */
const CONTENT: Record<string, (message: z.infer<typeof Message>) => InboundContent | null> = {
  text(message) {
    const { data } = z.looseObject({ body: text }).safeParse(message.text)
    return data ? { type: 'text', text: data.body } : null
  },
  button(message) {
    const { data } = z
      .looseObject({ payload: text.catch(''), text: text.catch('') })
      .safeParse(message.button)
    return data ? { type: 'button', payload: data.payload, text: data.text } : null
  },
  interactive(message) {
    const { data } = Interactive.safeParse(message.interactive)
    const reply = data?.button_reply ?? data?.list_reply
    return reply
      ? { type: 'reply', id: reply.id, title: reply.title, list: data?.button_reply === undefined }
      : null
  },
  reaction(message) {
    const { data } = z.looseObject({ message_id: text, emoji: maybe }).safeParse(message.reaction)
    return data ? { type: 'reaction', wamid: data.message_id, emoji: data.emoji } : null
  },
  location(message) {
    const { data } = Location.safeParse(message.location)
    return data
      ? { type: 'location', latitude: data.latitude, longitude: data.longitude, name: data.name }
      : null
  },
  revoke(message) {
    const { data } = z.looseObject({ original_message_id: text }).safeParse(message.revoke)
    return data ? { type: 'deleted', wamid: data.original_message_id } : null
  },
  system(message) {
    const { data } = System.safeParse(message.system)
    if (data?.type !== 'user_changed_number' && data?.type !== 'user_changed_user_id') return null
    const change = data.type === 'user_changed_number' ? 'number' : 'user_id'
    return {
      type: 'identity',
      change,
      phone: data.wa_id,
      bsuid: data.user_id,
      previousBsuid: data.previous_user_id,
    }
  },
}

function readContent(message: z.infer<typeof Message>): InboundContent {
  const { type } = message
  const media = MEDIA.find((name) => name === type)
  if (media) {
    const { data } = Medium.safeParse(message[media])
    return { type: 'media', media, mediaId: data?.id ?? null, caption: data?.caption ?? null }
  }
  return CONTENT[type]?.(message) ?? { type: 'other', name: type.slice(0, 40) }
}

function sender(rawContact: unknown, known: { phone: string | null; bsuid: string | null }): Sender {
  const contact = Contact.parse(rawContact)
  const from = {
    phone: known.phone ?? contact?.wa_id ?? null,
    bsuid: known.bsuid ?? contact?.user_id ?? null,
    username: contact?.profile?.username?.replace(/^@/, '') ?? null,
    name: contact?.profile?.name ?? null,
  }
  return z
    .custom<Sender>(() => from.phone !== null || from.bsuid !== null, 'names neither number nor BSUID')
    .parse(from)
}

const Status = z.looseObject({
  id: text.min(1),
  status: z.enum(['sent', 'delivered', 'read', 'played', 'failed']),
  timestamp: seconds,
  biz_opaque_callback_data: maybe,
  pricing: z.looseObject({ billable: z.boolean(), category: text, type: maybe }).nullish().catch(null),
  errors: z
    .array(
      z.looseObject({
        code: z.number().int(),
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
  const name = z.looseObject({ status: text }).safeParse(slice.item).data?.status
  // Legacy and future statuses (`warning`, `deleted`, …) change nothing.
  if (!parsed.success && name && !['sent', 'delivered', 'read', 'played', 'failed'].includes(name))
    return { kind: 'other', field: 'status' }
  if (!parsed.success) throw parsed.error
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
          category: data.pricing.category,
          type: data.pricing.type,
          free: data.pricing.type?.startsWith('free_') ?? false,
        }
      : null,
    error:
      data.status === 'failed'
        ? { code: error?.code ?? 131000, title: error?.title ?? '', detail: error?.error_data?.details ?? '' }
        : null,
  }
}

const Preference = z.looseObject({
  wa_id: phone,
  user_id: bsuid,
  category: maybe,
  value: z.enum(['stop', 'resume', 'signup']),
  timestamp: seconds,
})

function readPreference(slice: Slice): Update {
  const preference = Preference.parse(slice.item)
  if (preference.category !== null && preference.category !== 'marketing_messages')
    return { kind: 'other', field: slice.field }
  return {
    kind: 'preference',
    from: sender(slice.contact, { phone: preference.wa_id, bsuid: preference.user_id }),
    value: preference.value,
    at: preference.timestamp,
  }
}
