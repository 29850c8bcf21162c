import { claimPlace, idPlace } from '../contacts/index.ts'
import { payloadPlace } from '../dispatch/index.ts'
import { contentPlace } from '../inbox/index.ts'

type Row = Record<string, unknown>

interface PersonTable {
  /** What the export calls it. */
  title: string
  /** Column that names the person. */
  by: 'contact_id' | 'used_by'
  /** Sealed columns that are the person's to read, and the place each was sealed for. */
  sealed?: Record<string, (row: Row) => string>
  /** Sealed columns that are the person's but not theirs to read, and the place each was sealed for. */
  sealedToo?: Record<string, (row: Row) => string>
  /** Columns that say nothing about the person: keys, digests, salts, copies of what another table shows. */
  hidden?: readonly string[]
  /** Columns that put the rows in the order of what happened. */
  order?: readonly string[]
  /** What an erasure does to the rows. */
  erasure: 'deleted' | 'emptied' | 'unreadable' | 'kept_without_person' | 'restricted'
  /**
   * What becomes of the rows when two records turn out to be one person's: they go over · they go over only when WhatsApp itself says
   * so, because they hang on the identity · both are made one · they end · they stay where they are.
   */
  merge: 'moves' | 'bound' | 'combined' | 'ends' | 'stays'
}

const id = (row: Row, column: string) => String(row[column])

/**
 * Every table that holds something about a person. A test compares it with the schema: a new table with a person in it
 * fails until it says here how it is exported and erased (C-37, C-40).
 */
export const PERSON_TABLES: Record<string, PersonTable> = {
  contact: {
    title: 'profile',
    by: 'contact_id',
    sealed: {
      name_sealed: () => 'name',
      phone_sealed: () => 'phone',
      bsuid_sealed: () => 'bsuid',
      username_sealed: () => 'username',
      hold_note_sealed: () => 'hold_note',
    },
    hidden: ['search_digests', 'name_digest'],
    erasure: 'emptied',
    merge: 'combined',
  },
  contact_key: { title: 'key', by: 'contact_id', hidden: ['wrapped'], erasure: 'deleted', merge: 'stays' },
  // What a list said about the person; never a consent (C-19).
  import_claim: {
    title: 'claimsOfLists',
    by: 'contact_id',
    sealed: { evidence_sealed: (row) => claimPlace(id(row, 'import_id')) },
    erasure: 'deleted',
    merge: 'moves',
  },
  contact_marketing: { title: 'marketingSent', by: 'contact_id', erasure: 'deleted', merge: 'combined' },
  contact_identity: {
    title: 'identities',
    by: 'contact_id',
    sealed: { id_sealed: (row) => idPlace(id(row, 'digest')) },
    hidden: ['digest'],
    erasure: 'deleted',
    merge: 'combined',
  },
  // Of who was somebody else's number or id before.
  contact_identity_past: {
    title: 'earlierIdentities',
    by: 'contact_id',
    hidden: ['digest', 'merged_from'],
    erasure: 'deleted',
    merge: 'moves',
  },
  contact_merge: {
    title: 'mergedRecords',
    by: 'contact_id',
    hidden: ['moved'],
    erasure: 'kept_without_person',
    merge: 'stays',
  },
  consent: { title: 'consents', by: 'contact_id', erasure: 'kept_without_person', merge: 'combined' },
  consent_question: {
    title: 'questions',
    by: 'contact_id',
    sealed: { body_sealed: (row) => `question:${id(row, 'question_id')}` },
    hidden: ['wamid_digest'],
    erasure: 'unreadable',
    merge: 'bound',
  },
  consent_event: {
    title: 'consentHistory',
    by: 'contact_id',
    sealed: { evidence_sealed: (row) => `evidence:${id(row, 'event_id')}` },
    hidden: ['salt_sealed'],
    sealedToo: { salt_sealed: (row) => `salt:${id(row, 'event_id')}` },
    erasure: 'emptied',
    merge: 'bound',
  },
  signup_request: {
    title: 'visits',
    by: 'used_by',
    hidden: ['phone_digest'],
    erasure: 'deleted',
    merge: 'moves',
  },
  message: {
    title: 'messagesToPerson',
    by: 'contact_id',
    sealed: { payload_sealed: (row) => payloadPlace(id(row, 'message_id')) },
    hidden: ['month', 'needs_consent', 'dedupe_key', 'wamid_digest'],
    order: ['created_at', 'message_id'],
    erasure: 'emptied',
    merge: 'moves',
  },
  // What of the above is still to be decided; an erasure withholds it, and what is under way leaves when its answer comes.
  message_queue: {
    title: 'messagesWaiting',
    by: 'contact_id',
    hidden: ['month', 'priority', 'epoch', 'stopped'],
    erasure: 'kept_without_person',
    merge: 'bound',
  },
  preference_link: {
    title: 'settingsLinks',
    by: 'contact_id',
    hidden: ['token_digest'],
    erasure: 'deleted',
    merge: 'ends',
  },
  preference_code: {
    title: 'settingsCodes',
    by: 'contact_id',
    hidden: ['code_digest', 'proof_digest'],
    erasure: 'deleted',
    merge: 'ends',
  },
  marketing_pause: { title: 'marketingPause', by: 'contact_id', erasure: 'deleted', merge: 'combined' },
  // Whom the business told of changes. Holds the id alone and names of what changed; goes by age after an erasure as well (30 or 90 days),
  // since whoever has not been told of it yet still must be.
  delivery: {
    title: 'changesToldToOthers',
    by: 'contact_id',
    hidden: ['begun', 'claimed_until', 'next_at', 'last_status', 'last_failure', 'attempts'],
    erasure: 'kept_without_person',
    merge: 'stays',
  },
  campaign_exclusion: {
    title: 'campaignsNotSent',
    by: 'contact_id',
    erasure: 'kept_without_person',
    merge: 'moves',
  },
  conversation: { title: 'conversations', by: 'contact_id', erasure: 'deleted', merge: 'combined' },
  inbound_message: {
    title: 'messagesFromPerson',
    by: 'contact_id',
    sealed: { content_sealed: (row) => contentPlace(id(row, 'wamid_digest')) },
    hidden: ['wamid_digest', 'context_wamid_digest'],
    // As the chat shows them: Meta's seconds, and within one the moment of receipt.
    order: ['at', 'received_at'],
    erasure: 'deleted',
    merge: 'moves',
  },
  // The raw form of what the tables above show; kept for two weeks to repair what went wrong.
  webhook_update: {
    title: 'deliveriesFromWhatsApp',
    by: 'contact_id',
    hidden: ['payload_sealed', 'person_digest', 'phone_digest', 'update_key'],
    erasure: 'deleted',
    merge: 'moves',
  },
  privacy_request: {
    title: 'privacyRequests',
    by: 'contact_id',
    sealed: {
      details_sealed: (row) => `request:${id(row, 'request_id')}:details`,
      identity_note_sealed: (row) => `request:${id(row, 'request_id')}:identity_note`,
      refusal_text_sealed: (row) => `request:${id(row, 'request_id')}:refusal_text`,
    },
    hidden: ['requested_by', 'decided_by', 'reminded'],
    erasure: 'kept_without_person',
    merge: 'moves',
  },
  // Only of people who were erased: there is nobody to export it for, and two members have to open it.
  restricted_vault: {
    title: 'restrictedProof',
    by: 'contact_id',
    hidden: ['wrapped', 'finders'],
    erasure: 'restricted',
    merge: 'stays',
  },
  restricted_evidence: {
    title: 'restrictedEvidence',
    by: 'contact_id',
    hidden: ['content_sealed'],
    erasure: 'restricted',
    merge: 'stays',
  },
  restricted_unlock: {
    title: 'restrictedUnlocks',
    by: 'contact_id',
    hidden: ['note_sealed', 'requested_by', 'decided_by'],
    erasure: 'restricted',
    merge: 'stays',
  },
}
