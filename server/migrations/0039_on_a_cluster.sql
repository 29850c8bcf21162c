-- A cluster carries out each part of a statement as one of its own, and an import takes numbers before it writes their people: checked at
-- the commit, whoever is missing.
alter table contact_identity alter constraint contact_identity_business_id_contact_id_fkey deferrable initially deferred;

-- On a cluster a row lies in a table with a number behind its name, and triggers are told that name.
create function table_of(shard name) returns text immutable language sql as $$ select regexp_replace(shard, '_\d{6,}$', '') $$;

create or replace function ledger_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and table_of(tg_table_name) = 'ledger_entry' then
    if old.seq is null and new.seq is not null
      and (old.business_id, old.entry_id, old.type, old.state, old.purpose, old.wording_hash, old.rule_pack, old.at, old.commitment)
        is not distinct from
          (new.business_id, new.entry_id, new.type, new.state, new.purpose, new.wording_hash, new.rule_pack, new.at, new.commitment)
    then
      return new;
    end if;
  end if;
  raise exception 'The ledger is append-only: % on % is refused', tg_op, table_of(tg_table_name) using errcode = 'restrict_violation';
end $$;

create or replace function register_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and table_of(tg_table_name) = 'record_version' then
    if old.approved_at is null and new.approved_at is not null
      and (old.business_id, old.kind, old.version, old.hash, old.content, old.created_at)
        is not distinct from (new.business_id, new.kind, new.version, new.hash, new.content, new.created_at)
    then
      return new;
    end if;
  end if;
  raise exception 'This register is append-only: % on % is refused', tg_op, table_of(tg_table_name) using errcode = 'restrict_violation';
end $$;
