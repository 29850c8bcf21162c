-- People's rights: the queue of requests with its clock, the restricted vault for the proof of people who were erased,
-- the list of destroyed keys, and shorter retention where a business wants it.

-- owner: privacy
-- Requests of people (Art. 15 to 21 GDPR). What was an export before is an access request that was answered at once.
alter table privacy_request drop constraint privacy_request_kind_check;
alter table privacy_request drop constraint privacy_request_state_check;
update privacy_request set kind = 'access' where kind = 'export';
update privacy_request set state = case state when 'running' then 'open' when 'failed' then 'cancelled' else state end;
alter table privacy_request
  add column via text not null default 'staff',
  add column due_at timestamptz,
  add column extended_at timestamptz,
  add column extension_reason text,
  -- How we know that it is the person: null until it was checked.
  add column identity text,
  add column identity_at timestamptz,
  add column identity_asked_at timestamptz,
  -- What the person asked for, how staff checked who it is, and what a refusal said; sealed with the person's key.
  add column details_sealed bytea,
  add column identity_note_sealed bytea,
  add column refusal_reason text,
  add column refusal_text_sealed bytea,
  add column decided_by jsonb,
  -- Days before the end of which the members were reminded already; 0 says that it is overdue.
  add column reminded integer[] not null default '{}';
update privacy_request set due_at = created_at + interval '1 month', identity = 'staff', identity_at = created_at;
alter table privacy_request alter column due_at set not null;
alter table privacy_request alter column via drop default;
alter table privacy_request
  add constraint privacy_request_kind check (kind in ('access', 'portability', 'rectification', 'restriction', 'objection', 'erasure')),
  add constraint privacy_request_state check (state in ('received', 'open', 'done', 'refused', 'cancelled')),
  add constraint privacy_request_via check (via in ('chat', 'page', 'staff', 'api', 'replay')),
  add constraint privacy_request_identity check (identity in ('chat', 'button', 'page', 'staff')),
  -- Nothing is carried out for somebody of whom we do not know who it is.
  add constraint privacy_request_checked check (state in ('received', 'refused', 'cancelled') or identity is not null),
  add constraint privacy_request_ended check ((done_at is not null) = (state in ('done', 'refused', 'cancelled'))),
  add constraint privacy_request_refused check (state <> 'refused' or refusal_reason is not null),
  add constraint privacy_request_extended check ((extended_at is null) = (extension_reason is null));
create index privacy_request_due on privacy_request (business_id, due_at) where done_at is null;
create index privacy_request_contact on privacy_request (business_id, contact_id);

-- owner: privacy
-- The restricted vault (Art. 18, 17 (3) (e) GDPR): proof of the consents of somebody who was erased, under a key of its own that no
-- ordinary code path unwraps. Gone with the key at retain_until.
create table restricted_vault (
  business_id uuid not null,
  contact_id uuid not null,
  wrapped bytea not null,
  -- Keyed digests of their own of number and id: who claims something says the number, nothing else leads here.
  finders text[] not null,
  -- What retain_until was reckoned from.
  granted_at timestamptz,
  last_used_at timestamptz,
  withdrawn_at timestamptz,
  retain_until timestamptz not null,
  created_at timestamptz not null,
  primary key (business_id, contact_id),
  foreign key (business_id, contact_id) references contact
);
create index restricted_vault_until on restricted_vault (retain_until);
create index restricted_vault_finders on restricted_vault using gin (finders);

-- owner: privacy
create table restricted_evidence (
  business_id uuid not null,
  event_id uuid not null,
  contact_id uuid not null,
  -- Evidence and salt of one consent event, sealed with the vault's key for this person.
  content_sealed bytea not null,
  primary key (business_id, event_id),
  foreign key (business_id, contact_id) references restricted_vault on delete cascade
);
create index restricted_evidence_contact on restricted_evidence (business_id, contact_id);

-- owner: privacy
-- Two members open the vault for one person, for a while, for one purpose.
create table restricted_unlock (
  business_id uuid not null,
  unlock_id uuid not null,
  contact_id uuid not null,
  purpose text not null check (purpose = 'legal_claims'),
  -- The file number of the case or the like; sealed with the key of the business.
  note_sealed bytea not null,
  requested_by uuid not null,
  requested_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  approved boolean,
  expires_at timestamptz,
  reads integer not null default 0,
  last_read_at timestamptz,
  primary key (business_id, unlock_id),
  foreign key (business_id, contact_id) references restricted_vault on delete cascade,
  -- Two people, whatever the code above says.
  constraint restricted_unlock_two check (decided_by <> requested_by),
  constraint restricted_unlock_decided check (num_nonnulls(decided_by, decided_at, approved) in (0, 3)),
  constraint restricted_unlock_limited check ((expires_at is not null) = coalesce(approved, false))
);
create index restricted_unlock_contact on restricted_unlock (business_id, contact_id);

-- owner: privacy
-- Which keys were destroyed, as digests. Kept outside of the database too (file `shredded` in the data folder), so that a restored
-- backup learns what it must forget again before anything opens (C-59).
create table shredded_key (
  business_id uuid not null references business,
  kind text not null check (kind in ('person', 'proof', 'block')),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  primary key (business_id, kind, digest)
);
create function shredded_key_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'The list of destroyed keys is append-only: % is refused', tg_op using errcode = 'restrict_violation';
end $$;
create trigger shredded_key_append_only before update or delete on shredded_key
  for each row execute function shredded_key_is_append_only();
create trigger shredded_key_never_emptied before truncate on shredded_key
  for each statement execute function shredded_key_is_append_only();

-- owner: privacy
create table privacy_setting (
  business_id uuid not null references business,
  -- Whole years to the end of which proof is kept (C-44).
  proof_years integer not null default 3 check (proof_years between 0 and 10),
  -- Years where the wording also covers calls (§ 7a (2) UWG), exactly.
  calls_years integer not null default 5 check (calls_years between 5 and 10),
  calls_topics uuid[] not null default '{}',
  -- Erasures destroy the proof at once instead of keeping it restricted.
  shred_at_once boolean not null default false,
  updated_at timestamptz not null,
  primary key (business_id)
);

-- Evidence of people who are still here goes too when its time is over: the row stays for the ledger, what it held does not.
alter table consent_event alter column evidence_sealed drop not null;
alter table consent_event alter column salt_sealed drop not null;
alter table consent_event add column shredded_at timestamptz;
alter table consent_event add constraint consent_event_shredded
  check ((evidence_sealed is null) = (salt_sealed is null) and (evidence_sealed is null) = (shredded_at is not null));

-- owner: ledger
-- What a leaf of type `redaction` committed to: which evidence was destroyed, and why. Never destroyed itself.
create table ledger_redaction (
  business_id uuid not null,
  entry_id uuid not null,
  payload jsonb not null,
  salt text not null check (salt ~ '^[0-9a-f]{64}$'),
  primary key (business_id, entry_id),
  foreign key (business_id, entry_id) references ledger_entry
);
create trigger ledger_redaction_append_only before update or delete on ledger_redaction
  for each row execute function ledger_is_append_only();
create trigger ledger_redaction_never_emptied before truncate on ledger_redaction
  for each statement execute function ledger_is_append_only();

-- owner: retention
-- A business may keep some things shorter than the register says, never longer (C-43).
create table retention_setting (
  business_id uuid not null references business,
  rule text not null,
  days integer not null check (days >= 1),
  updated_at timestamptz not null,
  primary key (business_id, rule)
);
