-- Every table starts its keys with business_id, so that one business can never be joined to another by accident and
-- the tables can be distributed by it. Tables without it are named in scripts/check-tables.ts with the reason.
-- `owner` names the one feature whose code writes the table.
-- WhatsApp's message ids (wamids) spell the person's number: in the clear they are nowhere, a keyed digest stands for them.

-- owner: businesses
create table business (
  business_id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,38}$'),
  name text not null check (length(name) between 1 and 100),
  legal_name text not null,
  country char(2) not null default 'DE',
  language text not null default 'de' check (language in ('de', 'en')),
  time_zone text not null default 'Europe/Berlin',
  privacy_url text,
  imprint_url text,
  contact_email text,
  state text not null default 'trial' check (state in ('trial', 'live', 'frozen')),
  created_at timestamptz not null
);

-- owner: businesses
-- The business key, wrapped by the master key, which is never in the database.
create table business_key (
  business_id uuid primary key references business,
  wrapped bytea not null,
  created_at timestamptz not null
);

-- owner: members
create table account (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  operator boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- owner: members
create table account_session (
  id text primary key,
  account_id text not null references account on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index account_session_account on account_session (account_id);

-- owner: members
create table account_credential (
  id text primary key,
  account_id text not null references account on delete cascade,
  provider_account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index account_credential_account on account_credential (account_id);

-- owner: members
create table account_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index account_verification_identifier on account_verification (identifier);

-- owner: members
create table member (
  business_id uuid not null references business,
  member_id uuid not null,
  account_id text not null references account on delete cascade,
  role text not null check (role in ('owner', 'marketer', 'agent', 'dpo')),
  created_at timestamptz not null,
  primary key (business_id, member_id),
  unique (business_id, account_id)
);
create index member_account on member (account_id);

-- owner: members
create table invitation (
  business_id uuid not null references business,
  invitation_id uuid not null,
  email text not null,
  role text not null check (role in ('owner', 'marketer', 'agent', 'dpo')),
  token_digest text not null unique,
  invited_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  primary key (business_id, invitation_id)
);

-- owner: audit
create table audit_entry (
  business_id uuid not null references business,
  audit_id uuid not null,
  at timestamptz not null,
  actor jsonb not null,
  action text not null check (action ~ '^[a-z_]+\.[a-z_]+$'),
  entity text not null,
  entity_id text not null,
  before jsonb,
  after jsonb,
  primary key (business_id, audit_id)
);
create index audit_entry_entity on audit_entry (business_id, entity, entity_id, audit_id);

-- owner: channels
create table channel (
  business_id uuid not null references business,
  channel_id uuid not null,
  name text not null,
  phone_number_id text not null,
  waba_id text not null,
  display_phone_number text not null,
  verified_name text not null,
  -- Access token, app secret and verify token: JSON, sealed with the business key.
  credentials_sealed bytea not null,
  state text not null default 'connected' check (state in ('connected', 'disconnected', 'restricted', 'banned')),
  quality text not null default 'UNKNOWN' check (quality in ('GREEN', 'YELLOW', 'RED', 'UNKNOWN')),
  -- Unique people per rolling 24 hours; null is unlimited.
  messaging_limit integer default 250,
  -- Messages per second that Meta lets this number send.
  throughput integer not null default 80,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (business_id, channel_id),
  unique (business_id, phone_number_id)
);

-- owner: channels
-- Finds the business of a webhook; the only key is what Meta sends. Small and shared by all businesses.
create table channel_route (
  kind text not null check (kind in ('phone_number', 'waba', 'verify_token')),
  key text not null,
  business_id uuid not null references business,
  channel_id uuid not null,
  primary key (kind, key, business_id, channel_id)
);

-- owner: contacts
create table contact (
  business_id uuid not null references business,
  contact_id uuid not null,
  name_sealed bytea,
  phone_sealed bytea,
  bsuid_sealed bytea,
  username_sealed bytea,
  language text,
  country char(2),
  -- Values of declared fields only (contact_field); never a name, a number or free text about a person.
  attributes jsonb not null default '{}',
  -- Digests of name prefixes and of number endings: search without opening anything.
  search_digests text[] not null default '{}',
  first_source_id uuid,
  -- WhatsApp's own switch, independent of our consent (C-32).
  meta_preference text not null default 'none' check (meta_preference in ('none', 'stop', 'resume')),
  meta_preference_at timestamptz,
  hold_reason text,
  restricted_at timestamptz,
  last_inbound_at timestamptz,
  last_marketing_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  erased_at timestamptz,
  primary key (business_id, contact_id)
);
create index contact_search on contact using gin (search_digests);
create index contact_recent on contact (business_id, created_at desc, contact_id desc);

-- owner: contacts
-- The person's key, wrapped by the business key. Erasure deletes the row; what was sealed with it is gone for good.
create table contact_key (
  business_id uuid not null,
  contact_id uuid not null,
  wrapped bytea not null,
  primary key (business_id, contact_id),
  foreign key (business_id, contact_id) references contact
);

-- owner: contacts
create table contact_identity (
  business_id uuid not null,
  kind text not null check (kind in ('phone', 'bsuid')),
  digest text not null,
  contact_id uuid not null,
  created_at timestamptz not null,
  primary key (business_id, kind, digest),
  foreign key (business_id, contact_id) references contact
);
create index contact_identity_contact on contact_identity (business_id, contact_id);

-- owner: contacts
create table contact_field (
  business_id uuid not null references business,
  key text not null check (key ~ '^[a-z][a-z0-9_]{0,40}$'),
  label text not null,
  type text not null check (type in ('text', 'number', 'date', 'boolean')),
  purpose text not null,
  created_at timestamptz not null,
  primary key (business_id, key)
);

-- owner: contacts
create table contact_import (
  business_id uuid not null references business,
  import_id uuid not null,
  file_name text not null,
  state text not null check (state in ('running', 'finished', 'failed')),
  rows_total integer not null default 0,
  rows_good integer not null default 0,
  rows_bad integer not null default 0,
  -- Line number and reason, never the row's content.
  problems jsonb not null default '[]',
  created_by uuid,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (business_id, import_id)
);

-- owner: consent
create table topic (
  business_id uuid not null references business,
  topic_id uuid not null,
  key text not null check (key ~ '^[a-z][a-z0-9_]{1,40}$'),
  name jsonb not null,
  description jsonb not null,
  position integer not null default 0,
  archived_at timestamptz,
  created_at timestamptz not null,
  primary key (business_id, topic_id),
  unique (business_id, key)
);

-- owner: consent
-- One version of the consent text of a topic in one language; never changed once published (C-17).
create table wording (
  business_id uuid not null,
  wording_id uuid not null,
  topic_id uuid not null,
  language text not null check (language in ('de', 'en', 'fr', 'it', 'es', 'nl')),
  version integer not null,
  body text not null,
  hash text not null,
  published_at timestamptz not null,
  retired_at timestamptz,
  primary key (business_id, wording_id),
  unique (business_id, topic_id, language, version),
  foreign key (business_id, topic_id) references topic
);

-- owner: consent
create table consent (
  business_id uuid not null,
  contact_id uuid not null,
  channel_id uuid not null,
  topic_id uuid not null,
  state text not null check (state in ('requested', 'pending', 'confirmed', 'refused', 'withdrawn', 'expired',
    'suspended', 'superseded', 'invalidated')),
  -- Time of the event that led to the state, by Meta's clock where there is one.
  state_at timestamptz not null,
  wording_id uuid,
  source_id uuid,
  question_id uuid,
  requested_at timestamptz,
  confirmed_at timestamptz,
  updated_at timestamptz not null,
  primary key (business_id, contact_id, channel_id, topic_id),
  -- The target of the foreign key that keeps guarantee G1.
  unique (business_id, contact_id, channel_id, topic_id, state),
  foreign key (business_id, contact_id) references contact,
  foreign key (business_id, channel_id) references channel,
  foreign key (business_id, topic_id) references topic
);
create index consent_topic on consent (business_id, topic_id, state);

-- owner: consent
-- The second opt-in as it was sent: only the YES that answers this very message confirms (C-02).
create table consent_question (
  business_id uuid not null,
  question_id uuid not null,
  contact_id uuid not null,
  channel_id uuid not null,
  topic_ids uuid[] not null,
  wording_ids uuid[] not null,
  source_id uuid,
  language text not null,
  body_sealed bytea not null,
  body_hash text not null,
  state text not null check (state in ('asking', 'asked', 'answered_yes', 'answered_no', 'expired', 'failed')),
  message_id uuid,
  wamid_digest text,
  created_at timestamptz not null,
  asked_at timestamptz,
  expires_at timestamptz,
  answered_at timestamptz,
  primary key (business_id, question_id),
  foreign key (business_id, contact_id) references contact
);
create index consent_question_open on consent_question (business_id, contact_id, state);
create index consent_question_timer on consent_question (business_id, state, expires_at);

-- owner: consent
create table suppression (
  business_id uuid not null references business,
  kind text not null check (kind in ('phone', 'bsuid')),
  digest text not null,
  reason text not null,
  since timestamptz not null,
  lifted_at timestamptz,
  primary key (business_id, kind, digest)
);

-- owner: consent
-- What happened, for the card's timeline and the proof; the evidence is sealed with the person's key.
create table consent_event (
  business_id uuid not null,
  event_id uuid not null,
  contact_id uuid not null,
  channel_id uuid not null,
  topic_id uuid,
  type text not null,
  state text not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  evidence_sealed bytea not null,
  salt_sealed bytea not null,
  primary key (business_id, event_id),
  foreign key (business_id, contact_id) references contact
);
create index consent_event_contact on consent_event (business_id, contact_id, event_id);

-- owner: ledger
-- One leaf per consent event. Numbered and hashed later by the sealer, so that opt-ins never wait for each other.
create table ledger_entry (
  business_id uuid not null references business,
  entry_id uuid not null,
  type text not null,
  state text not null,
  purpose text not null,
  wording_hash text not null,
  rule_pack text not null,
  at timestamptz not null,
  commitment text not null,
  seq bigint,
  -- The exact bytes that were hashed (canonical JSON).
  leaf text,
  -- Hex: the leaf's own hash, then those of the subtrees it completed. Node (level, index) of the Merkle tree is
  -- hashes[level + 1] of the row with seq = (index + 1) * 2^level - 1.
  hashes text[],
  primary key (business_id, entry_id),
  unique (business_id, seq),
  constraint ledger_entry_sealed_whole check (num_nonnulls(seq, leaf, hashes) in (0, 3)),
  -- What the canonical leaf can say; anything else could never be sealed and would hold up those behind it.
  constraint ledger_entry_tokens check (
    concat_ws(' ', type, state, purpose, rule_pack) ~ '^([A-Za-z0-9_.:/*@-]{1,64} ){3}[A-Za-z0-9_.:/*@-]{1,64}$'),
  constraint ledger_entry_digests check (wording_hash ~ '^([0-9a-f]{64})?$' and commitment ~ '^[0-9a-f]{64}$'),
  constraint ledger_entry_place check (seq >= 0 and isfinite(at))
);
create index ledger_entry_unsealed on ledger_entry (business_id, entry_id) where seq is null;

-- owner: ledger
create table ledger_checkpoint (
  business_id uuid not null references business,
  size bigint not null,
  root text not null,
  note text not null,
  signed_at timestamptz not null,
  primary key (business_id, size)
);

-- owner: signup
create table source (
  business_id uuid not null,
  source_id uuid not null,
  -- What a page, a poster or a link carries: `<business slug>.<code>`.
  public_id text not null unique,
  code text not null,
  kind text not null check (kind in ('bubble', 'qr', 'link', 'keyword')),
  name text not null,
  channel_id uuid not null,
  topic_ids uuid[] not null,
  keyword text,
  settings jsonb not null default '{}',
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (business_id, source_id),
  unique (business_id, code),
  foreign key (business_id, channel_id) references channel
);
create unique index source_keyword on source (business_id, channel_id, keyword) where keyword is not null and revoked_at is null;

-- owner: signup
-- What the page showed before the person wrote: the first half of the proof. Single use, 24 hours.
create table signup_request (
  business_id uuid not null,
  code text not null,
  source_id uuid not null,
  topic_ids uuid[] not null,
  wording_ids uuid[] not null,
  language text not null,
  page_url text,
  widget_build text,
  phone_digest text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid,
  primary key (business_id, code),
  foreign key (business_id, source_id) references source
);

-- owner: templates
create table template (
  business_id uuid not null,
  template_id uuid not null,
  channel_id uuid not null,
  name text not null check (name ~ '^[a-z0-9_]{1,512}$'),
  language text not null,
  category text not null check (category in ('marketing', 'utility', 'authentication')),
  state text not null check (state in ('draft', 'pending', 'approved', 'rejected', 'paused', 'disabled', 'in_appeal',
    'pending_deletion', 'deleted', 'limit_exceeded', 'archived')),
  quality text not null default 'UNKNOWN' check (quality in ('GREEN', 'YELLOW', 'RED', 'UNKNOWN')),
  -- Header, body, footer, buttons and sample values, in our own shape (templates/content.ts).
  content jsonb not null,
  meta_id text,
  reason text,
  submitted_at timestamptz,
  decided_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (business_id, template_id),
  unique (business_id, channel_id, name, language),
  foreign key (business_id, channel_id) references channel
);
create index template_meta on template (business_id, meta_id);

-- owner: segments
create table segment (
  business_id uuid not null references business,
  segment_id uuid not null,
  name text not null,
  rules jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  primary key (business_id, segment_id)
);

-- owner: campaigns
create table campaign (
  business_id uuid not null,
  campaign_id uuid not null,
  name text not null,
  channel_id uuid not null,
  topic_id uuid not null,
  template_id uuid,
  segment_id uuid,
  -- Where each template variable gets its value from: a fixed text, the first name, an attribute.
  variables jsonb not null default '{}',
  state text not null check (state in ('draft', 'scheduled', 'running', 'paused', 'finished', 'cancelled')),
  pause_reason text,
  scheduled_at timestamptz,
  -- A schedule missed by more than this waits for a person (G3).
  tolerance_minutes integer not null default 120,
  budget numeric(12, 2),
  candidates integer,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  launched_at timestamptz,
  finished_at timestamptz,
  primary key (business_id, campaign_id),
  foreign key (business_id, channel_id) references channel,
  foreign key (business_id, topic_id) references topic,
  foreign key (business_id, template_id) references template,
  foreign key (business_id, segment_id) references segment
);
create index campaign_due on campaign (state, scheduled_at);

-- owner: dispatch
-- Who was in the segment at launch and gets nothing, and why: candidates = messages + exclusions.
create table campaign_exclusion (
  business_id uuid not null,
  campaign_id uuid not null,
  contact_id uuid not null,
  reason text not null,
  primary key (business_id, campaign_id, contact_id),
  foreign key (business_id, campaign_id) references campaign,
  foreign key (business_id, contact_id) references contact
);

-- owner: dispatch
create table message (
  business_id uuid not null,
  message_id uuid not null,
  contact_id uuid not null,
  channel_id uuid not null,
  topic_id uuid,
  campaign_id uuid,
  template_id uuid,
  category text not null check (category in ('marketing', 'utility', 'authentication', 'service')),
  -- What is sent: template, text, question, receipt, welcome … (dispatch/kinds.ts)
  kind text not null,
  state text not null check (state in ('queued', 'sending', 'accepted', 'held', 'sent', 'delivered', 'read',
    'withheld', 'failed', 'unknown')),
  reason text,
  error_code integer,
  -- Rendered request body of everything that is not a campaign; sealed with the person's key.
  payload_sealed bytea,
  -- Idempotency of the caller, for example a question's id: the same thing is never queued twice.
  dedupe_key text,
  priority smallint not null,
  not_before timestamptz not null,
  attempts smallint not null default 0,
  lease_epoch bigint,
  wamid_digest text,
  created_at timestamptz not null,
  sending_at timestamptz,
  accepted_at timestamptz,
  sent_at timestamptz,
  delivered_at timestamptz,
  read_at timestamptz,
  ended_at timestamptz,
  billable boolean,
  price_category text,
  cost numeric(12, 5),
  -- G1: while a marketing message could still leave, this points at a confirmed consent. A message for someone who has
  -- not confirmed cannot be inserted, and a withdrawal cannot commit while something for that person is queued.
  needs_consent text generated always as (
    case when category = 'marketing' and state in ('queued', 'sending') then 'confirmed' end) stored,
  primary key (business_id, message_id),
  unique (business_id, campaign_id, contact_id),
  unique (business_id, dedupe_key),
  constraint message_marketing_has_topic check (category <> 'marketing' or topic_id is not null),
  constraint message_needs_confirmed_consent
    foreign key (business_id, contact_id, channel_id, topic_id, needs_consent)
    references consent (business_id, contact_id, channel_id, topic_id, state),
  foreign key (business_id, contact_id) references contact,
  foreign key (business_id, channel_id) references channel
);
create index message_queue on message (business_id, channel_id, priority, not_before, message_id) where state = 'queued';
create index message_open on message (business_id, campaign_id, state);
create index message_contact on message (business_id, contact_id, message_id desc);
create index message_wamid on message (business_id, wamid_digest);
create index message_in_flight on message (business_id, channel_id, sending_at) where state = 'sending';

-- owner: dispatch
-- One dispatcher holds a channel at a time; a holder whose epoch is old can change nothing.
create table channel_lease (
  business_id uuid not null,
  channel_id uuid not null,
  holder text not null,
  epoch bigint not null,
  expires_at timestamptz not null,
  primary key (business_id, channel_id),
  foreign key (business_id, channel_id) references channel
);

-- owner: intake
-- Every update as Meta sent it, under a digest of its natural key, before anything is answered.
create table webhook_update (
  business_id uuid not null references business,
  update_key text not null,
  channel_id uuid not null,
  kind text not null,
  -- Whom it is about, for the order of processing: a digest of number or BSUID.
  person_digest text,
  at timestamptz not null,
  received_at timestamptz not null,
  payload_sealed bytea not null,
  contact_id uuid,
  processed_at timestamptz,
  problem text,
  primary key (business_id, update_key)
);
create index webhook_update_waiting on webhook_update (business_id, received_at, update_key) where processed_at is null;
create index webhook_update_contact on webhook_update (business_id, contact_id);

-- owner: intake
-- What was signed by nobody we know, or could not be read; sealed with the master key.
create table webhook_quarantine (
  quarantine_id uuid primary key,
  received_at timestamptz not null,
  reason text not null,
  payload_sealed bytea not null
);

-- owner: inbox
create table conversation (
  business_id uuid not null,
  contact_id uuid not null,
  channel_id uuid not null,
  state text not null default 'open' check (state in ('open', 'closed')),
  unread integer not null default 0,
  assigned_to uuid,
  last_inbound_at timestamptz,
  last_at timestamptz not null,
  primary key (business_id, contact_id, channel_id),
  foreign key (business_id, contact_id) references contact
);
create index conversation_recent on conversation (business_id, last_at desc);

-- owner: inbox
create table inbound_message (
  business_id uuid not null,
  wamid_digest text not null,
  contact_id uuid not null,
  channel_id uuid not null,
  at timestamptz not null,
  type text not null,
  -- The parsed message (its id, text, button, list row, media reference), sealed with the person's key.
  content_sealed bytea not null,
  context_wamid_digest text,
  meaning text,
  received_at timestamptz not null,
  primary key (business_id, wamid_digest),
  foreign key (business_id, contact_id) references contact
);
create index inbound_message_chat on inbound_message (business_id, contact_id, channel_id, at);

-- owner: costs
create table price_rate (
  business_id uuid not null references business,
  rate_id uuid not null,
  market text not null,
  category text not null check (category in ('marketing', 'utility', 'authentication', 'service')),
  currency char(3) not null default 'EUR',
  price numeric(10, 5) not null check (price >= 0),
  effective_from date not null,
  source text not null,
  verified boolean not null default false,
  primary key (business_id, rate_id),
  unique (business_id, market, category, currency, effective_from)
);

-- owner: standing
create table notification (
  business_id uuid not null references business,
  notification_id uuid not null,
  kind text not null,
  severity text not null check (severity in ('info', 'success', 'warning', 'critical')),
  entity text,
  entity_id text,
  data jsonb not null default '{}',
  at timestamptz not null,
  read_at timestamptz,
  primary key (business_id, notification_id)
);

-- owner: standing
create table standing_change (
  business_id uuid not null,
  channel_id uuid not null,
  change_id uuid not null,
  at timestamptz not null,
  what text not null,
  before text,
  after text,
  primary key (business_id, channel_id, change_id)
);

-- owner: privacy
create table privacy_request (
  business_id uuid not null,
  request_id uuid not null,
  contact_id uuid not null,
  kind text not null check (kind in ('export', 'erasure')),
  state text not null check (state in ('running', 'done', 'failed')),
  requested_by jsonb not null,
  report jsonb,
  created_at timestamptz not null,
  done_at timestamptz,
  primary key (business_id, request_id),
  foreign key (business_id, contact_id) references contact
);
