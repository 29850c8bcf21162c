-- A person goes on with a campaign although the quality of its template is red, with a reason (C-65); ends with the next news of
-- the template.
alter table campaign add column red_accepted boolean not null default false;
