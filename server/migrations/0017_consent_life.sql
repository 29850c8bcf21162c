-- The whole life of a consent: timers that a business may shorten, material changes of a wording, wordings found defective,
-- and the tombstone of an erased person's consent.

-- owner: consent
-- How long a question may be answered and a code of a web page lives, from which age people may sign up, and whether
-- they get a receipt for their YES. Without a row the defaults hold.
create table consent_policy (
  business_id uuid primary key references business,
  question_hours integer not null default 72 check (question_hours between 1 and 168),
  code_hours integer not null default 24 check (code_hours between 1 and 24),
  minimum_age integer not null default 16 check (minimum_age between 13 and 21),
  receipt boolean not null default false,
  updated_at timestamptz not null
);

-- owner: consent
alter table wording
  -- New purpose, controller or use of data: consents to earlier versions do not cover it (C-17).
  add column material boolean not null default false,
  add column change_note text,
  -- How many consents the change put out of scope when it was published.
  add column superseded_count integer not null default 0,
  add column invalidated_at timestamptz;

-- A published version is never edited: what can change is only that it is no longer in use.
create function wording_is_immutable() returns trigger language plpgsql as $$
begin
  if (old.business_id, old.wording_id, old.topic_id, old.language, old.version, old.body, old.hash, old.published_at, old.material, old.change_note)
    is distinct from
     (new.business_id, new.wording_id, new.topic_id, new.language, new.version, new.body, new.hash, new.published_at, new.material, new.change_note)
    or (old.invalidated_at is not null and new.invalidated_at is distinct from old.invalidated_at)
  then
    raise exception 'A published wording is never changed: publish a new version' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger wording_unchanged before update on wording
  for each row execute function wording_is_immutable();

-- owner: consent
-- A wording that was found defective, and what that meant: how many consents ended, what had been sent under it. Never undone.
create table wording_invalidation (
  business_id uuid not null,
  wording_id uuid not null,
  at timestamptz not null,
  reason text not null,
  -- Figures and campaigns only; nothing about a person.
  report jsonb not null,
  primary key (business_id, wording_id),
  foreign key (business_id, wording_id) references wording
);

-- owner: consent
alter table consent drop constraint consent_state_check;
alter table consent add constraint consent_state_check check (state in ('requested', 'pending', 'confirmed', 'refused', 'withdrawn',
  'expired', 'suspended', 'superseded', 'invalidated', 'erased'));
create index consent_wording on consent (business_id, wording_id);

-- owner: consent
-- Why the question was asked: the person asked for it, or their earlier yes no longer counts and they wrote to us.
alter table consent_question add column asked_because text not null default 'opt_in'
  check (asked_because in ('opt_in', 'late_yes', 'material_change', 'identity_change'));
