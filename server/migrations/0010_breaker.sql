-- What a message did not reach its person for by its own fault; waiting for a channel does not count.
alter table message add column tries smallint not null default 0;

-- What breakers judge, beside what curves show.
alter table campaign_pulse
  add column delivered integer not null default 0,
  -- 131026: no WhatsApp, or an old one.
  add column unreachable integer not null default 0,
  -- 131049, 131050 and the like: people, or Meta for them, do not want it.
  add column unwanted integer not null default 0,
  add column opt_outs integer not null default 0;

alter table campaign
  -- Share of the number's pace; half while the template's quality is yellow (C-65).
  add column pace numeric(3, 2) not null default 1 check (pace > 0 and pace <= 1),
  -- The thresholds that differ from the defaults (campaigns/breaker.ts).
  add column breaker jsonb not null default '{}',
  -- Somebody looked at the figures up to here and went on.
  add column breaker_since timestamptz,
  -- Figures behind the pause reason.
  add column pause_facts jsonb,
  -- Nobody can go on before this (131048 asks for a day).
  add column resume_after timestamptz,
  -- The first part of the audience that goes ahead; null: everybody at once.
  add column ramp_share numeric(4, 3) check (ramp_share > 0 and ramp_share < 1),
  add column ramp_wait_minutes integer not null default 60 check (ramp_wait_minutes between 1 and 10080),
  -- Set once the first part has gone: when its figures are judged.
  add column ramp_ends_at timestamptz,
  -- False while only the first part may leave.
  add column ramp_open boolean not null default true;
alter table campaign add constraint campaign_tolerance check (tolerance_minutes between 0 and 10080);

-- owner: campaigns
-- Numbers whose marketing rests until a person goes on with a reason (C-65).
create table marketing_hold (
  business_id uuid not null,
  channel_id uuid not null,
  reason text not null check (reason in ('quality', 'spam')),
  since timestamptz not null,
  -- Nobody can lift it before.
  until timestamptz,
  primary key (business_id, channel_id),
  foreign key (business_id, channel_id) references channel
);

-- owner: dispatch
-- Countries that Meta does not let an account write to (130497).
create table country_block (
  business_id uuid not null references business,
  waba_id text not null,
  country char(2) not null,
  since timestamptz not null,
  primary key (business_id, waba_id, country)
);
