import { sql } from 'kysely'
import { recordAudit } from '../audit/index.ts'
import { type Context, DAY, type Hook, withTransaction } from '../platform/index.ts'
import { actionFor, needsLook, withoutNumbers } from '../whatsapp/index.ts'
import { countryBlocked, errorSeen, marketingAccepted, personUnreachable, sendingStopped } from './hooks.ts'
import { consequencesOf } from './outcome.ts'
import type { Settled } from './settle.ts'

/** A message that Meta refused or did not deliver. */
export interface Failure {
  messageId: string
  contactId: string
  channelId: string
  templateId: string | null
  code: number
  /** Meta's own words about it. */
  detail: string
}

const COUNTRY_NOT_ALLOWED = 130_497
/** Undeliverable this often within 30 days counts as gone (C-66). */
const UNREACHABLE_TIMES = 3
const UNREACHABLE_MS = 30 * DAY

/**
 * What failures mean beyond their messages, whichever way they came: stops, a country that is closed, people who cannot be
 * reached, errors that somebody has to look at. Each thing once per batch and in a transaction of its own.
 */
export async function tellConsequences(ctx: Context, failures: readonly Failure[]): Promise<void> {
  const told = new Set<string>()
  const once = (key: string) => !told.has(key) && told.add(key)
  for (const failure of failures) {
    const { channelId, contactId, templateId, code, detail } = failure
    const { stop, person, blockCountry } = consequencesOf(actionFor(code))
    if (stop && once(`${stop.scope}:${stop.scope === 'template' ? templateId : channelId}:${code}`)) {
      await tell(ctx, sendingStopped, { ...stop, channelId, templateId, errorCode: code })
    }
    if (needsLook(code) && once(`look:${code}`)) {
      ctx.log.warn({ code, channelId, details: withoutNumbers(detail) }, 'WhatsApp refuses what we send')
      await tell(ctx, errorSeen, { channelId, code })
    }
    if (blockCountry) await blockCountryOf(ctx, channelId, contactId)
    if (person === 'unreachable' && once(`gone:${contactId}`))
      await countUnreachable(ctx, channelId, contactId)
  }
}

/** Marketing that Meta has just accepted: whom it was for, and when. A test is no marketing that anybody received. */
export async function tellMarketing(ctx: Context, accepted: readonly Settled[], at: Date): Promise<void> {
  const contactIds = accepted
    .filter((message) => message.category === 'marketing' && message.kind !== 'test')
    .map((message) => message.contactId)
  if (contactIds.length > 0) await tell(ctx, marketingAccepted, { contactIds, at })
}

/** A handler that fails must not stop the sending of everybody else; it is logged with the hook's name. */
export async function tell<Event>(ctx: Context, hook: Hook<Event>, event: Event): Promise<void> {
  try {
    await withTransaction(ctx, (tx) => tx.hooks.run(hook, tx, event))
  } catch (error) {
    ctx.log.error({ err: error, hook: hook.name }, 'a handler of dispatch failed')
  }
}

/** Meta does not let the account write to the person's country: nobody there is tried any more (130497). */
async function blockCountryOf(ctx: Context, channelId: string, contactId: string): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const { rows } = await sql<{ country: string; waba_id: string }>`
      insert into country_block (business_id, waba_id, country, since)
      select c.business_id, ch.waba_id, c.country, ${tx.clock.now()} from contact c
      join channel ch on ch.business_id = c.business_id and ch.channel_id = ${channelId}
      where c.business_id = ${tx.businessId} and c.contact_id = ${contactId} and c.country is not null
      on conflict do nothing returning country, waba_id`.execute(tx.db)
    const [fresh] = rows
    if (!fresh) return
    const { country } = fresh
    await recordAudit(tx, {
      action: 'channel.block_country',
      entity: 'channel',
      entityId: channelId,
      after: { country, code: COUNTRY_NOT_ALLOWED },
    })
    await tx.hooks.run(countryBlocked, tx, { channelId, country })
  })
}

async function countUnreachable(ctx: Context, channelId: string, contactId: string): Promise<void> {
  const at = ctx.clock.now()
  const { rows } = await sql<{ times: number }>`
    select count(*)::int as times from message m
    where m.business_id = ${ctx.businessId} and m.contact_id = ${contactId} and m.channel_id = ${channelId}
      and m.state = 'failed' and m.error_code = 131026 and m.ended_at > ${new Date(at.getTime() - UNREACHABLE_MS)}`.execute(
    ctx.db,
  )
  if ((rows[0]?.times ?? 0) >= UNREACHABLE_TIMES)
    await tell(ctx, personUnreachable, { contactId, channelId, at })
}
