-- An update names its person by the BSUID as soon as there is one, for their turn; somebody who signed up before WhatsApp gave
-- them one is known by the number alone, and is found by it.
alter table webhook_update add column phone_digest text;
alter table webhook_waiting add column phone_digest text;
create index webhook_update_of_phone on webhook_update (business_id, phone_digest) where phone_digest is not null;
