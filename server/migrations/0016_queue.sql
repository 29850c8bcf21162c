-- Claiming a message moves its row of the queue into one index and out of another; every further index would be written as well.
-- A person's open messages are found by way of `message`, which has them by person already.
drop index message_queue_contact;
drop index message_queue_of_campaign;
drop index message_queue_claimed;
create index message_queue_claimed on message_queue (business_id, channel_id, campaign_id) where epoch is not null;

-- A batch takes all messages of a page at once: with half of it free their new versions stay beside them, otherwise some move, and with
-- them the entries of all their indexes. Raw webhooks are written once more, when they are processed, each at its own time.
create or replace function create_month(parent text, first date) returns boolean language plpgsql as $$
declare
  partition text := parent || to_char(first, '"_"YYYY"_"MM');
  taken boolean;
begin
  if to_regclass(partition) is not null then return false; end if;
  execute format('select exists (select 1 from %I where month = %L)', parent || '_default', first) into taken;
  if taken then return false; end if;
  execute format('create table %I partition of %I for values from (%L) to (%L) with (fillfactor = %s)',
    partition, parent, first, first + interval '1 month', case parent when 'message' then 50 else 60 end);
  return true;
end $$;
do $$
declare
  part regclass;
begin
  for part in select inhrelid::regclass from pg_inherits where inhparent = 'message'::regclass loop
    execute format('alter table %s set (fillfactor = 50)', part);
  end loop;
end $$;
