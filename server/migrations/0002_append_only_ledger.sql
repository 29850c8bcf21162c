-- A leaf may be numbered once and never changed; nothing of the ledger is ever deleted (C-16).
create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'ledger_entry' then
    if old.seq is null and new.seq is not null
      and (old.business_id, old.entry_id, old.type, old.state, old.purpose, old.wording_hash, old.rule_pack, old.at, old.commitment)
        is not distinct from
          (new.business_id, new.entry_id, new.type, new.state, new.purpose, new.wording_hash, new.rule_pack, new.at, new.commitment)
    then
      return new;
    end if;
  end if;
  raise exception 'The ledger is append-only: % on % is refused', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger ledger_entry_append_only before update or delete on ledger_entry
  for each row execute function ledger_is_append_only();
create trigger ledger_entry_never_emptied before truncate on ledger_entry
  for each statement execute function ledger_is_append_only();
create trigger ledger_checkpoint_append_only before update or delete on ledger_checkpoint
  for each row execute function ledger_is_append_only();
create trigger ledger_checkpoint_never_emptied before truncate on ledger_checkpoint
  for each statement execute function ledger_is_append_only();
create trigger wording_immutable before delete on wording
  for each row execute function ledger_is_append_only();
