-- What Meta told us is written once and hardly ever touched again: what still waits to be processed lives in a small table of its
-- own, so that marking a status as done is the end of a narrow row instead of a second copy of the sealed one.

-- owner: intake
-- One row for every update that waits; whoever processes it deletes the row in the same transaction.
create table webhook_waiting (
  business_id uuid not null,
  -- People never wait behind statuses.
  lane text not null check (lane in ('person', 'status', 'change')),
  received_at timestamptz not null,
  update_key text not null,
  month date not null,
  -- Only of people: whose turn it is, and when it happened by Meta's clock.
  person_digest text,
  at timestamptz not null,
  primary key (business_id, lane, received_at, update_key)
);
create index webhook_waiting_person on webhook_waiting (business_id, person_digest, at) where person_digest is not null;

insert into webhook_waiting (business_id, lane, received_at, update_key, month, person_digest, at)
  select business_id,
    case kind when 'status' then 'status' when 'message' then 'person' when 'preference' then 'person' else 'change' end,
    received_at, update_key, month, person_digest, at
  from webhook_update where processed_at is null;

drop index webhook_update_left, webhook_update_of_people, webhook_update_of_person, webhook_update_of_contact;
alter table webhook_update drop column processed_at;
-- For an erasure. A status has neither: it is found by the id of the message it is about.
create index webhook_update_of_contact on webhook_update (business_id, contact_id) where contact_id is not null;
create index webhook_update_of_person on webhook_update (business_id, person_digest) where person_digest is not null;

-- owner: intake
-- What was signed with a business's app secret, and could not be read or names a number that is not connected. The whole body, as
-- Meta signed it, so that it can be attributed again.
create table webhook_aside (
  business_id uuid not null,
  aside_id uuid not null,
  received_at timestamptz not null,
  reason text not null check (reason in ('unknown_number', 'unreadable')),
  -- What Meta calls the number or the account, where it could be read.
  place text,
  updates integer not null,
  -- Several businesses hold the secret: nobody may look into what is not known to be theirs.
  shared boolean not null,
  body_sealed bytea not null,
  primary key (business_id, aside_id)
);
drop table webhook_quarantine;
