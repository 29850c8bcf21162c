import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { businessKey } from '../businesses/index.ts'
import { readNumber } from '../contacts/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, HOUR, newId, notFound, Problem, withTransaction } from '../platform/index.ts'
import { notify } from '../standing/index.ts'
import { privacyChanged } from './hooks.ts'
import { restrictedFinders } from './restricted-finders.ts'

/** So long an approval lasts. */
const OPEN_MS = 24 * HOUR

export const RequestUnlockInput = z
  .object({
    contactId: z.uuid().optional(),
    /** Of whoever makes a claim, or is claimed against; it is compared, never stored. */
    phone: z.string().max(40).optional(),
    /** There is one purpose only (Art. 17 (3) (e), 18 (2) GDPR). */
    purpose: z.literal('legal_claims'),
    /** File number of the case or the like; sealed with the key of the business. */
    note: z.string().trim().min(5).max(500),
  })
  .refine((input) => (input.contactId === undefined) !== (input.phone === undefined), {
    error: 'name either a person or a number',
  })

const VIEW_PLACE = (unlockId: string) => `unlock:${unlockId}`

/**
 * First half of opening the restricted vault for one person: a member asks, and says why. Another one has to agree.
 * @throws Problem `not_found` when nothing is kept of that person, `member_only`, `unlock_waits`
 */
export async function requestUnlock(
  ctx: Context,
  input: z.input<typeof RequestUnlockInput>,
): Promise<{ unlockId: string }> {
  const memberId = requireDpoMember(ctx)
  const { contactId, phone, purpose, note } = RequestUnlockInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    const found = await findVault(tx, contactId, phone)
    if (!found) throw notFound({ de: 'Einen gesperrten Nachweis dazu', en: 'Restricted proof of that' })
    const waiting = await tx.db
      .selectFrom('restricted_unlock')
      .select('unlock_id')
      .where('business_id', '=', tx.businessId)
      .where('contact_id', '=', found)
      .where('approved', 'is', null)
      .executeTakeFirst()
    if (waiting) {
      throw new Problem('conflict', 'unlock_waits', {
        de: 'Dafür wartet schon ein Antrag auf ein zweites Mitglied.',
        en: 'A request for this is waiting for a second member already.',
      })
    }
    const unlockId = newId()
    await tx.db
      .insertInto('restricted_unlock')
      .values({
        business_id: tx.businessId,
        unlock_id: unlockId,
        contact_id: found,
        purpose,
        note_sealed: tx.vault.seal(await businessKey(tx), note, VIEW_PLACE(unlockId)),
        requested_by: memberId,
        requested_at: tx.clock.now(),
      })
      .execute()
    await audit(tx, 'request', unlockId, { purpose, contactId: found })
    await notify(tx, {
      kind: 'privacy.unlock',
      severity: 'warning',
      entity: 'restricted',
      entityId: unlockId,
    })
    return { unlockId }
  })
}

export const DecideUnlockInput = z.object({ approve: z.boolean() })

/**
 * Second half: another member agrees, for 24 hours, or does not.
 * @throws Problem `not_found`, `own_request`, `unlock_decided`, `member_only`
 */
export async function decideUnlock(
  ctx: Context,
  unlockId: string,
  input: z.input<typeof DecideUnlockInput>,
): Promise<void> {
  const memberId = requireDpoMember(ctx)
  const { approve } = DecideUnlockInput.parse(input)
  await withTransaction(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom('restricted_unlock')
      .select(['requested_by', 'approved'])
      .where('business_id', '=', tx.businessId)
      .where('unlock_id', '=', unlockId)
      .forUpdate()
      .executeTakeFirst()
    if (!row) throw notFound({ de: 'Diesen Antrag', en: 'This request' })
    if (row.approved !== null) {
      throw new Problem('conflict', 'unlock_decided', {
        de: 'Über diesen Antrag ist schon entschieden.',
        en: 'This request was decided already.',
      })
    }
    if (row.requested_by === memberId) {
      throw new Problem('forbidden', 'own_request', {
        de: 'Den eigenen Antrag kann man nicht freigeben: Dazu gehört ein zweites Mitglied.',
        en: 'Nobody can approve their own request: it takes a second member.',
      })
    }
    const now = tx.clock.now()
    await tx.db
      .updateTable('restricted_unlock')
      .set({
        decided_by: memberId,
        decided_at: now,
        approved: approve,
        expires_at: approve ? new Date(now.getTime() + OPEN_MS) : null,
      })
      .where('business_id', '=', tx.businessId)
      .where('unlock_id', '=', unlockId)
      .execute()
    await audit(tx, approve ? 'approve' : 'reject', unlockId, {})
  })
}

const Unlock = z.object({
  id: z.uuid(),
  contactId: z.uuid(),
  note: z.string(),
  state: z.enum(['waiting', 'open', 'rejected', 'expired']),
  requestedBy: z.uuid(),
  requestedAt: z.iso.datetime(),
  decidedBy: z.uuid().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable(),
  reads: z.number().int(),
  /** Whether whoever asks made the request, and so cannot decide it. */
  mine: z.boolean(),
})

export const RestrictedView = z.object({
  /** How many people's proof is locked away. */
  people: z.number().int(),
  pieces: z.number().int(),
  /** When the next of it is destroyed. */
  nextShredAt: z.iso.datetime().nullable(),
  unlocks: z.array(Unlock),
})

/** What the vault holds, in figures, and who asked to open it; nothing of a person. */
export async function restrictedView(ctx: Context): Promise<z.infer<typeof RestrictedView>> {
  requireRole(ctx, 'dpo')
  const figures = await ctx.db
    .selectFrom('restricted_vault as vault')
    .select((eb) => [eb.fn.countAll<number>().as('people'), eb.fn.min('retain_until').as('next')])
    .where('business_id', '=', ctx.businessId)
    .executeTakeFirstOrThrow()
  const { pieces } = await ctx.db
    .selectFrom('restricted_evidence')
    .select((eb) => eb.fn.countAll<number>().as('pieces'))
    .where('business_id', '=', ctx.businessId)
    .executeTakeFirstOrThrow()
  const rows = await ctx.db
    .selectFrom('restricted_unlock')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .orderBy('unlock_id', 'desc')
    .limit(50)
    .execute()
  const key = await businessKey(ctx)
  const now = ctx.clock.now()
  const me = ctx.actor.kind === 'member' ? ctx.actor.memberId : null
  return {
    people: Number(figures.people),
    pieces: Number(pieces),
    nextShredAt: figures.next?.toISOString() ?? null,
    unlocks: rows.map((row) => ({
      id: row.unlock_id,
      contactId: row.contact_id,
      note: ctx.vault.open(key, row.note_sealed, VIEW_PLACE(row.unlock_id)),
      state:
        row.approved === null
          ? 'waiting'
          : !row.approved
            ? 'rejected'
            : row.expires_at && row.expires_at > now
              ? 'open'
              : 'expired',
      requestedBy: row.requested_by,
      requestedAt: row.requested_at.toISOString(),
      decidedBy: row.decided_by,
      decidedAt: row.decided_at?.toISOString() ?? null,
      expiresAt: row.expires_at?.toISOString() ?? null,
      reads: row.reads,
      mine: row.requested_by === me,
    })),
  }
}

/** Two people have to stand behind it, so a key of the API or a job cannot. @throws Problem `member_only`, `role_missing` */
export function requireDpoMember(ctx: Context): string {
  requireRole(ctx, 'dpo')
  if (ctx.actor.kind === 'member') return ctx.actor.memberId
  throw new Problem('forbidden', 'member_only', {
    de: 'Den gesperrten Nachweis öffnen nur zwei Mitglieder gemeinsam, keine Programme.',
    en: 'Restricted proof is opened by two members together, not by programs.',
  })
}

async function findVault(
  tx: Context,
  contactId: string | undefined,
  phone: string | undefined,
): Promise<string | undefined> {
  let select = tx.db
    .selectFrom('restricted_vault')
    .select('contact_id')
    .where('business_id', '=', tx.businessId)
  if (contactId) select = select.where('contact_id', '=', contactId)
  if (phone) {
    const [finder = ''] = restrictedFinders(tx, { phone: await readNumber(tx, phone) })
    select = select.where((eb) => eb(eb.val(finder), '=', eb.fn.any('finders')))
  }
  const row = await select.orderBy('created_at', 'desc').executeTakeFirst()
  return row?.contact_id
}

async function audit(
  tx: Context,
  what: 'request' | 'approve' | 'reject',
  unlockId: string,
  after: Record<string, unknown>,
): Promise<void> {
  await recordAudit(tx, {
    action: `restricted.${what}`,
    entity: 'restricted',
    entityId: unlockId,
    after,
  })
  await tx.hooks.run(privacyChanged, tx, {})
}
