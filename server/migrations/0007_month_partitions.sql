-- Messages and raw webhooks are kept by month, so that retention drops a table instead of deleting millions of rows. What is
-- still to be decided about a message lives beside it, in message_queue: the big table has no index on anything that changes, so
-- every step of a message's life is an in-place update.

-- Creates the partition of one month; false when there is nothing to do, or when the default partition already holds rows of it.
create function create_month(parent text, first date) returns boolean language plpgsql as $$
declare
  partition text := parent || to_char(first, '"_"YYYY"_"MM');
  taken boolean;
begin
  if to_regclass(partition) is not null then return false; end if;
  execute format('select exists (select 1 from %I where month = %L)', parent || '_default', first) into taken;
  if taken then return false; end if;
  execute format('create table %I partition of %I for values from (%L) to (%L) with (fillfactor = 60)',
    partition, parent, first, first + interval '1 month');
  return true;
end $$;

alter table message rename to message_before;

-- owner: dispatch
create table message (
  business_id uuid not null,
  -- Of the launch, or of the moment it was queued; the message's id (a version 7 UUID) carries the same time.
  month date not null,
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
  -- What the caller calls it, for example a question's id; `message_once` keeps it from being queued twice.
  dedupe_key text,
  attempts smallint not null default 0,
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
  constraint message_once_per_month primary key (business_id, month, message_id),
  -- The month is constant per campaign: nobody gets a campaign twice (G3).
  constraint message_once_per_campaign unique (business_id, month, campaign_id, contact_id),
  constraint message_marketing_has_topic check (category <> 'marketing' or topic_id is not null),
  constraint message_needs_confirmed_consent
    foreign key (business_id, contact_id, channel_id, topic_id, needs_consent)
    references consent (business_id, contact_id, channel_id, topic_id, state)
) partition by range (month);

-- Only columns that never change: an index on a state would make every step rewrite all indexes.
create index message_of_contact on message (business_id, contact_id, message_id desc);

create table message_default partition of message default with (fillfactor = 60);

-- owner: dispatch
-- One row for every message that is not done: waiting for its turn (no epoch), or claimed, held back by Meta, in doubt (the epoch
-- of the lease that claimed it). It is what dispatch searches and locks; the row goes when the message's state is final.
create table message_queue (
  business_id uuid not null,
  month date not null,
  message_id uuid not null,
  contact_id uuid not null,
  channel_id uuid not null,
  campaign_id uuid,
  priority smallint not null,
  not_before timestamptz not null,
  epoch bigint,
  claimed_at timestamptz,
  -- The person withdrew after the claim: its request must not start any more.
  stopped boolean not null default false,
  primary key (business_id, message_id)
) with (fillfactor = 80);
create index message_queue_due on message_queue (business_id, channel_id, priority, not_before, message_id)
  where epoch is null and campaign_id is null;
create index message_queue_due_campaign on message_queue (business_id, campaign_id, not_before, message_id)
  where epoch is null and campaign_id is not null;
create index message_queue_of_campaign on message_queue (business_id, campaign_id) where epoch is not null;
create index message_queue_contact on message_queue (business_id, contact_id);
create index message_queue_claimed on message_queue (business_id, channel_id, epoch) where epoch is not null;
create index message_queue_stopped on message_queue (business_id, channel_id) where stopped;

-- owner: dispatch
-- Idempotency of the caller: the same thing is never queued twice, in whichever month.
create table message_once (
  business_id uuid not null,
  dedupe_key text not null,
  message_id uuid not null,
  created_at timestamptz not null,
  primary key (business_id, dedupe_key)
);

-- owner: dispatch
-- What came back per campaign and five seconds: pace, curves and breakers without counting messages.
create table campaign_pulse (
  business_id uuid not null,
  campaign_id uuid not null,
  at timestamptz not null,
  accepted integer not null default 0,
  failed integer not null default 0,
  primary key (business_id, campaign_id, at)
) with (fillfactor = 50);

alter table webhook_update rename to webhook_update_before;

-- owner: intake
-- Every update as Meta sent it, under a digest of its natural key, before anything is answered.
create table webhook_update (
  business_id uuid not null,
  -- Of Meta's own time, which is the same when an update is sent again.
  month date not null,
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
  constraint webhook_update_once primary key (business_id, month, update_key)
) partition by range (month);
create index webhook_update_left on webhook_update (business_id, received_at, update_key) where processed_at is null;
create index webhook_update_of_contact on webhook_update (business_id, contact_id);
-- People first: a STOP must not wait behind a flood of delivery statuses.
create index webhook_update_of_people on webhook_update (business_id, received_at, update_key)
  where processed_at is null and kind in ('message', 'preference');
create index webhook_update_of_person on webhook_update (business_id, person_digest, at)
  where processed_at is null and kind in ('message', 'preference');
-- What could not be processed stays visible on the standing page.
create index webhook_update_put_aside on webhook_update (business_id, received_at) where problem is not null;

create table webhook_update_default partition of webhook_update default with (fillfactor = 60);

do $$
begin
  for step in -1..3 loop
    perform create_month('message', (date_trunc('month', now()) + step * interval '1 month')::date);
    perform create_month('webhook_update', (date_trunc('month', now()) + step * interval '1 month')::date);
  end loop;
end $$;

insert into message (business_id, month, message_id, contact_id, channel_id, topic_id, campaign_id, template_id, category,
    kind, state, reason, error_code, payload_sealed, dedupe_key, attempts, wamid_digest, created_at, sending_at, accepted_at, sent_at,
    delivered_at, read_at, ended_at, billable, price_category, cost)
  select business_id,
    date_trunc('month', to_timestamp(
      ('x0000' || left(replace(message_id::text, '-', ''), 12))::bit(64)::bigint / 1000.0) at time zone 'UTC')::date,
    message_id, contact_id, channel_id, topic_id, campaign_id, template_id, category,
    kind, state, reason, error_code, payload_sealed, dedupe_key, attempts, wamid_digest, created_at, sending_at, accepted_at, sent_at,
    delivered_at, read_at, ended_at, billable, price_category, cost
  from message_before;
insert into message_queue (business_id, month, message_id, contact_id, channel_id, campaign_id, priority, not_before, epoch, claimed_at)
  select o.business_id, m.month, o.message_id, o.contact_id, o.channel_id, o.campaign_id, o.priority, o.not_before,
    case when o.state <> 'queued' then coalesce(o.lease_epoch, 0) end, o.sending_at
  from message_before o join message m on m.business_id = o.business_id and m.message_id = o.message_id
  where o.state in ('queued', 'sending', 'held', 'unknown');
insert into message_once (business_id, dedupe_key, message_id, created_at)
  select business_id, dedupe_key, message_id, created_at from message_before where dedupe_key is not null;
insert into webhook_update
  select business_id, date_trunc('month', at at time zone 'UTC')::date, update_key, channel_id, kind, person_digest, at, received_at,
    payload_sealed, contact_id, processed_at, problem from webhook_update_before;
drop table message_before, webhook_update_before;
