-- Words of their own with which a business's people leave, and lists that claim a consent. A claim is never a consent: no state of a
-- person reads these tables, and the gate does not know them (C-19).

-- owner: consent
-- Stop words a business adds; the built-in ones are in code and cannot be taken away (C-28). Without a row there are none.
create table stop_word_list (
  business_id uuid primary key references business,
  words text[] not null,
  updated_at timestamptz not null
);

-- owner: contacts
-- What the importing member says about where a list comes from, and what a second member decided about it. A row stands beside
-- every import that claims consents.
create table import_attestation (
  business_id uuid not null references business,
  import_id uuid not null,
  origin text not null check (origin in ('own_website', 'own_shop', 'event', 'paper', 'other_tool')),
  -- In the member's own words: how these people said yes.
  statement text not null,
  attested_by uuid not null,
  attested_at timestamptz not null,
  -- SHA-256 of the uploaded file, hex; null until all of it was read.
  file_hash text,
  state text not null default 'waiting' check (state in ('waiting', 'approved', 'refused')),
  -- Rows that claim a consent with all that a proof needs; rows that lack some of it; people who have objected since.
  claims integer not null default 0,
  incomplete integer not null default 0,
  objected integer not null default 0,
  decided_by uuid,
  decided_at timestamptz,
  note text,
  -- Stays when the name of the file and its problems go (contact_import).
  primary key (business_id, import_id),
  constraint import_attestation_four_eyes check (decided_by <> attested_by),
  constraint import_attestation_decided check ((state = 'waiting') = (decided_at is null))
);

-- owner: contacts
-- What a list claims about one person: when and where they are said to have agreed, and to which text.
create table import_claim (
  business_id uuid not null,
  contact_id uuid not null,
  import_id uuid not null,
  line integer not null,
  claimed_on date not null,
  -- One of the business's own wordings, when the list names it; else the text is in the evidence.
  wording_id uuid,
  -- JSON: source, text. Sealed for the person.
  evidence_sealed bytea not null,
  primary key (business_id, contact_id, import_id),
  foreign key (business_id, contact_id) references contact,
  foreign key (business_id, import_id) references import_attestation,
  foreign key (business_id, wording_id) references wording
);
create index import_claim_import on import_claim (business_id, import_id, line);
