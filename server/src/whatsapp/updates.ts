/** Who a person is to WhatsApp; either identity may be missing, never both (C-75). */
export interface Sender {
  /** E.164 with plus. */
  phone: string | null
  bsuid: string | null
  username: string | null
  name: string | null
}

/** What a person sent, reduced to what we act on. */
export type InboundContent =
  | { type: 'text'; text: string }
  /** Tap on a quick reply of a template. */
  | { type: 'button'; payload: string; text: string }
  /** Tap on a reply button or list row of an interactive message. */
  | { type: 'reply'; id: string; title: string; list: boolean }
  | {
      type: 'media'
      media: 'image' | 'video' | 'audio' | 'document' | 'sticker'
      mediaId: string | null
      caption: string | null
    }
  | { type: 'reaction'; wamid: string; emoji: string | null }
  | { type: 'location'; latitude: number; longitude: number; name: string | null }
  /** The person's number or id changed; the old one is the sender. */
  | {
      type: 'identity'
      change: 'number' | 'user_id'
      phone: string | null
      bsuid: string | null
      previousBsuid: string | null
    }
  | { type: 'deleted'; wamid: string }
  | { type: 'other'; name: string }

export interface InboundMessage {
  kind: 'message'
  wamid: string
  at: Date
  from: Sender
  content: InboundContent
  /** The message it answers. */
  contextWamid: string | null
  forwarded: boolean
}

export interface StatusUpdate {
  kind: 'status'
  wamid: string
  status: 'sent' | 'delivered' | 'read' | 'failed'
  at: Date
  /** What we gave along when sending. */
  callback: string | null
  pricing: { billable: boolean; category: string; free: boolean } | null
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
  change:
    | { what: 'state'; event: string; reason: string | null; category: string | null; detail: string | null }
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
    | { what: 'name'; decision: string; name: string | null }
    | {
        what: 'account'
        event: string
        restrictions: string[]
        /** By kind of restriction; missing while no end was told. */
        restrictionEnds?: Readonly<Record<string, Date>>
        banState: string | null
        violation: string | null
      }
    | { what: 'review'; decision: string }
    | { what: 'alert'; severity: string; type: string }
    | { what: 'security'; event: string }
}

interface OtherUpdate {
  kind: 'other'
  field: string
}

export type Update =
  | InboundMessage
  | StatusUpdate
  | PreferenceUpdate
  | TemplateUpdate
  | ChannelUpdate
  | OtherUpdate
