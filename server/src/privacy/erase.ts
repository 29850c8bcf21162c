import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { forgetConsents } from '../consent/index.ts'
import { eraseContact, lockContact } from '../contacts/index.ts'
import { forgetMessages } from '../dispatch/index.ts'
import { eraseConversations } from '../inbox/index.ts'
import { forgetPersonUpdates } from '../intake/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, newId, withTransaction } from '../platform/index.ts'
import { forgetSignups } from '../signup/index.ts'
import type { StoredReport } from './report.ts'

/** Typed by hand: nobody erases a person by a slip of the mouse. */
export const EraseInput = z.object({ confirm: z.literal('ERASE') })

/**
 * Erases a person, in one transaction (C-40): consents end and the address goes on the block list first, then everything
 * each feature knows is taken down, last of all the person's key. Nothing sealed with it can be read afterwards, here or
 * in any backup. What stays, and why, is in the report.
 * @throws Problem `not_found`, also when erased before
 */
export async function erasePerson(
  ctx: Context,
  contactId: string,
  input: z.input<typeof EraseInput>,
): Promise<StoredReport> {
  requireRole(ctx, 'dpo')
  EraseInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    await lockContact(tx, contactId)
    const digests = await digestsOf(tx, contactId)
    const consents = await forgetConsents(tx, contactId)
    const messages = await forgetMessages(tx, contactId)
    const inbound = await eraseConversations(tx, contactId)
    const deliveries = await forgetPersonUpdates(tx, contactId, digests)
    const visits = await forgetSignups(tx, contactId, digests)
    const identities = await eraseContact(tx, contactId)
    const report: StoredReport = {
      erased: [
        { what: 'profile', count: 1 },
        { what: 'identities', count: identities },
        { what: 'messages_from', count: inbound },
        { what: 'messages_to', count: messages },
        { what: 'deliveries', count: deliveries },
        { what: 'visits', count: visits },
        { what: 'consents', count: consents.ended },
        { what: 'evidence', count: consents.evidence },
      ],
      kept: ['suppression', 'ledger', 'accounting', 'audit', 'late'],
    }
    await record(tx, contactId, report)
    return report
  })
}

async function digestsOf(tx: Context, contactId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('contact_identity')
    .select('digest')
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .execute()
  return rows.map((row) => row.digest)
}

async function record(tx: Context, contactId: string, report: StoredReport): Promise<void> {
  const now = tx.clock.now()
  await tx.db
    .insertInto('privacy_request')
    .values({
      business_id: tx.businessId,
      request_id: newId(),
      contact_id: contactId,
      kind: 'erasure',
      state: 'done',
      requested_by: JSON.stringify(tx.actor),
      report: JSON.stringify(report),
      created_at: now,
      done_at: now,
    })
    .execute()
  await recordAudit(tx, {
    action: 'contact.erase',
    entity: 'contact',
    entityId: contactId,
    after: Object.fromEntries(report.erased.map(({ what, count }) => [what, count])),
  })
}
