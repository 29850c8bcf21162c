-- A big audience is frozen part by part: nobody's withdrawal waits for all of it, and a crash loses one part at most.
alter table campaign drop constraint campaign_state_check;
alter table campaign add constraint campaign_state_check
  check (state in ('draft', 'scheduled', 'freezing', 'running', 'paused', 'finished', 'cancelled'));
-- When its audience was complete; nothing leaves before.
alter table campaign add column frozen_at timestamptz;
-- How many candidates the launch counted; for the progress of freezing.
alter table campaign add column expected integer;
update campaign set frozen_at = launched_at where launched_at is not null;

-- owner: dispatch
-- The parts of an audience while it is frozen, by contact id: each is written in one transaction with its figures.
create table campaign_part (
  business_id uuid not null,
  campaign_id uuid not null,
  part integer not null,
  -- Contact ids after the first up to the last one; open at both ends of the whole.
  after_id uuid,
  up_to_id uuid,
  done_at timestamptz,
  messages integer not null default 0,
  exclusions integer not null default 0,
  -- Messages by country, for their price.
  countries jsonb not null default '{}',
  primary key (business_id, campaign_id, part),
  foreign key (business_id, campaign_id) references campaign on delete cascade
);
