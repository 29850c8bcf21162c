-- What Meta forbids a number for a time, who hears of what, and the review of a quarter.

-- owner: standing
-- What Meta has restricted a number in, as it was told; `until` is null while no end was told.
create table standing_restriction (
  business_id uuid not null,
  channel_id uuid not null,
  kind text not null,
  since timestamptz not null,
  until timestamptz,
  primary key (business_id, channel_id, kind),
  foreign key (business_id, channel_id) references channel
);

-- owner: standing
-- Which alerts a member wants by e-mail, and when; what is not here follows the role.
create table alert_setting (
  business_id uuid not null,
  member_id uuid not null,
  subject text not null,
  way text not null check (way in ('now', 'daily', 'off')),
  primary key (business_id, member_id, subject),
  foreign key (business_id, member_id) references member on delete cascade
);

-- owner: standing
-- Alerts that go to a member by e-mail. Who has one in hand moves `due_at`, so that a crash only delays it.
create table alert_mail (
  business_id uuid not null,
  member_id uuid not null,
  notification_id uuid not null,
  at timestamptz not null,
  due_at timestamptz not null,
  mailed_at timestamptz,
  primary key (business_id, member_id, notification_id),
  foreign key (business_id, member_id) references member on delete cascade,
  foreign key (business_id, notification_id) references notification on delete cascade
);
create index alert_mail_due on alert_mail (due_at) where mailed_at is null;

-- A payment problem, a restriction or a ban lets all marketing rest, as a fallen quality does.
alter table marketing_hold drop constraint marketing_hold_reason_check;
alter table marketing_hold add constraint marketing_hold_reason_check check (reason in ('quality', 'spam', 'account'));

-- owner: reviews
-- The quality review of a quarter as it was made (C-69): figures only, and the documents in both languages. It never changes.
create table review (
  business_id uuid not null references business,
  quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  made_at timestamptz not null,
  facts jsonb not null,
  pdf_de bytea not null,
  pdf_en bytea not null,
  -- SHA-256 of the facts, hex.
  digest text not null,
  primary key (business_id, quarter)
);
create function review_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'A quality review stays as it was made.';
end $$;
create trigger review_final before update on review for each row execute function review_is_final();
