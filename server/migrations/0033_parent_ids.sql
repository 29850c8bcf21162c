-- People whom several linked business portfolios know by an id each.

-- What linked portfolios share of a person: found by it like by a number or an id, and blocked by it.
alter table contact_identity drop constraint contact_identity_kind_check;
alter table contact_identity add constraint contact_identity_kind_check check (kind in ('phone', 'bsuid', 'parent_bsuid'));
alter table contact_identity_past drop constraint contact_identity_past_kind_check;
alter table contact_identity_past add constraint contact_identity_past_kind_check check (kind in ('phone', 'bsuid', 'parent_bsuid'));
alter table suppression drop constraint suppression_kind_check;
alter table suppression add constraint suppression_kind_check check (kind in ('phone', 'bsuid', 'parent_bsuid'));
-- An id that the contact itself does not hold: the parent's, and the own ids as soon as there are several.
alter table contact_identity add column id_sealed bytea;
