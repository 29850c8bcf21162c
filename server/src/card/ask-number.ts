import { sql } from 'kysely'
import { recordAudit } from '../audit/index.ts'
import { getBusiness } from '../businesses/index.ts'
import { chatLanguage, say } from '../consent/index.ts'
import { lockContact, openContacts } from '../contacts/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, DAY, Problem, withTransaction } from '../platform/index.ts'
import { WINDOW_MS } from '../whatsapp/index.ts'
import { ASK_NUMBER } from './ask-number-texts.ts'

/** Asking once is a question, asking again is pressing. */
const QUIET_DAYS = 30

/**
 * Asks somebody who hides their number to share it, by WhatsApp's own button, as an answer to their message and once in 30 days.
 * Only what comes back by that button is believed (C-75).
 * @throws Problem `not_found`, `number_known`, `window_closed`, `asked_recently`
 */
export async function askNumber(ctx: Context, contactId: string): Promise<void> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  await withTransaction(ctx, async (tx) => {
    await lockContact(tx, contactId)
    const person = (await openContacts(tx, [contactId])).get(contactId)
    if (person?.phone) throw KNOWN
    const channelId = await channelToAskOn(tx, contactId)
    if (!channelId) throw CLOSED
    if (await askedAt(tx, contactId)) throw ASKED
    const language = chatLanguage(person?.language, (await getBusiness(tx)).language)
    await tx.hooks.run(say, tx, {
      contactId,
      channelId,
      kind: 'notice',
      body: {
        type: 'interactive',
        interactive: {
          type: 'request_contact_info',
          body: { text: ASK_NUMBER[language] },
          action: { name: 'request_contact_info' },
        },
      },
      dedupeKey: `${keyOf(contactId)}${tx.clock.now().getTime()}`,
    })
    await recordAudit(tx, { action: 'contact.ask_number', entity: 'contact', entityId: contactId })
  })
}

/**
 * Whether asking makes sense now: the number is not known, the window is open, and they were left in peace for 30 days; and
 * when within these they were asked.
 */
export async function numberQuestion(
  ctx: Context,
  { id, phone, restricted }: { id: string; phone: string | null; restricted: boolean },
): Promise<{ canAskNumber: boolean; numberAskedAt: string | null }> {
  if (phone !== null) return { canAskNumber: false, numberAskedAt: null }
  const asked = await askedAt(ctx, id)
  const canAskNumber = !restricted && !asked && (await channelToAskOn(ctx, id)) !== null
  return { canAskNumber, numberAskedAt: asked?.toISOString() ?? null }
}

const keyOf = (contactId: string) => `ask_number:${contactId}:`

async function channelToAskOn(ctx: Context, contactId: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('conversation')
    .select('channel_id')
    .where('business_id', '=', ctx.businessId)
    .where('contact_id', '=', contactId)
    .where('last_inbound_at', '>', new Date(ctx.clock.now().getTime() - WINDOW_MS))
    .orderBy('last_inbound_at', 'desc')
    .executeTakeFirst()
  return row?.channel_id ?? null
}

async function askedAt(ctx: Context, contactId: string): Promise<Date | null> {
  const since = new Date(ctx.clock.now().getTime() - QUIET_DAYS * DAY)
  const { rows } = await sql<{ at: Date }>`
    select created_at as at from message where business_id = ${ctx.businessId} and contact_id = ${contactId}
      and created_at > ${since} and dedupe_key like ${`${keyOf(contactId)}%`}
    order by created_at desc limit 1`.execute(ctx.db)
  return rows[0]?.at ?? null
}

const KNOWN = new Problem('conflict', 'number_known', {
  de: 'Die Nummer dieser Person ist schon bekannt.',
  en: 'This person’s number is known already.',
})
const CLOSED = new Problem('conflict', 'window_closed', {
  de: 'Das 24-Stunden-Fenster ist zu: Fragen können wir erst wieder, wenn die Person schreibt.',
  en: 'The 24-hour window is closed: we can ask only once the person writes again.',
})
const ASKED = new Problem('conflict', 'asked_recently', {
  de: 'Nach der Nummer wurde in den letzten 30 Tagen schon gefragt. Noch einmal zu fragen wäre Drängen.',
  en: 'The number has been asked for within the last 30 days. Asking again would be pressing.',
})
