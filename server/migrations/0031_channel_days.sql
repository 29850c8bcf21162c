-- What became of each number's messages, day by day: the page of a number reads figures instead of counting messages.

-- owner: insights
-- Messages that Meta took or refused on a day of the business's own, by template, state and error. Written every night for the days
-- that are over, and again for a month, because what people read and what Meta refuses comes in late. Figures only.
create table channel_day (
  business_id uuid not null references business,
  channel_id uuid not null,
  day date not null,
  template_id uuid,
  -- Written by the business: no answer in a chat, and no test.
  by_itself boolean not null,
  state text not null,
  error_code integer,
  messages integer not null,
  unique nulls not distinct (business_id, channel_id, day, template_id, by_itself, state, error_code)
);

-- owner: insights
-- Up to which day they are counted, and by whose midnight. Later days, or all of them in another zone, are counted from messages.
create table channel_day_mark (
  business_id uuid primary key references business,
  through date not null,
  time_zone text not null,
  counted_at timestamptz not null
);
