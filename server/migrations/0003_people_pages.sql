-- An import that has stopped moving was interrupted; without its last sign of life nobody could tell.
alter table contact_import add column progress_at timestamptz;

-- What a member wrote when putting somebody on hold may speak of the person: sealed with the person's key.
alter table contact add column hold_note_sealed bytea;

-- The home page asks for the events and the spend of the last weeks, whatever the size of the history.
create index consent_event_at on consent_event (business_id, at);
create index message_cost on message (business_id, accepted_at) where cost is not null;
