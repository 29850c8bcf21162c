/** Who a person is to WhatsApp; either identity may be missing, never both (C-75). */
export interface Sender {
  /** E.164 with plus. */
  phone: string | null
  bsuid: string | null
  /** Only where Meta has linked several portfolios. */
  parentBsuid: string | null
  username: string | null
  name: string | null
}

/** A picture, a video, a voice message …; the file itself stays at Meta for seven days. */
export interface Medium {
  type: 'media'
  media: 'image' | 'video' | 'audio' | 'document' | 'sticker'
  mediaId: string | null
  caption: string | null
  /** MIME type, as the sender's phone named it. */
  mime: string | null
  /** Of a document. */
  fileName: string | null
  /** Recorded in the chat, not a sound file. */
  voice: boolean
  /** Of a sticker. */
  animated: boolean
}

/** A card with somebody's name and numbers, as a person passes it on. */
export interface SharedCard {
  name: string
  /** E.164 with plus where they can be read so, else as they were written. */
  phones: string[]
}

export interface OrderItem {
  productId: string
  quantity: number
  /** For one. */
  price: number | null
  currency: string | null
}

/** What a person sent, reduced to what we act on. */
export type InboundContent =
  | { type: 'text'; text: string }
  /** Tap on a quick reply of a template. */
  | { type: 'button'; payload: string; text: string }
  /** Tap on a reply button or list row of an interactive message. */
  | { type: 'reply'; id: string; title: string; list: boolean }
  /** A form was filled in. */
  | { type: 'flow'; name: string | null; answers: { field: string; value: string }[] }
  | Medium
  /** Null takes the reaction back. */
  | { type: 'reaction'; wamid: string; emoji: string | null }
  | { type: 'location'; latitude: number; longitude: number; name: string | null; address: string | null }
  /** `ownNumber` only when WhatsApp vouches that it is the sender's: they answered a request for it (§3.6). */
  | { type: 'contacts'; ownNumber: string | null; cards: SharedCard[] }
  | { type: 'order'; catalogId: string | null; note: string | null; items: OrderItem[] }
  /** An earlier message reads differently now; null when the new words cannot be read. */
  | { type: 'edit'; wamid: string; content: InboundContent | null }
  /** The person's number or id changed; the old one is the sender. */
  | {
      type: 'identity'
      change: 'number' | 'user_id'
      phone: string | null
      bsuid: string | null
      previousBsuid: string | null
    }
  /** Same number, new phone or WhatsApp installed anew. */
  | { type: 'security_code' }
  /** An earlier message was taken back. */
  | { type: 'deleted'; wamid: string }
  /** Meta passes on that something came, not what: a poll, for example. */
  | { type: 'unsupported'; what: string }
  | { type: 'other'; name: string }

/** Whence a person came into the chat; without the click id, which follows people across Meta's services (§4.2). */
export interface Referral {
  source: 'ad' | 'post' | 'other'
  url: string | null
  headline: string | null
  body: string | null
}

export interface InboundMessage {
  kind: 'message'
  wamid: string
  at: Date
  from: Sender
  content: InboundContent
  /** The message it answers. */
  contextWamid: string | null
  forwarded: boolean
  referral: Referral | null
  /** The product that it asks about. */
  productId: string | null
}

/**
 * A message that was not exchanged through us: the business wrote it in the WhatsApp Business app, it is older than the
 * connection of the number, or it was said in a group. Part of the chat; never an opt-in, an answer or a reason to write.
 */
export interface CopyUpdate {
  kind: 'copy'
  via: 'app' | 'history' | 'group'
  /** Written by the business. */
  own: boolean
  wamid: string
  at: Date
  person: Sender
  content: InboundContent
  forwarded: boolean
}

/** The address book of the business's phone, of which we keep nothing but how many entries it had. */
interface AddressBookUpdate {
  kind: 'address_book'
  entries: number
}

export interface StatusUpdate {
  kind: 'status'
  wamid: string
  status: 'sent' | 'delivered' | 'read' | 'failed'
  at: Date
  /** What we gave along when sending. */
  callback: string | null
  /** `type` as Meta names it: `regular`, `free_customer_service`, `free_entry_point`. */
  pricing: { billable: boolean; category: string; type: string | null; free: boolean } | null
  error: { code: number; title: string; detail: string } | null
}

export interface PreferenceUpdate {
  kind: 'preference'
  from: Sender
  value: 'stop' | 'resume' | 'signup'
  at: Date
}

export interface TemplateUpdate {
  kind: 'template'
  metaId: string
  name: string
  language: string
  /** When Meta first told it; webhooks are repeated for days and may be overtaken. */
  at?: Date | null
  change:
    | {
        what: 'state'
        event: string
        reason: string | null
        category: string | null
        /** Meta's own words on the reason, with its advice where it gives one. */
        detail: string | null
        /** Which pause it is, or its end: `FIRST_PAUSE`, `SECOND_PAUSE`, `RATE_LIMITING_PAUSE`, `UNPAUSE` … */
        info?: string | null
        /** When it is switched off, in Meta's words. */
        disableDate?: string | null
      }
    | { what: 'quality'; before: string | null; after: string }
    /** `at` is set while the change is only announced. */
    | { what: 'category'; after: string; announced: boolean; at: Date | null }
    | { what: 'components' }
}

export interface ChannelUpdate {
  kind: 'channel'
  wabaId: string
  /** Digits; null means every number of the account. */
  displayPhoneNumber: string | null
  change:
    | { what: 'quality'; event: string; limit: string | null }
    | { what: 'limit'; limit: number | string }
    /** `reason`: why it was refused, in Meta's words. */
    | { what: 'name'; decision: string; name: string | null; reason?: string | null }
    | {
        what: 'account'
        event: string
        /** As Meta names them; without `until` no end was told. */
        restrictions: readonly { kind: string; until: Date | null }[]
        banState: string | null
        /** In Meta's words, for example `April 17, 2025`. */
        banDate?: string | null
        violation: string | null
        /** The business's own country, where the event is about it. */
        country?: string | null
        volumeTier?: { category: string; tier: string; month: string; region: string } | null
        /** Why a number of the WhatsApp Business app was disconnected, and by whom. */
        disconnected?: { reason: string | null; by: string | null } | null
      }
    | { what: 'review'; decision: string }
    | { what: 'alert'; severity: string; type: string; active?: boolean; description?: string | null }
    | { what: 'security'; event: string }
    /** Meta could not do something of its own for this number, and says so with one of its error codes. */
    | { what: 'error'; code: number; title: string; detail: string }
}

/** A field, or a part of one, on which nothing depends; the raw update stays stored for its 14 days. */
interface OtherUpdate {
  kind: 'other'
  field: string
  /** What Meta calls the event, where it names one. */
  event: string | null
}

export type Update =
  | InboundMessage
  | StatusUpdate
  | CopyUpdate
  | AddressBookUpdate
  | PreferenceUpdate
  | TemplateUpdate
  | ChannelUpdate
  | OtherUpdate
