-- The index for the messaging limit must not look fit for the frequency cap's question, which is about one person: without
-- statistics the planner took it and read a whole business's messages for every single one.
drop index message_reach;
create index message_reach on message (business_id, channel_id, accepted_at)
  where category <> 'service' and accepted_at is not null;
