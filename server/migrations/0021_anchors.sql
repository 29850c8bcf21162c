-- Where checkpoints of the ledger go when they leave this installation, and what came back (C-16).

-- Gets a checkpoint by mail now and then: a copy that nobody of this installation can change.
alter table business add column dpo_email text;

-- owner: ledger
-- Somebody outside has seen this checkpoint, and what shows it. Append-only, like the ledger itself.
create table ledger_anchor (
  business_id uuid not null references business,
  anchor_id uuid not null,
  size bigint not null,
  kind text not null check (kind in ('timestamp', 'mail', 'witness')),
  -- The authority's or the witness's name; of a mail only the domain it went to.
  by text not null,
  -- timestamp: the RFC 3161 token (DER). witness: its signature line. mail: the message's id and the server's answer.
  proof bytea not null,
  -- When they saw it, as they say.
  at timestamptz not null,
  stored_at timestamptz not null,
  primary key (business_id, anchor_id),
  foreign key (business_id, size) references ledger_checkpoint (business_id, size)
);
create index ledger_anchor_place on ledger_anchor (business_id, kind, size);

create trigger ledger_anchor_append_only before update or delete on ledger_anchor
  for each row execute function ledger_is_append_only();
create trigger ledger_anchor_never_emptied before truncate on ledger_anchor
  for each statement execute function ledger_is_append_only();

-- owner: ledger
-- A way to the outside that fails, until it works again.
create table ledger_anchor_failure (
  business_id uuid not null references business,
  kind text not null check (kind in ('timestamp', 'mail', 'witness')),
  since timestamptz not null,
  tries integer not null,
  next_at timestamptz not null,
  told_at timestamptz,
  reason text not null,
  primary key (business_id, kind)
);

-- owner: ledger
-- The last checkpoint of each foreign log that this installation is a witness for: it cosigns nothing that does not continue it.
create table ledger_witnessed (
  origin text primary key,
  size bigint not null,
  root text not null,
  note text not null,
  at timestamptz not null
);
