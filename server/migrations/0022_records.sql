-- A number sends marketing only once somebody has recorded what the law asks for first (C-52). The gate reads this column of a row that it
-- reads anyway. Numbers that are in use go on.
alter table channel add column live_at timestamptz;
update channel set live_at = now();
-- Where Meta keeps the content of this number's messages at rest (C-54): as Meta says, or as somebody stated. Null: Meta's own choice.
alter table channel add column data_region text check (data_region ~ '^[A-Z]{2}$');
alter table channel add column data_storage text not null default 'standard' check (data_storage in ('standard', 'in_country', 'none'));
alter table channel add column data_storage_from text check (data_storage_from in ('meta', 'member'));

-- owner: records
-- What the business states about its duties and no program can know: its address, data protection officer, contracts.
create table duty_statement (
  business_id uuid primary key references business,
  content jsonb not null,
  updated_at timestamptz not null
);

-- owner: records
-- What was generated from the live configuration, whenever it came out differently: the record of Art. 30, the list of processors.
create table record_version (
  business_id uuid not null references business,
  kind text not null check (kind in ('processing', 'processors')),
  version integer not null,
  hash text not null,
  content jsonb not null,
  created_at timestamptz not null,
  approved_at timestamptz,
  approved_by uuid,
  primary key (business_id, kind, version)
);

-- owner: records
-- The notice of Art. 13 as it was shown, one version after another in each language.
create table privacy_notice (
  business_id uuid not null references business,
  language text not null,
  version integer not null,
  hash text not null,
  content jsonb not null,
  published_at timestamptz not null,
  published_by uuid,
  primary key (business_id, language, version)
);

-- owner: records
-- Whether an assessment of Art. 35 is needed: the answers, what they led to, and where the assessment lies once it was made.
create table impact_screening (
  business_id uuid not null references business,
  screening_id uuid not null,
  answers jsonb not null,
  findings jsonb not null,
  result text not null check (result in ('required', 'advised', 'not_required')),
  screened_at timestamptz not null,
  screened_by uuid,
  documented_where text,
  documented_at timestamptz,
  documented_by uuid,
  primary key (business_id, screening_id)
);

-- owner: records
-- A breach of Art. 33, from the moment somebody knew. The deadline is kept as it was when it began.
create table breach (
  business_id uuid not null references business,
  breach_id uuid not null,
  number integer not null,
  known_at timestamptz not null,
  deadline_hours integer not null,
  created_at timestamptz not null,
  created_by uuid,
  primary key (business_id, breach_id),
  unique (business_id, number)
);

-- owner: records
-- Everything that was found out, decided and done about it. The state of a breach follows from these.
create table breach_entry (
  business_id uuid not null,
  breach_id uuid not null,
  seq integer not null,
  kind text not null check (kind in ('form', 'note', 'affected', 'authority', 'people', 'closed')),
  at timestamptz not null,
  by uuid,
  -- JSON, sealed with the business key: it may name people.
  content_sealed bytea not null,
  primary key (business_id, breach_id, seq),
  foreign key (business_id, breach_id) references breach
);

-- Registers that somebody has to rely on later: nothing in them is changed or taken out. A version may be approved once.
create function register_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'record_version' then
    if old.approved_at is null and new.approved_at is not null
      and (old.business_id, old.kind, old.version, old.hash, old.content, old.created_at)
        is not distinct from (new.business_id, new.kind, new.version, new.hash, new.content, new.created_at)
    then
      return new;
    end if;
  end if;
  raise exception 'This register is append-only: % on % is refused', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger record_version_append_only before update or delete on record_version
  for each row execute function register_is_append_only();
create trigger privacy_notice_append_only before update or delete on privacy_notice
  for each row execute function register_is_append_only();
create trigger breach_append_only before update or delete on breach
  for each row execute function register_is_append_only();
create trigger breach_entry_append_only before update or delete on breach_entry
  for each row execute function register_is_append_only();
