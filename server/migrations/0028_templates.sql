-- What becomes of templates: versions, pauses, the archive, changes of category; and the files in their headers.

alter table template
  -- How often it was submitted; the last one is what Meta has.
  add column version integer not null default 0,
  -- A change of an approved template that nobody has submitted yet: category and content.
  add column draft jsonb,
  -- Meta pauses a template of bad quality for three hours, then for six, and then disables it. A pause without an end and
  -- step is one of pacing, which a person ends.
  add column paused_until timestamptz,
  add column pause_step smallint check (pause_step between 1 and 2),
  add column appealed_at timestamptz,
  add column archived_at timestamptz,
  -- When people were told that Meta will archive it; once for each time of rest.
  add column archive_told_at timestamptz,
  add column category_before text check (category_before in ('marketing', 'utility', 'authentication')),
  add column category_changed_at timestamptz,
  -- A change of category that Meta has announced.
  add column next_category text check (next_category in ('marketing', 'utility', 'authentication')),
  add column next_category_at timestamptz;

-- owner: templates
-- Every text that went to Meta's review, and what came of it.
create table template_version (
  business_id uuid not null,
  template_id uuid not null,
  version integer not null,
  category text not null check (category in ('marketing', 'utility', 'authentication')),
  content jsonb not null,
  submitted_at timestamptz not null,
  submitted_by uuid,
  outcome text not null check (outcome in ('pending', 'approved', 'rejected')),
  decided_at timestamptz,
  reason text,
  primary key (business_id, template_id, version),
  foreign key (business_id, template_id) references template on delete cascade
);

-- owner: templates
-- A picture, video or document that a member uploaded for headers; its bytes are in template_file_part.
create table template_file (
  business_id uuid not null references business,
  file_id uuid not null,
  name text not null,
  type text not null,
  kind text not null check (kind in ('image', 'video', 'document')),
  size integer not null,
  created_at timestamptz not null,
  primary key (business_id, file_id)
);

-- owner: templates
-- The bytes in pieces of a megabyte, so that no value grows to the size of a document.
create table template_file_part (
  business_id uuid not null,
  file_id uuid not null,
  part integer not null,
  bytes bytea not null,
  primary key (business_id, file_id, part),
  foreign key (business_id, file_id) references template_file on delete cascade
);

-- owner: templates
-- Under which id a number sends a file; Meta keeps it for 30 days.
create table template_file_upload (
  business_id uuid not null,
  file_id uuid not null,
  channel_id uuid not null,
  media_id text not null,
  uploaded_at timestamptz not null,
  primary key (business_id, file_id, channel_id),
  foreign key (business_id, file_id) references template_file on delete cascade,
  foreign key (business_id, channel_id) references channel
);
