/** The shapes of the simulator's control API (`/sim/*`). Times are ISO strings in UTC. */

export interface Person {
  id: string
  name: string
  phone: string | null
  bsuid: string
  username: string | null
  language: 'de' | 'en'
  crowd: boolean
  /** phone number ids this person has blocked */
  blockedNumbers: string[]
  /** phone number ids whose marketing this person has stopped in the messenger itself */
  stoppedMarketing: string[]
  createdAt: string
}

export type Quality = 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN'
export type Limit = 'TIER_250' | 'TIER_2K' | 'TIER_10K' | 'TIER_100K' | 'TIER_UNLIMITED'

export interface SimNumber {
  id: string
  displayPhoneNumber: string
  verifiedName: string
  wabaId: string
  quality: Quality
  limit: Limit
  throughput: 'STANDARD' | 'HIGH'
  status: string
}

/** What Meta does with the business's account. */
export interface SimAccount {
  id: string
  name: string
  payment: 'ok' | 'failed'
  verification: string
  restrictions: { type: string; until: string }[]
  ban?: { state: 'SCHEDULE_FOR_DISABLE' | 'DISABLE'; at: string }
}

export type MessageStatus = 'sent' | 'delivered' | 'read' | 'failed'

export interface MessageButton {
  index: number
  kind: 'quick_reply' | 'reply' | 'url' | 'phone_number' | 'copy_code' | 'list' | 'contact_info' | 'location'
  text: string
  id?: string
  payload?: string
  url?: string
}

interface ListRow {
  id: string
  title: string
  description?: string
}

export interface MessageList {
  button: string
  sections: { title?: string; rows: ListRow[] }[]
}

interface MessageHeader {
  format: 'text' | 'image' | 'video' | 'document' | 'location'
  text?: string
  url?: string
}

export interface ChatMessage {
  id: string
  personId: string
  phoneNumberId: string
  /** `in`: from the business, as the phone sees it; `out`: written by the person */
  direction: 'in' | 'out'
  at: string
  type:
    | 'text'
    | 'template'
    | 'interactive'
    | 'image'
    | 'video'
    | 'document'
    | 'audio'
    | 'sticker'
    | 'location'
    | 'contacts'
    | 'order'
    | 'button'
    | 'system'
  header?: MessageHeader
  body: string
  footer?: string
  buttons?: MessageButton[]
  /** cards of a carousel; `buttons` are indexes into the buttons of the message */
  cards?: { header?: MessageHeader; body: string; buttons: number[] }[]
  list?: MessageList
  replyTo?: string
  forwarded?: boolean
  status: MessageStatus
  /** texts of the buttons this person has tapped on this message */
  tapped?: string[]
  template?: string
  /** an emoji the business put on the person's message */
  reaction?: string
}

export interface PersonRow extends Person {
  lastMessage?: ChatMessage
  unread: number
}

export interface PeoplePage {
  people: PersonRow[]
  next?: string
}

export interface ChatView {
  person: Person
  number: SimNumber
  messages: ChatMessage[]
  typing: boolean
}

export type Range = [min: number, max: number]
export type RateName =
  | 'deliverRate'
  | 'readRate'
  | 'tapRate'
  | 'stopRate'
  | 'blockRate'
  | 'optInYesRate'
  | 'rateLimitRate'
  | 'http429Rate'
  | 'undeliverableRate'
  | 'duplicateRate'

export type RangeName = 'latencyMs' | 'deliverMs' | 'readMs'

export type Dials = Record<RateName, number> &
  Record<RangeName, Range> & {
    shuffle: boolean
    refuseAtOnce: boolean
    templateVerdict: 'approve' | 'reject' | 'as_marketing'
    templateDelayMs: number
  }

export interface Link {
  to: string
  phoneNumberId: string
  text: string
}

export interface CrowdCounts {
  count: number
  optedIn: number
  asked: number
  delivered: number
  read: number
  tapped: number
  stopped: number
  blocked: number
}

export interface SimTemplate {
  id: string
  name: string
  language: string
  status: string
  category: string
}

export type TemplateEvent = 'APPROVED' | 'REJECTED' | 'PAUSED' | 'DISABLED' | 'REINSTATED'

export interface LogEntry {
  seq: number
  kind: 'request' | 'webhook'
  at: string
  method?: string
  path?: string
  status?: number
  ms?: number
  body?: unknown
  response?: unknown
  attempt?: number
}

export interface LogPage {
  entries: LogEntry[]
  next: number
}
