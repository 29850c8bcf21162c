import type { CampaignState, Category, Channel, MessageState, Quality, TemplateState } from './entities.ts'

export type ContentButton =
  | { kind: 'quick_reply'; text: string; optOut?: boolean }
  | { kind: 'url'; text: string; url: string }
  | { kind: 'phone_number'; text: string; phone: string }

/** A template's text; variables are written {{name}}, `samples` gives each an example value. */
export interface Content {
  header?: { format: 'text'; text: string } | { format: 'image'; url: string }
  body: string
  footer?: string
  buttons: ContentButton[]
  samples: Record<string, string>
}

export interface Template {
  id: string
  channelId: string
  name: string
  language: string
  category: Category
  state: TemplateState
  quality: Quality
  content: Content
  reason: string | null
  submittedAt: string | null
  decidedAt: string | null
  updatedAt: string
  usedBy: number
}

export interface TemplateDraft {
  channelId: string
  name: string
  language: string
  category: Category
  content: Content
}

export interface TemplateFinding {
  rule: string
  severity: 'error' | 'warning'
  where: string
  message: string
}

export type Variable =
  | { from: 'fixed'; value: string }
  | { from: 'first_name'; fallback: string }
  | { from: 'attribute'; key: string; fallback: string }

export interface Campaign {
  id: string
  name: string
  channelId: string | null
  topicId: string | null
  templateId: string | null
  segmentId: string | null
  variables: Record<string, Variable>
  state: CampaignState
  pauseReason: string | null
  scheduledAt: string | null
  budget: number | null
  createdAt: string
  launchedAt: string | null
  finishedAt: string | null
  counts?: Partial<Record<MessageState, number>> & { candidates?: number; excluded?: number }
}

export type CampaignDraft = Partial<
  Pick<
    Campaign,
    'name' | 'channelId' | 'topicId' | 'templateId' | 'segmentId' | 'variables' | 'scheduledAt' | 'budget'
  >
>

export interface Reckoned {
  reason: string
  title: string
  count: number
}

export interface CampaignReview {
  waterfall: { inSegment: number; steps: Reckoned[]; toSend: number; later: number }
  cost: {
    low: number
    high: number
    currency: string
    byMarket: { market: string; count: number; price: number; sum: number }[]
    verified: boolean
  }
  previews: { contactId: string; name: string | null; rendered: Content }[]
  problems: { code: string; message: string }[]
  scheduleNote?: string
}

export interface CampaignProgress {
  state: CampaignState
  candidates: number
  messages: Record<MessageState, number>
  exclusions: Record<string, number>
  perSecond: number
  etaSeconds: number | null
  series: { at: string; accepted: number }[]
}

export interface CampaignReport {
  funnel: {
    candidates: number
    excluded: number
    accepted: number
    sent: number
    delivered: number
    read: number
  }
  failed: { code: string; title: string; count: number }[]
  withheld: Reckoned[]
  excluded: Reckoned[]
  optOuts: number
  cost: { booked: number; estimated: number; currency: string }
  timeline: { at: string; delivered: number; read: number; optOuts: number }[]
  closes: boolean
}

export interface CampaignMessage {
  id: string
  contactId: string
  name: string | null
  phone: string | null
  state: MessageState
  reason: string | null
  reasonTitle: string | null
  errorCode: string | null
  acceptedAt: string | null
  deliveredAt: string | null
  readAt: string | null
  cost: number | null
}

export interface Conversation {
  id: string
  contactId: string
  channelId: string
  name: string | null
  phone: string | null
  state: 'open' | 'closed'
  unread: number
  assignedTo: string | null
  lastAt: string
  lastText: string
  windowEndsAt: string | null
  consents: { topicId: string; channelId: string; state: string }[]
}

export interface ConversationMessage {
  id: string
  direction: 'in' | 'out'
  at: string
  type: string
  text: string
  buttons?: { text: string }[]
  state?: MessageState | null
  reason?: string | null
  author?: string | null
  campaignId?: string | null
}

export interface HomeInsights {
  subscribers: {
    now: number
    change: number
    series: { day: string; confirmed: number; withdrawn: number; net: number }[]
  }
  funnel: { requested: number; asked: number; confirmed: number; refused: number; expired: number }
  channels: Channel[]
  campaigns: Campaign[]
  spend: { month: number; currency: string; series: { day: string; amount: number }[] }
  tasks: { kind: string; count: number; link: string }[]
}

export interface Ledger {
  size: number
  unsealed: number
  root: string
  lastCheckpointAt: string | null
  /** The signed checkpoint, verbatim; null before the first batch was sealed. */
  note: string | null
  publicKey: string
  lastAnchor: null
}

export interface LedgerVerdict {
  ok: boolean
  size: number
  checked: number
  /** Entries that have no place yet. */
  unsealed: number
  at: string
  /** Leaves whose evidence nobody can read any more, and those of them that no erasure explains. */
  shredded?: number
  unexplained?: number
  seq?: number | null
  entryId?: string | null
  reason?: string
  /** What is wrong, in the person's language. */
  detail?: string
}

export interface LedgerEntry {
  id: string
  seq: number | null
  type: string
  state: string
  topicName: string | null
  at: string
  leafHash: string | null
  contactId: string | null
}

export interface ErasureReport {
  erased: { what: string; count: number }[]
  kept: { what: string; why: string }[]
}

export interface PrivacyRequest {
  id: string
  kind: 'export' | 'erasure'
  contactId: string | null
  state: 'running' | 'done' | 'failed'
  createdAt: string
  doneAt: string | null
  report: ErasureReport | null
}
