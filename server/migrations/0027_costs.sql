-- Prices with an end and with volume tiers; what was booked by day; budgets that are shared by campaigns; what Meta counts.

do $$
begin
  -- The name was made by the database.
  execute (select format('alter table price_rate drop constraint %I', conname) from pg_constraint
    where conrelid = 'price_rate'::regclass and contype = 'u');
end $$;
alter table price_rate
  add column effective_to date,
  add column tier_from bigint not null default 0 check (tier_from >= 0),
  add column tier_to bigint check (tier_to > tier_from),
  add constraint price_rate_ends_after_start check (effective_to >= effective_from),
  drop constraint price_rate_category_check,
  add constraint price_rate_category_check check (category in
    ('marketing', 'marketing_lite', 'utility', 'authentication', 'authentication_international', 'service')),
  add constraint price_rate_once unique (business_id, market, category, currency, effective_from, tier_from);

-- owner: costs
-- How Meta bills the business; without a row: euro, the business's own time zone, a thousand free service messages.
create table billing (
  business_id uuid primary key references business,
  currency char(3) not null,
  -- Null: the business's own.
  time_zone text,
  -- Service messages that are free per number and month since 2026-10-01; sources disagree, so it is a setting.
  free_service integer not null check (free_service between 0 and 1000000),
  updated_at timestamptz not null
);

-- owner: costs
-- Files of prices that were read in: what was there before and after, so that it can be undone.
create table price_import (
  business_id uuid not null references business,
  import_id uuid not null,
  file_name text not null,
  changes jsonb not null,
  at timestamptz not null,
  undone_at timestamptz,
  primary key (business_id, import_id)
);

-- owner: costs
-- Delivered messages whose price Meta told, and what they cost, by day of delivery in the zone of billing. Written by the statement
-- that books the message, so each counts once; `slot` spreads the writers, so that they do not wait for each other.
create table cost_day (
  business_id uuid not null references business,
  day date not null,
  channel_id uuid not null,
  campaign_id uuid,
  topic_id uuid,
  -- Empty where nobody knows it.
  country text not null,
  -- Meta's word for what is billed.
  category text not null,
  -- regular | free_customer_service | free_entry_point
  type text not null,
  slot smallint not null,
  messages bigint not null,
  billed bigint not null,
  -- Billed, but the price table had no price: missing in `cost`.
  unpriced bigint not null,
  cost numeric(16, 5) not null,
  unique nulls not distinct (business_id, day, channel_id, campaign_id, topic_id, country, category, type, slot)
);

-- owner: costs
-- How much volume Meta says the business has had in a month (account_update): the tier that prices are taken from.
create table volume_tier (
  business_id uuid not null references business,
  month date not null,
  -- A market of the price table, or Meta's own word where we do not know it.
  market text not null,
  category text not null,
  tier_from bigint not null,
  told_at timestamptz not null,
  primary key (business_id, month, market, category)
);

-- owner: dispatch
-- Budgets beside those of campaigns: of the whole business (no topic) or of a topic, in a calendar month or year.
create table budget (
  business_id uuid not null references business,
  budget_id uuid not null,
  topic_id uuid,
  period text not null check (period in ('month', 'year')),
  amount numeric(12, 2) not null check (amount >= 0),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (business_id, budget_id),
  unique nulls not distinct (business_id, topic_id, period),
  foreign key (business_id, topic_id) references topic on delete cascade
);

-- owner: dispatch
-- What a budget still leaves: every claim takes the most it may cost from it; counting anew gives back what was not spent.
-- A budget_id, or the campaign's id, and the period ('2026-11', '2026', '' for a campaign).
create table budget_room (
  business_id uuid not null references business,
  budget_id uuid not null,
  period text not null,
  amount numeric(12, 2) not null,
  room numeric(16, 5) not null,
  counted_at timestamptz not null,
  -- Not counted again before, also when nothing is left.
  trust_until timestamptz not null,
  primary key (business_id, budget_id, period)
);

-- owner: costs
-- What Meta's pricing analytics say, by day; kept beside our own count and never mixed with it.
create table meta_cost_day (
  business_id uuid not null references business,
  day date not null,
  waba_id text not null,
  country text not null,
  category text not null,
  type text not null,
  messages bigint not null,
  cost numeric(16, 5) not null,
  fetched_at timestamptz not null,
  primary key (business_id, day, waba_id, country, category, type)
);

-- What kind of price Meta reported for a message.
alter table message add column price_type text;

-- What was booked before counts as well, by the clock of the business.
insert into cost_day (business_id, day, channel_id, campaign_id, topic_id, country, category, type, slot, messages, billed, unpriced, cost)
select m.business_id, (coalesce(m.delivered_at, m.read_at) at time zone b.time_zone)::date, m.channel_id, m.campaign_id, m.topic_id,
  coalesce(c.country::text, ''), coalesce(m.price_category, m.category), case when m.billable then 'regular' else 'free_customer_service' end, 0,
  count(*), count(*) filter (where m.billable), count(*) filter (where m.billable and m.cost is null), coalesce(sum(m.cost), 0)
from message m join business b on b.business_id = m.business_id
join contact c on c.business_id = m.business_id and c.contact_id = m.contact_id
where m.billable is not null and coalesce(m.delivered_at, m.read_at) is not null
group by 1, 2, 3, 4, 5, 6, 7, 8;
