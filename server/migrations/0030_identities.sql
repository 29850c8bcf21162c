-- Who a person was before: numbers and ids that lead to nobody any more, or to somebody else; and records that were one person's.

-- A member took two records of one person for one: this one says nothing any more but what was consented to under its identity.
alter table contact add column merged_into uuid;
create index contact_merged on contact (business_id, merged_into) where merged_into is not null;

-- owner: contacts
-- An identity that a contact no longer has. A message that WhatsApp dates before the end still is theirs, however late it
-- arrives, and its STOP with it; whatever comes later is somebody else's.
create table contact_identity_past (
  business_id uuid not null,
  kind text not null check (kind in ('phone', 'bsuid')),
  digest text collate "C" not null,
  contact_id uuid not null,
  ended_at timestamptz not null,
  -- The record it belonged to, when that was merged by a member: should it come alive, the two are not one after all.
  merged_from uuid,
  primary key (business_id, kind, digest, contact_id),
  foreign key (business_id, contact_id) references contact
);
create index contact_identity_past_contact on contact_identity_past (business_id, contact_id);

-- owner: merge
-- Two records that became one: who said so, and what came over, by table and key, so that it can go back.
create table contact_merge (
  business_id uuid not null,
  merge_id uuid not null,
  -- The record that stays, and the one that went into it.
  contact_id uuid not null,
  gone_id uuid not null,
  because text not null check (because in ('whatsapp', 'member')),
  at timestamptz not null,
  -- Keys of rows and names of fields only.
  moved jsonb not null default '{}',
  -- Null when it cannot be taken back: WhatsApp itself said that both are one.
  undo_until timestamptz,
  undone_at timestamptz,
  primary key (business_id, merge_id),
  foreign key (business_id, contact_id) references contact
);
create index contact_merge_contact on contact_merge (business_id, contact_id);

-- Usernames are searched as names are; the job of before makes these digests anew.
update contact set search_digests = null where username_sealed is not null and erased_at is null;
