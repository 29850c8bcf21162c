-- owner: dispatch
-- The dispatching processes that are alive, so that they share the channels evenly.
create table dispatcher (
  holder text primary key,
  seen_at timestamptz not null
);
