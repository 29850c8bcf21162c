import type { Body, Ok } from './answers.ts'

/** What the API speaks of. Times are ISO strings in UTC, ids are UUIDs, money is in EUR unless a currency is named. */
export interface Page<T> {
  items: T[]
  next: string | null
}

export type Me = Ok<'/api/v1/me', 'get'>
export type Membership = Me['businesses'][number]
export type Business = Ok<'/api/v1/business', 'get'>
export type Language = Business['language']
export type Member = Ok<'/api/v1/members', 'get'>[number]
export type Role = Member['role']
export type AuditEntry = Ok<'/api/v1/audit', 'get'>['items'][number]

export type SendingPolicy = Ok<'/api/v1/sending-policy', 'get'>

export type Channel = Ok<'/api/v1/channels', 'get'>[number]
export type ChannelState = Channel['state']
export type Quality = Channel['quality']
export type ChannelCredentials = Omit<Body<'/api/v1/channels', 'post'>, 'name'>
export type ChannelCheck = Ok<'/api/v1/channels/check', 'post'>
export type Admission = Ok<'/api/v1/admission', 'get'>
export type AdmissionRow = Ok<'/api/v1/operator/admissions', 'get'>[number]
export type AdmissionFile = Ok<'/api/v1/operator/admissions/{slug}', 'get'>
export type ApplicationFields = Body<'/api/v1/admission', 'put'>
export type ChannelProfileView = Ok<'/api/v1/channels/{id}/profile', 'get'>
export type ChannelStorageView = Ok<'/api/v1/channels/{id}/storage', 'get'>
export type ChannelConversationView = Ok<'/api/v1/channels/{id}/conversation', 'get'>
export type CheckStepKey = ChannelCheck['steps'][number]['key']
export type Standing = Ok<'/api/v1/standing', 'get'>
export type Endpoint = Ok<'/api/v1/endpoints', 'get'>[number]
export type Delivery = Ok<'/api/v1/deliveries', 'get'>['items'][number]
export type AsideItem = Ok<'/api/v1/standing/aside', 'get'>['items'][number]
export type Notification = Ok<'/api/v1/notifications', 'get'>['items'][number]

export type ConsentPolicy = Ok<'/api/v1/consent-policy', 'get'>
export type Topic = Ok<'/api/v1/topics', 'get'>[number]
export type Wording = Topic['wordings'][number]
export type Finding = Ok<'/api/v1/topics/{id}/wordings/check', 'post'>['findings'][number]
export type Source = Ok<'/api/v1/sources', 'get'>[number]
export type SourceKind = Source['kind']

export type Contact = Ok<'/api/v1/contacts', 'get'>['items'][number]
export type ConsentState = Contact['consents'][number]['state']
export type ContactCard = Ok<'/api/v1/contacts/{id}', 'get'>
export type ConsentProof = ContactCard['consents'][number]
export type TimelineEntry = Ok<'/api/v1/contacts/{id}/timeline', 'get'>['items'][number]
export type Why = Ok<'/api/v1/contacts/{id}/why', 'get'>
export type MergePreview = Ok<'/api/v1/contacts/{id}/merge-preview', 'get'>
export type DuplicateGroup = Ok<'/api/v1/contact-duplicates', 'get'>['items'][number]
export type ContactMerge = Ok<'/api/v1/contacts/{id}/merges', 'get'>[number]
export type ContactField = Ok<'/api/v1/contact-fields', 'get'>[number]
export type ContactImport = Ok<'/api/v1/contact-imports/{id}', 'get'>
export type ImportMapping = Ok<'/api/v1/contact-imports/preview', 'post'>['guess']

export type Segment = Ok<'/api/v1/segments/{id}', 'get'>
export type Rules = Segment['rules']
export type Rule = Rules['groups'][number]['rules'][number]

export type PriceRate = Ok<'/api/v1/price-rates', 'get'>[number]

export type MatrixRule = Ok<'/api/v1/compliance/matrix', 'get'>['rules'][number]
