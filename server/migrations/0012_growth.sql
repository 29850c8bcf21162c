-- owner: brake
-- Which database this is, and how often its processes gave a sign of life: a database that was restored stands elsewhere, or has
-- fewer signs than the processes remember.
create table installation (
  only_one boolean primary key default true check (only_one),
  token uuid not null default gen_random_uuid(),
  place text,
  pulse bigint not null default 0
);
insert into installation default values;

-- owner: brake
-- While there is a row nothing is sent, by whichever process, until a person says go.
create table sending_brake (
  only_one boolean primary key default true check (only_one),
  reason text not null check (reason in ('no_send', 'restored')),
  since timestamptz not null
);

-- owner: campaigns
-- What a campaign's report says, kept when its messages and exclusions are dropped (C-43): counters only, nobody's ids.
create table campaign_figures (
  business_id uuid not null,
  campaign_id uuid not null,
  figures jsonb not null,
  stored_at timestamptz not null,
  primary key (business_id, campaign_id),
  foreign key (business_id, campaign_id) references campaign on delete cascade
);

-- On a cluster a unique key must contain the business; the public id begins with the business's unique short name anyway.
alter table source drop constraint source_public_id_key;
alter table source add unique (business_id, public_id);
