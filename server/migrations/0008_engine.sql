-- owner: dispatch
-- The dispatching processes that are alive, so that they share the channels evenly.
create table dispatcher (
  holder text primary key,
  seen_at timestamptz not null
);

-- Noting that somebody was written to is the most frequent change of a contact: with room on its page it touches no index.
alter table contact set (fillfactor = 80);
