import { LATE_DAYS, lapseClaims, UNDECIDED } from '../contacts/index.ts'
import { forgetExclusions } from './forget-exclusions.ts'
import type { Rule } from './rule.ts'

const C43 = 'C-43'
const STORED_LIMITATION = 'Art. 5(1)(e) GDPR'
const keep = (why: string): Rule[] => [{ does: 'keep', why }]
const SETTING = 'a setting; says nothing about a person on the phone'
const WITH_CONTACT = 'ends with the person: erasure (C-40), which the business or the person asks for'
const PROOF =
  'the proof of a consent; its evidence is destroyed three years after the year in which it ended, the row stays for the ledger (C-44)'

/**
 * Every table, what it holds, how long, and by which rule it goes: the retention register (C-43). The nightly job does what
 * stands here; a table that is missing fails the tests.
 */
export const REGISTER: Record<string, readonly Rule[]> = {
  message: [
    {
      does: 'empty',
      what: 'content of messages',
      column: 'payload_sealed',
      since: 'created_at',
      days: 180,
      business: { key: 'message_content', shortest: 7 },
      basis: C43,
    },
    {
      does: 'drop months',
      what: 'who got which message; campaigns keep their figures',
      days: 'as messages',
      basis: C43,
    },
  ],
  message_queue: keep('a row lives until its message is done'),
  message_once: [
    {
      does: 'delete',
      what: 'keys against queueing twice',
      since: 'created_at',
      days: 'as messages',
      basis: STORED_LIMITATION,
    },
  ],
  campaign_pulse: [
    {
      does: 'delete',
      what: 'pace of campaigns',
      since: 'at',
      days: 'as messages',
      basis: STORED_LIMITATION,
    },
  ],
  campaign_exclusion: [
    {
      does: 'delete',
      what: 'who was left out of which campaign; campaigns keep their figures',
      since: 'stored_at',
      verb: forgetExclusions,
      days: 0,
      basis: C43,
    },
  ],
  campaign_part: keep('figures of an audience while it is frozen; says nothing about a person'),
  campaign_figures: keep('counters; says nothing about a person'),
  inbound_message: [
    {
      does: 'delete',
      what: 'messages from people',
      since: 'received_at',
      days: 180,
      business: { key: 'messages_from_people', shortest: 7 },
      basis: C43,
    },
  ],
  webhook_update: [
    { does: 'drop months', what: 'raw webhooks', days: 14, basis: C43 },
    {
      does: 'delete',
      what: 'raw webhooks',
      since: 'received_at',
      days: 14,
      // What still waits stays, however old.
      only: `not exists (select 1 from webhook_waiting w
        where w.business_id = t.business_id and w.received_at = t.received_at and w.update_key = t.update_key
          and w.lane = case t.kind when 'status' then 'status' when 'change' then 'change' else 'person' end)`,
      basis: C43,
    },
  ],
  webhook_aside: [
    {
      does: 'delete',
      what: 'raw webhooks that belong to nobody',
      since: 'received_at',
      days: 14,
      basis: C43,
    },
  ],
  webhook_waiting: keep('a row lives until its update is processed'),
  signup_request: [
    {
      does: 'delete',
      what: 'requests that nobody confirmed',
      since: 'created_at',
      days: 30,
      only: 'used_at is null',
      business: { key: 'unconfirmed_requests', shortest: 1 },
      basis: C43,
    },
  ],
  consent_question: [
    {
      does: 'delete',
      what: 'questions that nobody answered',
      since: 'expires_at',
      days: 30,
      only: "state in ('expired', 'failed')",
      business: { key: 'unanswered_questions', shortest: 7 },
      basis: C43,
    },
    {
      does: 'delete',
      what: 'questions that never left',
      since: 'created_at',
      days: 30,
      only: "state in ('expired', 'failed') and expires_at is null",
      basis: C43,
    },
  ],
  notification: [
    {
      does: 'delete',
      what: 'what members were told',
      since: 'at',
      days: 180,
      business: { key: 'notifications', shortest: 30 },
      basis: STORED_LIMITATION,
    },
  ],
  standing_change: [
    {
      does: 'delete',
      what: 'history of a number’s health',
      since: 'at',
      days: 395,
      basis: STORED_LIMITATION,
    },
  ],
  preference_link: [
    {
      does: 'delete',
      what: 'links to people’s own pages',
      since: 'expires_at',
      days: 1,
      basis: STORED_LIMITATION,
    },
  ],
  preference_code: [
    {
      does: 'delete',
      what: 'codes that showed who asks',
      since: 'expires_at',
      days: 1,
      basis: STORED_LIMITATION,
    },
  ],
  marketing_pause: [
    { does: 'delete', what: 'pauses that are over', since: 'until', days: 1, basis: STORED_LIMITATION },
  ],
  contact_import: [
    {
      does: 'delete',
      what: 'names and results of imported files',
      since: 'created_at',
      days: 90,
      // Who has to decide about its claims must still see it.
      only: `state <> 'running' and not exists (select 1 from import_attestation a
        where a.business_id = t.business_id and a.import_id = t.import_id and a.state = 'waiting')`,
      business: { key: 'imports', shortest: 7 },
      basis: STORED_LIMITATION,
    },
  ],
  invitation: [
    {
      does: 'delete',
      what: 'e-mail addresses of the invited',
      since: 'expires_at',
      days: 30,
      basis: STORED_LIMITATION,
    },
  ],
  account_session: [
    {
      does: 'delete',
      what: 'ended sessions, with address and browser',
      since: 'expires_at',
      days: 1,
      basis: STORED_LIMITATION,
    },
  ],
  account_verification: [
    { does: 'delete', what: 'used sign-in links', since: 'expires_at', days: 1, basis: STORED_LIMITATION },
  ],
  audit_entry: [
    { does: 'delete', what: 'who changed what', since: 'at', days: 1_096, basis: STORED_LIMITATION },
  ],
  privacy_request: [
    {
      does: 'delete',
      what: 'that a request was dealt with',
      since: 'done_at',
      days: 1_096,
      basis: 'limitation, §§ 195, 199 BGB',
    },
  ],
  delivery: [
    {
      does: 'delete',
      what: 'that an endpoint was told of a change',
      since: 'done_at',
      days: 30,
      only: "state = 'delivered'",
      basis: STORED_LIMITATION,
    },
    {
      does: 'delete',
      what: 'what an endpoint could not be told',
      since: 'done_at',
      days: 90,
      only: "state = 'dead'",
      basis: STORED_LIMITATION,
    },
  ],
  channel_reach: [
    {
      does: 'delete',
      what: 'how many people a number wrote to',
      since: 'at',
      days: 60,
      basis: STORED_LIMITATION,
    },
  ],
  dispatcher: [
    { does: 'delete', what: 'processes that ended', since: 'seen_at', days: 1, basis: STORED_LIMITATION },
  ],
  delivery_attempt: keep('ends with its delivery'),
  endpoint: keep(SETTING),
  contact: keep(WITH_CONTACT),
  contact_key: keep(WITH_CONTACT),
  import_claim: [
    {
      does: 'delete',
      what: 'what a list claims and nobody decided on',
      since: 'attested_at',
      verb: lapseClaims,
      days: UNDECIDED.days,
      business: { key: UNDECIDED.rule, shortest: UNDECIDED.shortest },
      basis: STORED_LIMITATION,
    },
    ...keep(WITH_CONTACT),
  ],
  import_attestation: keep(
    'who said where a list of people comes from, and who approved it; says nothing about a person on the phone',
  ),
  contact_marketing: keep(WITH_CONTACT),
  contact_identity: keep(WITH_CONTACT),
  contact_identity_past: [
    {
      does: 'delete',
      what: 'digests of numbers and ids that people had before',
      since: 'ended_at',
      days: LATE_DAYS,
      only: 'merged_from is null',
      basis: STORED_LIMITATION,
    },
    ...keep(WITH_CONTACT),
  ],
  contact_merge: keep(WITH_CONTACT),
  conversation: keep(WITH_CONTACT),
  consent: keep(PROOF),
  consent_policy: keep(SETTING),
  consent_event: keep(PROOF),
  suppression: keep('a digest only; whoever objected must not be written to again (C-26)'),
  restricted_vault: keep('proof of people who were erased; destroyed at its retain_until every night (C-44)'),
  restricted_evidence: keep('ends with its place in the vault (C-44)'),
  restricted_unlock: keep(
    'ends with the place in the vault that it opened (C-44); the audit log keeps who looked',
  ),
  shredded_key: keep('digests of destroyed keys only; a restored backup must learn of all of them (C-59)'),
  privacy_setting: keep(SETTING),
  retention_setting: keep(SETTING),
  ledger_redaction: keep('append-only; numbers of entries and a reason, nothing of a person (C-16)'),
  ledger_entry: keep('append-only; commitments without personal data (C-16)'),
  ledger_checkpoint: keep('append-only; commitments without personal data (C-16)'),
  ledger_anchor: keep(
    'append-only; who outside saw a checkpoint; says nothing about a person on the phone (C-16)',
  ),
  ledger_witnessed: keep('one row per foreign ledger that this installation is a witness for'),
  ledger_anchor_failure: keep('a row lives until that way to the outside works again'),
  account: keep('a member’s account; the operator ends it'),
  account_credential: keep('ends with the account'),
  member: keep('ends when the member is removed'),
  business: keep('ends with the business'),
  business_key: keep('ends with the business'),
  former_business_key: keep('what was sealed with it is still read; ends with the business'),
  vault_key: keep('says which master key opens this database'),
  channel: keep(SETTING),
  channel_route: keep(SETTING),
  channel_lease: keep('one row per number'),
  storage_change: keep('one row per number that is off for another data location, until it is back'),
  channel_start: keep('one row per number'),
  marketing_hold: keep('one row per number, until it is lifted'),
  standing_restriction: keep('one row per number and restriction, until it ends'),
  alert_setting: keep('a setting of a member; ends with the membership'),
  notification_read: keep('ends with the notification, and with the membership'),
  alert_mail: [
    {
      does: 'delete',
      what: 'alerts that went out by e-mail',
      since: 'at',
      days: 30,
      basis: STORED_LIMITATION,
    },
  ],
  review: keep('figures of a quarter; says nothing about a person'),
  country_block: keep('one row per account and country'),
  contact_field: keep(SETTING),
  topic: keep(SETTING),
  stop_word_list: keep(SETTING),
  wording_invalidation: keep('figures of a text that was found defective; part of the proof'),
  wording: keep('part of the proof: what a person said yes to (C-17)'),
  source: keep(SETTING),
  template: keep(SETTING),
  template_version: keep('what was submitted to Meta, and what came of it; says nothing about a person'),
  template_file: keep('until a member throws it away'),
  template_file_part: keep('the bytes of a file; ends with it'),
  template_file_upload: keep('one row per file and number'),
  segment: keep(SETTING),
  campaign: keep('says nothing about a person'),
  price_rate: keep(SETTING),
  billing: keep(SETTING),
  budget: keep(SETTING),
  price_import: keep('which prices were read in from files; says nothing about a person'),
  cost_day: keep('what each day cost, by number, campaign, topic and country; says nothing about a person'),
  channel_day: [
    {
      does: 'delete',
      what: 'what became of a number’s messages, in figures by day',
      since: 'day',
      days: 120,
      basis: STORED_LIMITATION,
    },
  ],
  channel_day_mark: keep('one row per business'),
  meta_cost_day: keep('what Meta says each day cost; says nothing about a person'),
  volume_tier: keep('one row per month, market and category'),
  budget_room: [
    {
      does: 'delete',
      what: 'what budgets still leave',
      since: 'counted_at',
      days: 60,
      basis: STORED_LIMITATION,
    },
  ],
  sending_policy: keep(SETTING),
  installation: keep('one row'),
  sending_brake: keep('one row'),
  duty_statement: keep('what the business states about its duties; ends with the business'),
  record_version: keep('what the record of Art. 30 said when; append-only'),
  privacy_notice: keep('what people were told (C-13); append-only'),
  impact_screening: keep('whether an assessment of Art. 35 is needed; says nothing about a person'),
  admission: keep(
    'what a business says about itself before it is let in (C-70); sealed, ends with the business',
  ),
  breach: keep('the register of breaches of Art. 33(5); append-only'),
  breach_entry: keep(
    'the register of breaches of Art. 33(5); append-only, sealed with the key of the business',
  ),
  schema_migration: keep('one row per migration'),
}
