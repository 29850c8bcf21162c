-- A number is taken off to change where Meta keeps its content; what is under way outlives the process that does it (C-54).

-- owner: channels
-- A number that is off, or about to be, until it is registered again.
create table storage_change (
  business_id uuid not null,
  channel_id uuid not null,
  kind text not null check (kind in ('in_country', 'none')),
  region text,
  -- Registers the number again without asking; gone with the row, or once Meta calls it wrong.
  pin_sealed bytea,
  -- What was true of the number before.
  state_before text not null check (state_before in ('connected', 'disconnected', 'restricted', 'banned')),
  started_at timestamptz not null,
  -- Somebody is at it until then.
  held_until timestamptz,
  -- When the job looks again.
  next_at timestamptz not null,
  tries integer not null default 0,
  -- What the members were told last, so that it is said once.
  told text,
  primary key (business_id, channel_id),
  foreign key (business_id, channel_id) references channel on delete cascade,
  check ((kind = 'in_country') = (region is not null))
);
