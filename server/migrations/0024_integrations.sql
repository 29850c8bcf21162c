-- Whoever a business passed people's data on to is told when it changes or has to go (Art. 19, Art. 7(3) GDPR): signed webhooks that
-- leave this installation.

-- owner: integrations
-- An address that is told, and of which events. The address is the business's own system, or of somebody it passed data on to.
create table endpoint (
  business_id uuid not null references business,
  endpoint_id uuid not null,
  name text not null,
  url text not null,
  events text[] not null,
  state text not null check (state in ('on', 'off')),
  -- member: switched off by hand. gone: it answered 410. failing: nothing was taken for five days.
  off_reason text check (off_reason in ('member', 'gone', 'failing')),
  -- What its deliveries are signed with, sealed with the key of the business; the one before counts until `previous_until`.
  secret_sealed bytea not null,
  previous_sealed bytea,
  previous_until timestamptz,
  -- What the last attempt came to; a status or a reason without an answer.
  last_at timestamptz,
  last_status integer,
  last_failure text,
  -- Since when every attempt failed.
  failing_since timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (business_id, endpoint_id),
  check ((state = 'off') = (off_reason is not null)),
  check ((previous_sealed is null) = (previous_until is null))
);

-- owner: integrations
-- One event for one endpoint, written by the transaction that the event is about. Ids, names of what changed and times; no values.
create table delivery (
  business_id uuid not null references business,
  delivery_id uuid not null,
  endpoint_id uuid not null,
  event text not null,
  -- Null: a test.
  contact_id uuid,
  -- What the event says beside that: topic, channel, state, names of what changed.
  content jsonb not null,
  at timestamptz not null,
  state text not null check (state in ('waiting', 'delivered', 'dead')),
  attempts integer not null default 0,
  -- How many attempts there were when somebody had it delivered again: its rests begin anew from there.
  begun integer not null default 0,
  next_at timestamptz not null,
  -- A process has it in hand until then.
  claimed_until timestamptz,
  last_status integer,
  last_failure text,
  done_at timestamptz,
  primary key (business_id, delivery_id),
  foreign key (business_id, endpoint_id) references endpoint (business_id, endpoint_id) on delete cascade,
  foreign key (business_id, contact_id) references contact (business_id, contact_id),
  check ((state = 'waiting') = (done_at is null))
);
create index delivery_due on delivery (next_at) where state = 'waiting';
create index delivery_order on delivery (business_id, endpoint_id, contact_id, delivery_id) where state = 'waiting';
create index delivery_of_endpoint on delivery (business_id, endpoint_id, delivery_id);
create index delivery_of_person on delivery (business_id, contact_id);

-- owner: integrations
-- What each attempt of a delivery came to. What an endpoint answers beside its status is not kept.
create table delivery_attempt (
  business_id uuid not null references business,
  delivery_id uuid not null,
  attempt integer not null,
  at timestamptz not null,
  took_ms integer not null,
  status integer,
  failure text,
  primary key (business_id, delivery_id, attempt),
  foreign key (business_id, delivery_id) references delivery (business_id, delivery_id) on delete cascade
);
