-- Whose rows a statement may see is read once for all of it: as a plain expression PostgreSQL reads the setting, and makes a UUID of
-- it, again for every row that is looked up by its key. What new tables get is made by the same function, so it is changed with them.
do $$
declare
  each_row constant text := '(business_id = nullif(current_setting(''''jawort.business_id'''', true), '''''''')::uuid)';
  once constant text := '(business_id = (select nullif(current_setting(''''jawort.business_id'''', true), '''''''')::uuid))';
  before constant text := pg_get_functiondef('separate_businesses()'::regprocedure);
  t regclass;
begin
  if strpos(before, each_row) = 0 then raise exception 'separate_businesses() does not make the policies that are to be changed'; end if;
  execute replace(before, each_row, once);
  for t in select polrelid from pg_policy where polname = 'own_business' loop
    execute format(format('alter policy own_business on %%s using %s', replace(once, '''''', '''')), t);
  end loop;
end $$;
