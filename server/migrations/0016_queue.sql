-- Claiming a message moves its row of the queue into one index and out of another; every further index would be written as well.
-- A person's open messages are found by way of `message`, which has them by person already.
drop index message_queue_contact;
drop index message_queue_of_campaign;
drop index message_queue_claimed;
create index message_queue_claimed on message_queue (business_id, channel_id, campaign_id) where epoch is not null;
