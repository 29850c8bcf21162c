import { defineHook } from '../platform/index.ts'
import type {
  ChannelUpdate,
  CopyUpdate,
  InboundMessage,
  StatusUpdate,
  TemplateUpdate,
} from '../whatsapp/index.ts'

/**
 * A person wrote or tapped. Runs in the transaction that recorded it, after consent has judged it: `meaning` says what it
 * was taken for (`stop`, `confirmed`, `opt_in` …), null for an ordinary message.
 */
export const inboundMessage = defineHook<{
  contactId: string
  channelId: string
  message: InboundMessage
  meaning: string | null
  receivedAt: Date
}>('intake.inbound_message')

/**
 * Part of a chat that was not exchanged through us: from the WhatsApp Business app, or from before the connection. Nothing
 * follows from it but that it can be read.
 */
export const chatCopied = defineHook<{ contactId: string; channelId: string; copy: CopyUpdate }>(
  'intake.chat_copied',
)

/** The person's number or id changed; the contact is the one of the old identity. Consent must not simply move along (C-39). */
export const identityChanged = defineHook<{
  contactId: string
  channelId: string
  /** What they were until then. */
  before: { phone: string | null; bsuid: string | null }
  phone: string | null
  bsuid: string | null
  at: Date
}>('intake.identity_changed')

/** Up to a thousand statuses of one business at once, in no particular order. */
export const messageStatuses = defineHook<{ statuses: StatusUpdate[] }>('intake.message_statuses')

export const templateUpdate = defineHook<{ channelId: string; update: TemplateUpdate }>(
  'intake.template_update',
)

export const channelUpdate = defineHook<{ channelId: string; update: ChannelUpdate }>('intake.channel_update')

/** Names of the signals that wake the workers: somebody wrote; anything else. */
export const WAKE_PEOPLE = 'intake.people'
export const WAKE = 'intake.updates'
