-- The separation of businesses, kept by the database as well (C-49). Whoever owns the tables works for the installation and sees all
-- of them; work for one business is done as the role `<owner>_business`, which sees the rows of `jawort.business_id` and, while that
-- is not set, none. The role has no rights on partitions, so nobody gets around the policy of their parent, and none on sessions.

-- owner: platform
-- Which master keys this database knows, and what must outlive them: the secret that look-ups, ledgers and sign-in derive theirs from.
create table vault_key (
  master_key text primary key,
  canary_sealed bytea not null,
  root_sealed bytea not null,
  created_at timestamptz not null
);

-- owner: businesses
-- Former keys of a business, wrapped by the master key: what was sealed with them stays readable.
create table former_business_key (
  business_id uuid not null references business,
  key_id uuid not null,
  wrapped bytea not null,
  replaced_at timestamptz not null,
  primary key (business_id, key_id)
);

-- The key that is about to replace the current one: every process knows it before anybody uses it.
alter table business_key add column next_wrapped bytea, add column next_at timestamptz;

-- Gives every table with business_id its policy and the role its rights, and does nothing where they are. Run after every migration,
-- so that a new table cannot be forgotten.
-- @returns on · no_role: the owner may not make the role, or not take it · cluster: Citus does not carry the setting to its nodes
create function separate_businesses() returns text language plpgsql as $$
declare
  inside name := (select left(pg_get_userbyid(relowner), 54) || '_business' from pg_class where oid = 'public.business'::regclass);
  may boolean;
  t record;
begin
  if exists (select from pg_extension where extname = 'citus') then return 'cluster'; end if;
  if not exists (select from pg_roles where rolname = inside) then
    begin
      execute format('create role %I nologin noinherit', inside);
    exception
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then return 'no_role';
    end;
  end if;
  may := case when current_setting('server_version_num')::int >= 160000 then null
    else pg_has_role(inside, 'member') end;
  if may is null then execute format('select pg_has_role(%L, ''set'')', inside) into may; end if;
  if not may then
    begin
      execute format('grant %I to current_user', inside);
    exception when insufficient_privilege or invalid_grant_operation then return 'no_role';
    end;
  end if;

  for t in
    select c.oid, c.oid::regclass as name, c.relrowsecurity as secured,
      exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_business') as has_policy,
      -- 16: the trigger fires before an update.
      exists (select from pg_trigger g join pg_proc f on f.oid = g.tgfoid
        where g.tgrelid = c.oid and f.proname = 'ledger_is_append_only' and g.tgtype & 16 <> 0) as append_only
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'business_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    order by c.relname
  loop
    if not t.has_policy then
      execute format('create policy own_business on %s using (business_id = nullif(current_setting(''jawort.business_id'', true), '''')::uuid)', t.name);
    end if;
    if not t.secured then execute format('alter table %s enable row level security', t.name); end if;
    if t.append_only then
      -- Its triggers refuse everybody; this role is not even asked (C-16). Of the ledger it may give an entry its place.
      if not (has_table_privilege(inside, t.oid, 'select') and has_table_privilege(inside, t.oid, 'insert')) then
        execute format('grant select, insert on %s to %I', t.name, inside);
      end if;
      if t.oid = 'public.ledger_entry'::regclass and not has_column_privilege(inside, t.oid, 'seq', 'update') then
        execute format('grant update (seq, leaf, hashes) on %s to %I', t.name, inside);
      end if;
    elsif not (has_table_privilege(inside, t.oid, 'select') and has_table_privilege(inside, t.oid, 'insert')
      and has_table_privilege(inside, t.oid, 'update') and has_table_privilege(inside, t.oid, 'delete')) then
      execute format('grant select, insert, update, delete on %s to %I', t.name, inside);
    end if;
  end loop;

  -- Names of members, and whether sending is stopped.
  for t in select c.oid, c.oid::regclass as name from pg_class c
    where c.oid in ('public.account'::regclass, 'public.installation'::regclass, 'public.sending_brake'::regclass)
      and not has_table_privilege(inside, c.oid, 'select')
  loop
    execute format('grant select on %s to %I', t.name, inside);
  end loop;
  -- Work is put into the queue by the transaction that makes it necessary.
  if to_regnamespace('jobs') is not null then
    if not has_schema_privilege(inside, 'jobs', 'usage') then execute format('grant usage on schema jobs to %I', inside); end if;
    for t in select c.oid, c.oid::regclass as name from pg_class c
      where c.relnamespace = 'jobs'::regnamespace and c.relkind in ('r', 'p')
        and not (has_table_privilege(inside, c.oid, 'select') and has_table_privilege(inside, c.oid, 'insert'))
    loop
      execute format('grant select, insert on %s to %I', t.name, inside);
    end loop;
  end if;
  return 'on';
end $$;

-- Takes the policies off, before the tables are spread over a cluster.
create function join_businesses() returns void language plpgsql as $$
declare
  t record;
begin
  for t in select p.polrelid::regclass as name from pg_policy p where p.polname = 'own_business' loop
    execute format('drop policy own_business on %s', t.name);
    execute format('alter table %s disable row level security', t.name);
    execute format('revoke all on %s from %I', t.name,
      (select left(pg_get_userbyid(relowner), 54) || '_business' from pg_class where oid = 'public.business'::regclass));
  end loop;
end $$;
