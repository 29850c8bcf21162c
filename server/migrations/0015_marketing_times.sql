-- owner: contacts
-- When marketing was accepted for a person: the one fact about them that every campaign changes. Apart from the person it is
-- a short row to write, and pages of `contact` stay as they are, so that counting an audience reads indexes alone. No foreign
-- key: its check would touch the person's row after all.
create table contact_marketing (
  business_id uuid not null,
  contact_id uuid not null,
  last_at timestamptz not null,
  -- Newest first, of the last 31 days; for the frequency cap.
  times timestamptz[] not null default '{}',
  primary key (business_id, contact_id)
) with (fillfactor = 80);
insert into contact_marketing (business_id, contact_id, last_at, times)
  select business_id, contact_id, greatest(last_marketing_at, marketing_times[1]), marketing_times from contact
  where (last_marketing_at is not null or marketing_times <> '{}') and erased_at is null
  order by business_id, contact_id;
alter table contact drop column marketing_times, drop column last_marketing_at;
alter table contact reset (fillfactor);

-- What the gate asks about a person beside their messages. None of it changes when something is sent to them.
create index contact_gate on contact (business_id, contact_id)
  include (country, meta_preference, hold_reason, restricted_at, erased_at);
-- The same of their consents, so that nothing is read twice for it.
alter table consent drop constraint consent_pkey;
alter table consent add primary key (business_id, contact_id, channel_id, topic_id) include (state, state_at);
-- Whether any consent is so old that it may have lapsed.
create index consent_age on consent (business_id, state_at) where state = 'confirmed';
