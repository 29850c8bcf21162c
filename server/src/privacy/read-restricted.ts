import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { inclusionProofFor } from '../ledger/index.ts'
import { type Context, notFound, Problem, withTransaction } from '../platform/index.ts'
import { privacyChanged } from './hooks.ts'
import { restrictedPlace, restrictedRoot, restrictedScope } from './restricted-key.ts'
import { requireDpoMember } from './unlock.ts'

export const RestrictedProof = z.object({
  format: z.literal('jawort-restricted-proof/1'),
  purpose: z.literal('legal_claims'),
  readAt: z.iso.datetime(),
  retainUntil: z.iso.datetime(),
  events: z.array(
    z.object({
      entryId: z.uuid(),
      /** What was shown and answered, where and when. */
      payload: z.record(z.string(), z.unknown()),
      /** Hex; with the payload it opens the leaf's commitment. */
      salt: z.string(),
      /** Text of a `.tlog-proof` file, with the leaf; null when the entry is not sealed yet. */
      proof: z.string().nullable(),
    }),
  ),
})
export type RestrictedProof = z.infer<typeof RestrictedProof>

const Content = z.object({ payload: z.record(z.string(), z.unknown()), salt: z.string() })

/**
 * The proof of one erased person's consents, opened: only for the two members who unlocked it, only while their unlock lasts, and
 * every look is in the audit log.
 * @throws Problem `not_found`, `unlock_missing`, `member_only`
 */
export async function readRestricted(ctx: Context, unlockId: string): Promise<RestrictedProof> {
  return (await openForTwo(ctx, unlockId)).proof
}

/** The same, and whose it is; for what is made of it. */
export async function openForTwo(
  ctx: Context,
  unlockId: string,
): Promise<{ contactId: string; proof: RestrictedProof }> {
  const memberId = requireDpoMember(ctx)
  return withTransaction(ctx, async (tx) => {
    const unlock = await tx.db
      .selectFrom('restricted_unlock')
      .select(['contact_id', 'requested_by', 'decided_by', 'approved', 'expires_at', 'reads'])
      .where('business_id', '=', tx.businessId)
      .where('unlock_id', '=', unlockId)
      .forUpdate()
      .executeTakeFirst()
    if (!unlock) throw notFound({ de: 'Diesen Antrag', en: 'This request' })
    const now = tx.clock.now()
    const open = unlock.approved === true && unlock.expires_at !== null && unlock.expires_at > now
    if (!open || (memberId !== unlock.requested_by && memberId !== unlock.decided_by)) {
      throw new Problem('forbidden', 'unlock_missing', {
        de: 'Dieser Nachweis ist gesperrt: Ein Mitglied beantragt das Öffnen, ein anderes gibt es für 24 Stunden frei.',
        en: 'This proof is restricted: one member asks to open it, another one approves for 24 hours.',
      })
    }
    const events = await openAll(tx, unlock.contact_id)
    await tx.db
      .updateTable('restricted_unlock')
      .set({ reads: unlock.reads + 1, last_read_at: now })
      .where('business_id', '=', tx.businessId)
      .where('unlock_id', '=', unlockId)
      .execute()
    await recordAudit(tx, {
      action: 'restricted.read',
      entity: 'restricted',
      entityId: unlockId,
      after: { contactId: unlock.contact_id, events: events.events.length },
    })
    await tx.hooks.run(privacyChanged, tx, {})
    return {
      contactId: unlock.contact_id,
      proof: {
        format: 'jawort-restricted-proof/1',
        purpose: 'legal_claims',
        readAt: now.toISOString(),
        ...events,
      },
    }
  })
}

async function openAll(
  tx: Context,
  contactId: string,
): Promise<Pick<RestrictedProof, 'retainUntil' | 'events'>> {
  const vault = await tx.db
    .selectFrom('restricted_vault')
    .select(['wrapped', 'retain_until'])
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .executeTakeFirstOrThrow()
  const key = tx.vault.unwrap(restrictedRoot(tx), vault.wrapped, restrictedScope(contactId))
  const rows = await tx.db
    .selectFrom('restricted_evidence')
    .select(['event_id', 'content_sealed'])
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .orderBy('event_id')
    .execute()
  const events: RestrictedProof['events'] = []
  for (const { event_id: entryId, content_sealed } of rows) {
    const content = Content.parse(
      JSON.parse(tx.vault.open(key, content_sealed, restrictedPlace(contactId, entryId))),
    )
    events.push({ entryId, ...content, proof: await proofOf(tx, entryId) })
  }
  return { retainUntil: vault.retain_until.toISOString(), events }
}

async function proofOf(tx: Context, entryId: string): Promise<string | null> {
  try {
    return await inclusionProofFor(tx, entryId)
  } catch (error) {
    // Sealed within seconds; whatever else is wrong with the ledger is for its own check to say.
    if (error instanceof Problem && error.code === 'not_sealed') return null
    throw error
  }
}
