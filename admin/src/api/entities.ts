/** What the API speaks of. Times are ISO strings in UTC, ids are UUIDs, money is in EUR unless a currency is named. */
export interface Page<T> {
  items: T[]
  next: string | null
}

export type Language = 'de' | 'en'
export type Role = 'owner' | 'marketer' | 'agent' | 'dpo'
export type BusinessState = 'trial' | 'live' | 'frozen'
export type ConsentState =
  | 'requested'
  | 'pending'
  | 'confirmed'
  | 'refused'
  | 'withdrawn'
  | 'expired'
  | 'suspended'
  | 'superseded'
  | 'invalidated'
export type MessageState =
  | 'queued'
  | 'sending'
  | 'accepted'
  | 'held'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'failed'
  | 'withheld'
  | 'unknown'
export type CampaignState = 'draft' | 'scheduled' | 'running' | 'paused' | 'finished' | 'cancelled'
export type TemplateState =
  | 'draft'
  | 'pending'
  | 'approved'
  | 'rejected'
  | 'paused'
  | 'disabled'
  | 'in_appeal'
  | 'pending_deletion'
  | 'deleted'
  | 'limit_exceeded'
  | 'archived'
export type Quality = 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN'
export type ChannelState = 'connected' | 'disconnected' | 'restricted' | 'banned'
export type Category = 'marketing' | 'utility' | 'authentication'

export interface Membership {
  id: string
  slug: string
  name: string
  role: Role
  state: BusinessState
}

export interface Me {
  account: { id: string; name: string; email: string; operator: boolean }
  businesses: Membership[]
  demo: { simulatorUrl: string; shopUrl: string } | null
}

export interface Business {
  id: string
  slug: string
  name: string
  legalName: string
  country: string
  language: Language
  timeZone: string
  privacyUrl: string | null
  imprintUrl: string | null
  contactEmail: string | null
  state: BusinessState
}

export interface Member {
  id: string
  name: string
  email: string
  role: Role
  createdAt: string
}

export interface Invitation {
  id: string
  email: string
  role: Role
  expiresAt: string
  link?: string
}

export interface AuditEntry {
  id: string
  at: string
  actor: { kind: string; id: string | null; label: string }
  action: string
  entity: string
  entityId: string | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

export interface Channel {
  id: string
  name: string
  displayPhoneNumber: string
  verifiedName: string
  phoneNumberId: string
  wabaId: string
  state: ChannelState
  quality: Quality
  /** Unique people per rolling 24 hours; null is unlimited. */
  messagingLimit: number | null
  usedToday: number
  /** Messages per second. */
  throughput: number
  webhookUrl: string
  updatedAt: string
}

export interface ChannelCredentials {
  phoneNumberId: string
  wabaId: string
  accessToken: string
  appSecret: string
  verifyToken: string
}

export type CheckStepKey = 'token' | 'number' | 'waba' | 'app_secret' | 'subscription' | 'webhook'

export interface ChannelCheck {
  ok: boolean
  /** `ok: null` was not tried, because an earlier step failed. */
  steps: { key: CheckStepKey; ok: boolean | null; detail: string }[]
}

export interface Notification {
  id: string
  kind: string
  severity: 'info' | 'success' | 'warning' | 'critical'
  entity: string | null
  entityId: string | null
  data: Record<string, unknown>
  title: string
  detail: string
  at: string
  readAt: string | null
}

export interface Standing {
  channels: (Channel & {
    changes: { at: string; what: string; before: string | null; after: string | null }[]
  })[]
  templates: {
    id: string
    name: string
    language: string
    state: TemplateState
    quality: Quality
    reason: string | null
  }[]
  alerts: Notification[]
  /** Webhooks of the last 14 days that could not be read or belong to nobody we know. */
  parkedUpdates: number
}

export interface Wording {
  id: string
  language: string
  version: number
  body: string
  hash: string
  publishedAt: string
  current: boolean
}

export interface Topic {
  id: string
  key: string
  name: Record<Language, string>
  description: Record<Language, string>
  position: number
  archivedAt: string | null
  confirmed: number
  wordings: Wording[]
}

export interface Finding {
  rule: string
  severity: 'error' | 'warning'
  message: string
}

export type SourceKind = 'bubble' | 'qr' | 'link' | 'keyword'

export interface Source {
  id: string
  publicId: string
  kind: SourceKind
  name: string
  channelId: string
  topicIds: string[]
  keyword: string | null
  settings: { color?: string; position?: string }
  link: string
  createdAt: string
  revokedAt: string | null
  stats: { requested: number; confirmed: number }
}

export interface Contact {
  id: string
  name: string | null
  phone: string | null
  username: string | null
  language: string | null
  country: string | null
  createdAt: string
  lastInboundAt: string | null
  consents: { topicId: string; channelId: string; state: ConsentState }[]
  hold: string | null
  suppressed: boolean
}

export interface ConsentProof {
  topicId: string
  topicName: string
  channelId: string
  state: ConsentState
  stateAt: string
  confirmedAt: string | null
  requestedAt: string | null
  wording: { id: string; version: number; language: string; body: string } | null
  source: { id: string; name: string; kind: SourceKind } | null
  firstHalf: { at: string; text: string; pageUrl: string | null; sourceName: string | null } | null
  secondHalf: { at: string; questionText: string; answer: string; wamid: string } | null
  ledger: { entryId: string; seq: number | null; leafHash: string | null } | null
}

export interface ContactCard extends Omit<Contact, 'consents'> {
  attributes: Record<string, string | number | boolean | null>
  firstSource: { id: string; name: string; kind: SourceKind } | null
  metaPreference: 'none' | 'stop' | 'resume'
  suppression: { at: string; reason: string } | null
  consents: ConsentProof[]
}

export interface TimelineEntry {
  id: string
  at: string
  kind: 'consent' | 'in' | 'out' | 'note' | 'standing'
  type: string
  text?: string | null
  state?: string | null
  topicId?: string | null
  campaignId?: string | null
  reason?: string | null
}

export interface Why {
  verdict: 'send' | 'later' | 'withheld'
  until?: string | null
  checks: {
    key: string
    ok: boolean | null
    title: string
    detail: string
    rule: string | null
    at?: string | null
  }[]
}

export interface ContactField {
  key: string
  label: string
  type: 'text' | 'number' | 'date' | 'boolean'
  purpose: string
}

export interface ImportMapping {
  phoneColumn: string
  nameColumn?: string
  languageColumn?: string
  attributes: Record<string, string>
}

export interface ContactImport {
  id: string
  fileName: string
  state: 'running' | 'finished' | 'failed'
  rowsTotal: number
  rowsGood: number
  rowsBad: number
  problems: { line: number; reason: string }[]
  createdAt: string
  finishedAt: string | null
}

export type Rule =
  | { field: 'topic'; op: 'confirmed' | 'not_confirmed'; value: string }
  | { field: 'source'; op: 'is' | 'is_not'; value: string }
  | { field: 'language' | 'country'; op: 'is' | 'is_not'; value: string }
  | {
      field: 'attribute'
      key: string
      op: 'is' | 'is_not' | 'contains' | 'gt' | 'lt' | 'set' | 'not_set'
      value?: string | number | boolean
    }
  | {
      field: 'last_inbound' | 'created' | 'last_marketing'
      op: 'within_days' | 'not_within_days'
      value: number
    }

export interface Rules {
  match: 'all' | 'any'
  groups: { match: 'all' | 'any'; rules: Rule[] }[]
}

export interface Segment {
  id: string
  name: string
  rules: Rules
  createdAt?: string
  updatedAt?: string
}

export interface SegmentCount {
  count: number
  capped: boolean
  confirmedByTopic: Record<string, number>
}

export interface PriceRate {
  id: string
  market: string
  category: Category | 'service'
  currency: string
  price: number
  effectiveFrom: string
  source: string
  verified: boolean
}
