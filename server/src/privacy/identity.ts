import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { getBusiness } from '../businesses/index.ts'
import { chatLanguage, say } from '../consent/index.ts'
import { openContacts } from '../contacts/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem, withTransaction } from '../platform/index.ts'
import { WINDOW_MS } from '../whatsapp/index.ts'
import { identityQuestion } from './chat-texts.ts'
import { privacyChanged } from './hooks.ts'
import { changeRequest, lockRequest, nextState, sealRequestText } from './request-store.ts'

export const ConfirmIdentityInput = z.object({
  /** How it was checked, for example "called back on the number we know"; sealed with the person's key. */
  note: z.string().trim().min(3).max(1000),
})

/**
 * A member says how they made sure that the request comes from the person (Art. 12 (6)); from then on it can be carried out.
 * @throws Problem `not_found`, `request_ended`
 */
export async function confirmIdentity(
  ctx: Context,
  requestId: string,
  input: z.input<typeof ConfirmIdentityInput>,
): Promise<void> {
  requireRole(ctx, 'dpo')
  const { note } = ConfirmIdentityInput.parse(input)
  await withTransaction(ctx, async (tx) => {
    const row = await lockRequest(tx, requestId)
    await changeRequest(tx, requestId, {
      state: nextState(row, 'checked'),
      identity: 'staff',
      identity_at: tx.clock.now(),
      identity_note_sealed: await sealRequestText(tx, row.contact_id, requestId, 'identity_note', note),
    })
    await checked(tx, requestId, 'staff')
  })
}

/**
 * Asks in the chat, with two buttons, whether the request comes from whoever has the number; possible while the 24-hour window is open.
 * @throws Problem `not_found`, `request_ended`, `window_closed`
 */
export async function askIdentity(ctx: Context, requestId: string): Promise<void> {
  requireRole(ctx, 'dpo')
  await withTransaction(ctx, async (tx) => {
    const row = await lockRequest(tx, requestId)
    nextState(row, 'checked')
    const channelId = await openChannel(tx, row.contact_id)
    if (!channelId) {
      throw new Problem('conflict', 'window_closed', {
        de: 'Das 24-Stunden-Fenster ist zu: Fragen können wir erst wieder, wenn die Person schreibt. Bitte prüf es auf anderem Weg.',
        en: 'The 24-hour window is closed: we can ask only once the person writes again. Please check in another way.',
      })
    }
    const now = tx.clock.now()
    const person = (await openContacts(tx, [row.contact_id])).get(row.contact_id)
    const business = await getBusiness(tx)
    await tx.hooks.run(say, tx, {
      contactId: row.contact_id,
      channelId,
      kind: 'notice',
      body: identityQuestion(requestId, business.name, chatLanguage(person?.language, business.language)),
      dedupeKey: `rights:${requestId}:${now.getTime()}`,
    })
    await changeRequest(tx, requestId, { identity_asked_at: now })
    await recordAudit(tx, {
      action: 'privacy_request.ask_identity',
      entity: 'privacy_request',
      entityId: requestId,
    })
    await tx.hooks.run(privacyChanged, tx, {})
  })
}

/** The channel on which we may write to the person freely now; null when there is none. */
export async function openChannel(ctx: Context, contactId: string): Promise<string | null> {
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

/**
 * The person tapped: yes opens the request, no ends it, because somebody else asked in their name. Only the person of the request
 * counts, and only once. In the caller's transaction.
 */
export async function answerIdentity(
  tx: Context,
  { requestId, contactId, answer }: { requestId: string; contactId: string; answer: 'yes' | 'no' },
): Promise<void> {
  const known = await tx.db
    .selectFrom('privacy_request')
    .select('request_id')
    .where('business_id', '=', tx.businessId)
    .where('request_id', '=', requestId)
    .where('contact_id', '=', contactId)
    .where('state', '=', 'received')
    .executeTakeFirst()
  if (!known) return
  const row = await lockRequest(tx, requestId)
  const now = tx.clock.now()
  if (answer === 'yes') {
    await changeRequest(tx, requestId, {
      state: nextState(row, 'checked'),
      identity: 'button',
      identity_at: now,
    })
    await checked(tx, requestId, 'button')
    return
  }
  await changeRequest(tx, requestId, {
    state: nextState(row, 'cancelled'),
    done_at: now,
    decided_by: JSON.stringify({ kind: 'person', contactId }),
  })
  await recordAudit(tx, {
    action: 'privacy_request.denied_by_person',
    entity: 'privacy_request',
    entityId: requestId,
  })
  await tx.hooks.run(privacyChanged, tx, {})
}

async function checked(tx: Context, requestId: string, how: 'staff' | 'button'): Promise<void> {
  await recordAudit(tx, {
    action: 'privacy_request.check_identity',
    entity: 'privacy_request',
    entityId: requestId,
    after: { how },
  })
  await tx.hooks.run(privacyChanged, tx, {})
}
