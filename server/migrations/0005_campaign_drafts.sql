-- A draft may still be open about where, what for and with what; nothing may leave draft before all three are said.
alter table campaign alter column channel_id drop not null;
alter table campaign alter column topic_id drop not null;
alter table campaign add constraint campaign_complete
  check (state = 'draft' or (channel_id is not null and topic_id is not null and template_id is not null));

-- What the launch expected it to cost at most, to be compared with what was booked.
alter table campaign add column estimate numeric(12, 2);

-- The list of campaigns, newest first.
create index campaign_recent on campaign (business_id, campaign_id desc);

-- Meta lets an approved template be edited once in 24 hours and ten times in 30 days.
alter table template add column edits timestamptz[] not null default '{}';
