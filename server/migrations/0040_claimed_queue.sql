-- Every claim writes hundreds of entries with one and the same key into this index, and every result takes them away again: joining
-- equal entries costs more than it saves, because none of them stays.
drop index message_queue_claimed;
create index message_queue_claimed on message_queue (business_id, channel_id, campaign_id)
  with (deduplicate_items = off) where epoch is not null;
