import type { Body, Ok } from './answers.ts'

export type Template = Ok<'/api/v1/templates/{id}', 'get'>
export type TemplateState = Template['state']
export type Category = Template['category']
/** A template's text; variables are written {{name}}, `samples` gives each an example value. */
export type Content = Template['content']
export type ContentButton = Content['buttons'][number]
/** What the editor writes: as the API takes it, with every list of the content there. */
export type TemplateDraft = Pick<Template, 'channelId' | 'name' | 'language' | 'category' | 'content'>
export type TemplateFile = Ok<'/api/v1/template-files', 'get'>[number]
export type LibraryEntry = Ok<'/api/v1/templates/library', 'get'>[number]
export type TemplateVersion = Ok<'/api/v1/templates/{id}/versions', 'get'>[number]
export type TemplateFinding = Ok<'/api/v1/templates/check', 'post'>['findings'][number]

export type Campaign = Ok<'/api/v1/campaigns/{id}', 'get'>
export type CampaignState = Campaign['state']
export type Variable = Campaign['variables'][string]
export type CampaignDraft = Body<'/api/v1/campaigns/{id}', 'patch'>
export type CampaignReview = Ok<'/api/v1/campaigns/{id}/review', 'get'>
export type CampaignProgress = Ok<'/api/v1/campaigns/{id}/progress', 'get'>
export type CampaignReport = Ok<'/api/v1/campaigns/{id}/report', 'get'>
export type CampaignMessage = Ok<'/api/v1/campaigns/{id}/messages', 'get'>['items'][number]
export type MessageState = CampaignMessage['state']

type Chat = '/api/v1/conversations/{contactId}/{channelId}/messages'
export type Conversation = Ok<'/api/v1/conversations', 'get'>['items'][number]
export type ConversationMessage = Ok<Chat, 'get'>['items'][number]

export type HomeInsights = Ok<'/api/v1/insights/home', 'get'>

export type Ledger = Ok<'/api/v1/ledger', 'get'>
export type Anchoring = Ok<'/api/v1/ledger/anchors', 'post'>
export type LedgerVerdict = Ok<'/api/v1/ledger/verify', 'post'>
export type LedgerEntry = Ok<'/api/v1/ledger/entries', 'get'>['items'][number]
export type PrivacyRequest = Ok<'/api/v1/privacy/requests', 'get'>['items'][number]
export type PrivacyRequestDetail = Ok<'/api/v1/privacy/requests/{id}', 'get'>
export type RequestKind = PrivacyRequest['kind']
export type CarryOut = Body<'/api/v1/privacy/requests/{id}/carry-out', 'post'>
export type ErasureReport = NonNullable<PrivacyRequest['report']>
export type Restricted = Ok<'/api/v1/privacy/restricted', 'get'>
export type Unlock = Restricted['unlocks'][number]
export type Retention = Ok<'/api/v1/retention', 'get'>
export type RetentionLine = Retention['lines'][number]
export type PrivacySettings = Ok<'/api/v1/privacy/settings', 'get'>
