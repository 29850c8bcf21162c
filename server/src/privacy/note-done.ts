import { type Context, newId } from '../platform/index.ts'
import { dueAt } from './deadline.ts'
import type { StoredReport } from './report.ts'
import type { RequestKind, RequestVia } from './request-state.ts'

interface Done {
  contactId: string
  kind: RequestKind
  via: RequestVia
  report: StoredReport | null
}

/**
 * Notes that something was done for a person, in the caller's transaction: on the requests for it that wait, else as a request that
 * was dealt with at once. After an erasure nothing else can be done for them, so what else waits is ended.
 */
export async function noteDone(tx: Context, { contactId, kind, via, report }: Done): Promise<void> {
  const now = tx.clock.now()
  const outcome = {
    state: 'done' as const,
    done_at: now,
    decided_by: JSON.stringify(tx.actor),
    report: report && JSON.stringify(report),
  }
  const known = await tx.db
    .updateTable('privacy_request')
    .set((eb) => ({
      ...outcome,
      identity: eb.fn.coalesce('identity', eb.val(identityOf(via))),
      identity_at: eb.fn.coalesce('identity_at', eb.val(now)),
    }))
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .where('kind', '=', kind)
    .where('done_at', 'is', null)
    .executeTakeFirst()
  if (Number(known.numUpdatedRows) === 0) {
    await tx.db
      .insertInto('privacy_request')
      .values({
        business_id: tx.businessId,
        request_id: newId(),
        contact_id: contactId,
        kind,
        via,
        requested_by: JSON.stringify(tx.actor),
        created_at: now,
        due_at: dueAt(now, false),
        identity: identityOf(via),
        identity_at: now,
        ...outcome,
      })
      .execute()
  }
  if (kind !== 'erasure') return
  await tx.db
    .updateTable('privacy_request')
    .set({ state: 'cancelled', done_at: now, decided_by: JSON.stringify(tx.actor) })
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .where('done_at', 'is', null)
    .execute()
}

function identityOf(via: RequestVia): 'chat' | 'page' | 'staff' {
  return via === 'page' || via === 'chat' ? via : 'staff'
}
