-- An import that has stopped moving was interrupted; without its last sign of life nobody could tell.
alter table contact_import add column progress_at timestamptz;

-- What a member wrote when putting somebody on hold may speak of the person: sealed with the person's key.
alter table contact add column hold_note_sealed bytea;

-- The home page asks for the events and the spend of the last weeks, whatever the size of the history.
create index consent_event_at on consent_event (business_id, at);
create index message_cost on message (business_id, accepted_at) where cost is not null;
create index consent_confirmed on consent (business_id, contact_id) where state = 'confirmed';
create index contact_held on contact (business_id, contact_id) where hold_reason is not null;
create index conversation_unread on conversation (business_id, contact_id) where unread > 0;
