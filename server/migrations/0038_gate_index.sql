-- All that a count asks of everybody stands in one index by contact id; that a record was merged into another one was asked in the rows.
drop index contact_gate;
create index contact_gate on contact (business_id, contact_id)
  include (country, meta_preference, hold_reason, restricted_at, erased_at, merged_into);
