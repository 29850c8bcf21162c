-- A channel's queue has two parts: single messages by priority, and campaigns, which take turns. A paused campaign's
-- million rows must not stand in the way of anything, so campaigns are read one by one.
drop index message_queue;
create index message_queue_single on message (business_id, channel_id, priority, not_before, message_id)
  where state = 'queued' and campaign_id is null;
create index message_queue_campaign on message (business_id, campaign_id, not_before, message_id)
  where state = 'queued' and campaign_id is not null;

-- Whom a channel wrote to on its own account in the last 24 hours: the messaging limit counts people, not messages.
create index message_reach on message (business_id, channel_id, accepted_at) where category <> 'service';

-- What came back without a known outcome, for the sweep that ends it after a day.
create index message_unknown on message (business_id, sending_at) where state = 'unknown';

-- owner: dispatch
-- How often and when a business may write marketing to one person; without a row the defaults apply (C-67, C-68).
create table sending_policy (
  business_id uuid primary key references business,
  marketing_per_7_days integer not null check (marketing_per_7_days between 1 and 1000),
  marketing_per_30_days integer not null check (marketing_per_30_days between 1 and 1000),
  quiet_hours boolean not null,
  reason text not null,
  updated_at timestamptz not null
);

-- People first: a STOP must not wait behind a flood of delivery statuses.
create index webhook_update_people on webhook_update (business_id, received_at, update_key)
  where processed_at is null and kind in ('message', 'preference');
create index webhook_update_person on webhook_update (business_id, person_digest, at)
  where processed_at is null and kind in ('message', 'preference');

-- What could not be processed stays visible on the standing page.
create index webhook_update_parked on webhook_update (business_id, received_at) where problem is not null;

-- A repetition count of PostgreSQL's regular expressions ends at 255, so the length is checked by itself.
alter table template drop constraint template_name_check;
alter table template add constraint template_name_check check (name ~ '^[a-z0-9_]+$' and length(name) <= 512);
