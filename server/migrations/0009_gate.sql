-- What the gate asks beside the queue: how far a business shortens the life of unused consents (C-45), how slowly a new number
-- begins (C-62).
alter table sending_policy
  add column hold_after_months smallint not null default 12 check (hold_after_months between 1 and 12),
  add column expire_after_months smallint not null default 24 check (expire_after_months between 1 and 24),
  add column warm_up_days smallint not null default 1 check (warm_up_days between 1 and 30),
  add constraint sending_policy_lapse check (expire_after_months >= hold_after_months);

-- owner: dispatch
-- People a channel wrote to on its own account, counted in steps of five minutes: what the messaging limit and the warm-up of
-- a new number ask, without counting messages. Two messages to one person count twice, so the sum is never too low.
create table channel_reach (
  business_id uuid not null,
  channel_id uuid not null,
  at timestamptz not null,
  people integer not null,
  marketing integer not null,
  primary key (business_id, channel_id, at)
) with (fillfactor = 50);

-- owner: dispatch
-- When a channel sent its first marketing; the days of its warm-up count from there.
create table channel_start (
  business_id uuid not null,
  channel_id uuid not null,
  first_marketing_at timestamptz not null,
  primary key (business_id, channel_id)
);

insert into channel_start (business_id, channel_id, first_marketing_at)
  select business_id, channel_id, min(accepted_at) from message
  where category = 'marketing' and accepted_at is not null group by 1, 2;
insert into channel_reach (business_id, channel_id, at, people, marketing)
  select business_id, channel_id, date_bin('5 minutes', accepted_at, '2000-01-01'), count(*),
    count(*) filter (where category = 'marketing')
  from message where category <> 'service' and accepted_at > now() - interval '2 days' group by 1, 2, 3;

-- Which countries a business has people in, in one step per country; quiet hours are worked out for these.
-- Only where there is one: so that no look-up of a person by their key can mistake it for a shortcut while statistics are young.
create index contact_country on contact (business_id, country) where country is not null;

-- When marketing was accepted for the person within about 30 days, newest first: the frequency cap (C-67) over a whole audience
-- reads it instead of everybody's messages.
alter table contact add column marketing_times timestamptz[] not null default '{}';
update contact c set marketing_times = m.times
  from (select business_id, contact_id, array_agg(accepted_at order by accepted_at desc) as times from message
    where category = 'marketing' and kind <> 'test' and accepted_at > now() - interval '30 days' and state <> 'failed' group by 1, 2) m
  where m.business_id = c.business_id and m.contact_id = c.contact_id;
