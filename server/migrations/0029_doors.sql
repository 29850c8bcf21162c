-- Which number is meant when none is named, and who lets a business in.

-- The number that is meant when none is named: the first one, until somebody chooses another.
alter table channel add column is_default boolean not null default false;
update channel c set is_default = true
  where c.channel_id = (select d.channel_id from channel d where d.business_id = c.business_id order by d.channel_id limit 1);
create unique index channel_default on channel (business_id) where is_default;

-- owner: admission
-- What a business says about itself before it may send without the trial's cap, and who decided (C-70). One row per business; the
-- audit log keeps what was before.
create table admission (
  business_id uuid primary key references business,
  state text not null check (state in ('draft', 'applied', 'approved', 'refused')),
  vertical text not null,
  list_origin text not null,
  -- Legal form and register number, how consents came about, sample texts, the contact person: JSON, sealed with the business key.
  application_sealed bytea not null,
  applied_at timestamptz,
  -- The member who applied; nobody decides about their own application.
  applied_by uuid,
  decided_at timestamptz,
  decided_by text check (decided_by in ('member', 'operator', 'command_line')),
  decided_by_id text,
  reason text,
  updated_at timestamptz not null
);

-- Numbers that are live already went through the checks of C-52: their businesses go on as before.
update business b set state = 'live'
  where b.state = 'trial' and exists (select from channel c where c.business_id = b.business_id and c.live_at is not null);
