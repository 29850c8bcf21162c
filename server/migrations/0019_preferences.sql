-- The person's own page: the way to it, the code that opens its inner rooms, and the pause they can take.

-- owner: preferences
-- The link to a person's own page, sent into their chat. One per person and number: asking again replaces it. Only a digest of its
-- 256 random bits is kept, so that a stolen dump opens no page.
create table preference_link (
  business_id uuid not null,
  contact_id uuid not null,
  channel_id uuid not null,
  token_digest text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- When it was asked for in the last 24 hours, newest first: nobody is flooded with answers.
  asked_at timestamptz[] not null,
  primary key (business_id, contact_id, channel_id),
  unique (business_id, token_digest),
  foreign key (business_id, contact_id) references contact,
  foreign key (business_id, channel_id) references channel
);

-- owner: preferences
-- Six digits sent into the chat: a link can be passed on, the chat cannot. Kept as a digest keyed with the link's own secret.
create table preference_code (
  business_id uuid not null,
  code_id uuid not null,
  contact_id uuid not null,
  channel_id uuid not null,
  purpose text not null check (purpose in ('data', 'erasure')),
  code_digest text not null,
  tries smallint not null default 0,
  -- Digest of what the page holds once the code was right.
  proof_digest text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (business_id, code_id),
  foreign key (business_id, contact_id) references contact
);
create index preference_code_contact on preference_code (business_id, contact_id, created_at);

-- owner: preferences
-- No marketing until then, because the person asked for it; their consents stay as they are.
create table marketing_pause (
  business_id uuid not null,
  contact_id uuid not null,
  since timestamptz not null,
  until timestamptz not null,
  primary key (business_id, contact_id),
  foreign key (business_id, contact_id) references contact
);
