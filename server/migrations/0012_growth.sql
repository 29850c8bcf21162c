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
