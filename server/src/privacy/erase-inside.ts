import { recordAudit } from '../audit/index.ts'
import { forgetConsents, forgetSuppression } from '../consent/index.ts'
import {
  eraseContact,
  identityDigests,
  lockContact,
  lockRecord,
  mergedInto,
  openContacts,
} from '../contacts/index.ts'
import { forgetMessages } from '../dispatch/index.ts'
import { eraseConversations } from '../inbox/index.ts'
import { forgetPersonUpdates } from '../intake/index.ts'
import type { Context } from '../platform/index.ts'
import { forgetSignups } from '../signup/index.ts'
import { personErased, privacyChanged } from './hooks.ts'
import { noteDone } from './note-done.ts'
import type { StoredReport } from './report.ts'
import type { RequestVia } from './request-state.ts'
import { restrictEvidence } from './restrict-evidence.ts'
import { noteShredded } from './shred-list.ts'

export interface ErasureWish {
  /** Destroy the proof of consents at once instead of restricting it. */
  shred: boolean
  /** Take even the entry on the block list away. */
  forgetBlock: boolean
  via: RequestVia
}

/** The erasure itself, in the caller's transaction; who may ask for it was settled before. @throws Problem `not_found` */
export async function eraseInside(tx: Context, contactId: string, wish: ErasureWish): Promise<StoredReport> {
  await lockContact(tx, contactId)
  // What was merged into this record is the same person's: it goes first, and in the same way.
  for (const recordId of await mergedInto(tx, contactId)) await eraseRecord(tx, recordId, wish)
  const report = await eraseRecord(tx, contactId, wish)
  await noteDone(tx, { contactId, kind: 'erasure', via: wish.via, report })
  await tx.hooks.run(privacyChanged, tx, {})
  return report
}

async function eraseRecord(tx: Context, contactId: string, wish: ErasureWish): Promise<StoredReport> {
  await lockRecord(tx, contactId)
  const digests = await digestsOf(tx, contactId)
  const { bsuid } = (await openContacts(tx, [contactId])).get(contactId) ?? {}
  const consents = await forgetConsents(tx, contactId)
  const evidence = await restrictEvidence(tx, contactId, wish.shred)
  const messages = await forgetMessages(tx, contactId)
  const inbound = await eraseConversations(tx, contactId)
  const deliveries = await forgetPersonUpdates(tx, contactId, digests)
  const visits = await forgetSignups(tx, contactId, digests)
  await tx.hooks.run(personErased, tx, { contactId, digests })
  const block = wish.forgetBlock ? await forgetSuppression(tx, digests) : []
  const identities = await eraseContact(tx, contactId)
  await noteShredded(tx, 'person', [contactId])
  await noteShredded(tx, 'block', block)
  const report: StoredReport = {
    erased: [
      { what: 'profile', count: 1 },
      { what: 'identities', count: identities },
      { what: 'messages_from', count: inbound },
      { what: 'messages_to', count: messages },
      { what: 'deliveries', count: deliveries },
      { what: 'visits', count: visits },
      { what: 'consents', count: consents.ended },
      ...(evidence.retainUntil ? [] : [{ what: 'evidence' as const, count: evidence.pieces }]),
      ...(wish.forgetBlock ? [{ what: 'block' as const, count: block.length }] : []),
    ],
    kept: [
      ...(wish.forgetBlock ? [] : ['suppression' as const]),
      ...(evidence.retainUntil ? ['proof' as const] : []),
      'ledger',
      'accounting',
      'audit',
      ...(bsuid ? ['contact_book' as const] : []),
      'late',
    ],
    retainUntil: evidence.retainUntil?.toISOString() ?? null,
  }
  await recordAudit(tx, {
    action: 'contact.erase',
    entity: 'contact',
    entityId: contactId,
    after: {
      ...Object.fromEntries(report.erased.map(({ what, count }) => [what, count])),
      proof: evidence.retainUntil ? 'restricted' : 'destroyed',
    },
  })
  return report
}

async function digestsOf(tx: Context, contactId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('contact_identity')
    .select('digest')
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .execute()
  // A record that was merged away is found by nobody any more; what it was known by is sealed in it.
  const sealed = (await openContacts(tx, [contactId])).get(contactId)
  const own = sealed ? identityDigests(tx, sealed).map(({ digest }) => digest) : []
  return [...new Set([...rows.map((row) => row.digest), ...own])]
}
