-- Records that look like one person's, found by an index however many contacts there are.

-- A keyed digest of the full name, in whatever order and spelling; 0 when a name of one word tells nothing.
alter table contact add column name_digest bigint;
create index contact_same_name on contact (business_id, name_digest)
  where name_digest > 0 and erased_at is null and merged_into is null;
-- Those of before, until the job has made it.
create index contact_name_waiting on contact (business_id, contact_id)
  where name_digest is null and name_sealed is not null and erased_at is null;

-- Fields that name one person by their usual keys; other fields tell nothing about who somebody is.
create index contact_same_email on contact (business_id,
    lower(coalesce(attributes->>'email', attributes->>'e_mail', attributes->>'mail', attributes->>'e_mail_adresse')))
  where coalesce(attributes->>'email', attributes->>'e_mail', attributes->>'mail', attributes->>'e_mail_adresse') <> ''
    and erased_at is null and merged_into is null;
create index contact_same_number on contact (business_id,
    lower(coalesce(attributes->>'customer_number', attributes->>'customer_id', attributes->>'kundennummer', attributes->>'external_id')))
  where coalesce(attributes->>'customer_number', attributes->>'customer_id', attributes->>'kundennummer', attributes->>'external_id') <> ''
    and erased_at is null and merged_into is null;
