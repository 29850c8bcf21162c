/** Tables that a cluster copies to every node: small, and asked for without knowing the business. With the reason. */
export const REFERENCE_TABLES: Record<string, string> = {
  business: 'every other table refers to it, and its short name is unique on the installation',
  account: 'a person may work for several businesses',
  account_session: 'ends with its account',
  account_credential: 'ends with its account',
  channel_route: 'finds the business of a webhook',
  invitation: 'finds the business of an invitation by its token',
}

/** Tables that stay on the coordinator alone, with the reason. pg-boss’s schema `jobs` stays there as well. */
export const LOCAL_TABLES: Record<string, string> = {
  account_verification: 'is about signing in',
  dispatcher: 'is about the processes',
  installation: 'is about the installation',
  sending_brake: 'is about the installation',
  schema_migration: 'is about the schema',
  ledger_witnessed: 'is about ledgers of other installations',
  vault_key: 'is about the installation',
}

/** Triggers that a cluster refuses because they run once per statement; `distribute` takes them off, with the reason why it may. */
export const DROPPED_TRIGGERS: Record<string, string> = {
  ledger_entry_never_emptied: 'rows stay protected by ledger_entry_append_only',
  ledger_checkpoint_never_emptied: 'rows stay protected by ledger_checkpoint_append_only',
  ledger_redaction_never_emptied: 'rows stay protected by ledger_redaction_append_only',
  shredded_key_never_emptied: 'rows stay protected by shredded_key_append_only',
  ledger_anchor_never_emptied: 'rows stay protected by ledger_anchor_append_only',
}
