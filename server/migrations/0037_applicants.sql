-- Nobody decides about their own application (C-70), also not after leaving the business or coming back to it as another member: who applied
-- is known by the account.
alter table admission add column applied_account text;
update admission a set applied_account = m.account_id from member m
  where m.business_id = a.business_id and m.member_id = a.applied_by;
alter table admission drop column applied_by;
