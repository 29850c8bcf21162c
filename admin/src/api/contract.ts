import type * as C from './campaign-entities.ts'
import type * as E from './entities.ts'

/** One operation, in the shape openapi-fetch reads from a generated `paths` type. */
type Op<Answer, Input extends { path?: object; query?: object; body?: unknown } = object> = {
  parameters: (Input extends { path: infer P } ? { path: P } : object) &
    (Input extends { query: infer Q } ? { query?: Q } : object)
  responses: { 200: { content: { 'application/json': Answer } } }
} & (Input extends { body: infer B } ? { requestBody: { content: { 'application/json': B } } } : object)

type Keyset = { limit?: number; after?: string }
type ById = { path: { id: string } }
type ByContact = { path: { contactId: string; channelId: string } }
type Done = { ok?: boolean }

/** The HTTP contract of /api/v1 as the pages use it. */
export interface paths {
  '/api/v1/me': { get: Op<E.Me> }
  '/api/v1/public/invitations/accept': {
    post: Op<{ email: string }, { body: { token: string; name: string; password: string } }>
  }
  '/api/v1/business': { get: Op<E.Business>; patch: Op<E.Business, { body: Partial<E.Business> }> }
  '/api/v1/businesses': {
    post: Op<
      E.Business,
      {
        body: Pick<E.Business, 'name' | 'legalName' | 'slug' | 'country' | 'language'> & {
          privacyUrl?: string
          imprintUrl?: string
        }
      }
    >
  }
  '/api/v1/members': { get: Op<E.Member[]> }
  '/api/v1/members/{id}': {
    patch: Op<E.Member, ById & { body: { role: E.Role } }>
    delete: Op<Done, ById>
  }
  '/api/v1/invitations': {
    get: Op<E.Invitation[]>
    post: Op<E.Invitation & { link: string }, { body: { email: string; role: E.Role } }>
  }
  '/api/v1/invitations/{id}': { delete: Op<Done, ById> }
  '/api/v1/audit': {
    get: Op<E.Page<E.AuditEntry>, { query: Keyset & { entity?: string; entityId?: string } }>
  }

  '/api/v1/channels': {
    get: Op<E.Channel[]>
    post: Op<E.Channel, { body: E.ChannelCredentials & { name: string } }>
  }
  '/api/v1/channels/{id}': {
    patch: Op<E.Channel, ById & { body: Partial<E.ChannelCredentials & { name: string }> }>
  }
  '/api/v1/channels/check': {
    post: Op<E.ChannelCheck, { body: E.ChannelCredentials & { channelId?: string } }>
  }
  '/api/v1/channels/{id}/refresh': { post: Op<E.Channel, ById> }
  '/api/v1/standing': { get: Op<E.Standing> }
  '/api/v1/notifications': {
    get: Op<E.Page<E.Notification>, { query: Keyset & { unread?: 1 } }>
  }
  '/api/v1/notifications/read': { post: Op<Done, { body: { ids?: string[] } }> }

  '/api/v1/topics': {
    get: Op<E.Topic[]>
    post: Op<E.Topic, { body: Pick<E.Topic, 'key' | 'name' | 'description'> }>
  }
  '/api/v1/topics/{id}': {
    patch: Op<
      E.Topic,
      ById & { body: Partial<Pick<E.Topic, 'name' | 'description'>> & { archived?: boolean } }
    >
  }
  '/api/v1/topics/{id}/wordings/check': {
    post: Op<
      { findings: (E.Finding & { element: string })[] },
      ById & { body: { language: string; body: string } }
    >
  }
  '/api/v1/topics/{id}/wordings': { post: Op<E.Wording, ById & { body: { language: string; body: string } }> }

  '/api/v1/sources': {
    get: Op<E.Source[]>
    post: Op<
      E.Source,
      {
        body: Pick<E.Source, 'kind' | 'name' | 'channelId' | 'topicIds'> &
          Partial<Pick<E.Source, 'keyword' | 'settings'>>
      }
    >
  }
  '/api/v1/sources/{id}': {
    patch: Op<E.Source, ById & { body: Partial<Pick<E.Source, 'name' | 'topicIds' | 'settings'>> }>
  }
  '/api/v1/sources/{id}/revoke': { post: Op<E.Source, ById> }
  '/api/v1/sources/{id}/snippet': { get: Op<{ html: string }, ById> }

  '/api/v1/contacts': {
    get: Op<
      E.Page<E.Contact>,
      { query: Keyset & { search?: string; topicId?: string; state?: E.ConsentState; segmentId?: string } }
    >
  }
  '/api/v1/contacts/{id}': {
    get: Op<E.ContactCard, ById>
    patch: Op<
      E.ContactCard,
      ById & { body: { name?: string | null; language?: string; attributes?: E.ContactCard['attributes'] } }
    >
  }
  '/api/v1/contacts/{id}/timeline': { get: Op<E.Page<E.TimelineEntry>, ById & { query: Keyset }> }
  '/api/v1/contacts/{id}/why': {
    get: Op<E.Why, ById & { query: { topicId?: string; channelId?: string; templateId?: string } }>
  }
  '/api/v1/contacts/{id}/withdraw': {
    post: Op<E.ContactCard, ById & { body: { topicId?: string; note?: string } }>
  }
  '/api/v1/contacts/{id}/hold': {
    post: Op<E.ContactCard, ById & { body: { reason: string } }>
    delete: Op<E.ContactCard, ById>
  }
  '/api/v1/contact-fields': { get: Op<E.ContactField[]>; post: Op<E.ContactField, { body: E.ContactField }> }
  '/api/v1/contact-fields/{key}': { delete: Op<Done, { path: { key: string } }> }
  '/api/v1/contact-imports': {
    get: Op<E.Page<E.ContactImport>>
    post: Op<E.ContactImport, { body: FormData }>
  }
  '/api/v1/contact-imports/{id}': { get: Op<E.ContactImport, ById> }
  '/api/v1/contact-imports/preview': {
    post: Op<{ columns: string[]; sample: string[][]; guess: E.ImportMapping }, { body: FormData }>
  }

  '/api/v1/segments': {
    get: Op<E.Segment[]>
    post: Op<E.Segment, { body: { name: string; rules: E.Rules } }>
  }
  '/api/v1/segments/{id}': {
    get: Op<E.Segment, ById>
    patch: Op<E.Segment, ById & { body: { name?: string; rules?: E.Rules } }>
    delete: Op<Done, ById>
  }
  '/api/v1/segments/count': { post: Op<E.SegmentCount, { body: { rules: E.Rules } }> }
  '/api/v1/segments/sample': { post: Op<{ items: E.Contact[] }, { body: { rules: E.Rules } }> }

  '/api/v1/templates': { get: Op<C.Template[]>; post: Op<C.Template, { body: C.TemplateDraft }> }
  '/api/v1/templates/{id}': {
    patch: Op<C.Template, ById & { body: Partial<C.TemplateDraft> }>
    delete: Op<Done, ById>
  }
  '/api/v1/templates/{id}/duplicate': {
    post: Op<C.Template, ById & { body: { name?: string; language?: string } }>
  }
  '/api/v1/templates/{id}/submit': { post: Op<C.Template, ById> }
  '/api/v1/templates/check': {
    post: Op<
      { findings: C.TemplateFinding[] },
      { body: Omit<C.TemplateDraft, 'channelId'> & { channelId?: string } }
    >
  }
  '/api/v1/templates/sync': { post: Op<Done, { body: { channelId: string } }> }

  '/api/v1/campaigns': {
    get: Op<E.Page<C.Campaign>, { query: Keyset & { state?: E.CampaignState } }>
    post: Op<C.Campaign, { body: C.CampaignDraft & { name: string } }>
  }
  '/api/v1/campaigns/{id}': {
    get: Op<C.Campaign, ById>
    patch: Op<C.Campaign, ById & { body: C.CampaignDraft }>
    delete: Op<Done, ById>
  }
  '/api/v1/campaigns/{id}/review': { get: Op<C.CampaignReview, ById> }
  '/api/v1/campaigns/{id}/test': {
    post: Op<
      { messageId: string; state: E.MessageState; reason?: string },
      ById & { body: { contactId: string } }
    >
  }
  '/api/v1/campaigns/{id}/launch': { post: Op<C.Campaign, ById & { body: { at?: string } }> }
  '/api/v1/campaigns/{id}/pause': { post: Op<C.Campaign, ById & { body: { reason?: string } }> }
  '/api/v1/campaigns/{id}/resume': { post: Op<C.Campaign, ById> }
  '/api/v1/campaigns/{id}/cancel': { post: Op<C.Campaign, ById> }
  '/api/v1/campaigns/{id}/unschedule': { post: Op<C.Campaign, ById> }
  '/api/v1/campaigns/{id}/progress': { get: Op<C.CampaignProgress, ById> }
  '/api/v1/campaigns/{id}/report': { get: Op<C.CampaignReport, ById> }
  '/api/v1/campaigns/{id}/messages': {
    get: Op<E.Page<C.CampaignMessage>, ById & { query: Keyset & { state?: E.MessageState; reason?: string } }>
  }

  '/api/v1/conversations': {
    get: Op<
      E.Page<C.Conversation>,
      { query: Keyset & { filter?: 'open' | 'closed' | 'mine' | 'unassigned'; search?: string } }
    >
  }
  '/api/v1/conversations/{contactId}/{channelId}/messages': {
    get: Op<E.Page<C.ConversationMessage>, ByContact & { query: { before?: string; limit?: number } }>
    post: Op<C.ConversationMessage, ByContact & { body: { text: string } }>
  }
  '/api/v1/conversations/{contactId}/{channelId}/read': { post: Op<C.Conversation, ByContact> }
  '/api/v1/conversations/{contactId}/{channelId}/assign': {
    post: Op<C.Conversation, ByContact & { body: { memberId: string | null } }>
  }
  '/api/v1/conversations/{contactId}/{channelId}/close': { post: Op<C.Conversation, ByContact> }
  '/api/v1/conversations/{contactId}/{channelId}/reopen': { post: Op<C.Conversation, ByContact> }

  '/api/v1/price-rates': {
    get: Op<E.PriceRate[]>
    post: Op<E.PriceRate, { body: Omit<E.PriceRate, 'id'> }>
  }
  '/api/v1/price-rates/{id}': { delete: Op<Done, ById> }
  '/api/v1/insights/home': { get: Op<C.HomeInsights, { query: { days?: number } }> }

  '/api/v1/ledger': { get: Op<C.Ledger> }
  '/api/v1/ledger/verify': { post: Op<C.LedgerVerdict, { body: { externalCheckpoints: string[] } }> }
  '/api/v1/ledger/entries': { get: Op<E.Page<C.LedgerEntry>, { query: Keyset }> }
  '/api/v1/privacy/contacts/{id}/erase': {
    post: Op<{ report: C.ErasureReport }, ById & { body: { confirm: 'ERASE' } }>
  }
  '/api/v1/privacy/requests': { get: Op<E.Page<C.PrivacyRequest>, { query: Keyset }> }
}
