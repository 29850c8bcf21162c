import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { suspendForCorrection, withdraw } from '../consent/index.ts'
import {
  correctNumber,
  RestrictionGround,
  readNumber,
  restrictContact,
  UpdateContactInput,
  updateContact,
} from '../contacts/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem, withTransaction } from '../platform/index.ts'
import { eraseInside } from './erase-inside.ts'
import { privacyChanged } from './hooks.ts'
import type { StoredReport } from './report.ts'
import { changeRequest, lockRequest, nextState, type RequestRow } from './request-store.ts'
import { readSettings } from './settings.ts'

/** How the answer reached the person. */
const HANDED_BY = ['chat', 'mail', 'post', 'in_person', 'page'] as const

export const CarryOutInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('access'), handedBy: z.enum(HANDED_BY) }),
  z.object({ kind: z.literal('portability'), handedBy: z.enum(HANDED_BY) }),
  z.object({
    kind: z.literal('rectification'),
    changes: UpdateContactInput.default({}),
    /** Another number; consents then rest until the person says yes from it (C-39). */
    phone: z.string().max(40).optional(),
  }),
  z.object({ kind: z.literal('restriction'), ground: RestrictionGround }),
  z.object({ kind: z.literal('objection') }),
  z.object({
    kind: z.literal('erasure'),
    confirm: z.literal('ERASE'),
    shred: z.boolean().optional(),
    forgetBlock: z.boolean().default(false),
  }),
])
export type CarryOutInput = z.infer<typeof CarryOutInput>

/**
 * Does what a person asked for, in one transaction with the end of the request: the same verbs as everywhere else, so that what
 * follows from them (recipients told, consents ended) follows here too.
 * @throws Problem `not_found`, `request_ended`, `identity_missing`, `kind_wrong`, and those of the verbs
 */
export async function carryOutRequest(
  ctx: Context,
  requestId: string,
  input: z.input<typeof CarryOutInput>,
): Promise<void> {
  requireRole(ctx, 'dpo')
  const wish = CarryOutInput.parse(input)
  await withTransaction(ctx, async (tx) => {
    const row = await lockRequest(tx, requestId)
    if (row.kind !== wish.kind) {
      throw new Problem('invalid', 'kind_wrong', {
        de: 'Das passt nicht zu dieser Anfrage. Bitte lade die Seite neu.',
        en: 'This does not fit the request. Please reload the page.',
      })
    }
    const state = nextState(row, 'carried_out')
    if (wish.kind === 'erasure') {
      const { shredAtOnce } = await readSettings(tx)
      const shred = wish.shred ?? shredAtOnce
      // It ends this request and whatever else of this person waits.
      await eraseInside(tx, row.contact_id, { shred, forgetBlock: wish.forgetBlock, via: row.via })
    } else {
      await changeRequest(tx, requestId, {
        state,
        done_at: tx.clock.now(),
        decided_by: JSON.stringify(tx.actor),
        report: JSON.stringify(await perform(tx, row, wish)),
      })
    }
    await recordAudit(tx, {
      action: 'privacy_request.carry_out',
      entity: 'privacy_request',
      entityId: requestId,
      after: { kind: wish.kind },
    })
    await tx.hooks.run(privacyChanged, tx, {})
  })
}

async function perform(
  tx: Context,
  { contact_id: contactId }: RequestRow,
  wish: Exclude<CarryOutInput, { kind: 'erasure' }>,
): Promise<StoredReport> {
  const nothing = { erased: [], kept: [] }
  if (wish.kind === 'access' || wish.kind === 'portability') return { ...nothing, handedBy: wish.handedBy }
  if (wish.kind === 'restriction') {
    await restrictContact(tx, contactId, { ground: wish.ground })
    return { ...nothing, ground: wish.ground }
  }
  if (wish.kind === 'objection') return { ...nothing, ended: await objectInside(tx, contactId) }
  return { ...nothing, changed: await rectify(tx, contactId, wish) }
}

/** Ends all marketing for the person (Art. 21 (2), (3)); everything that is queued goes with it. @returns how many consents ended */
export async function objectInside(tx: Context, contactId: string): Promise<number> {
  const { ended } = await withdraw(tx, {
    contactId,
    channelId: null,
    topicId: null,
    at: tx.clock.now(),
    how: 'objection',
  })
  return ended
}

async function rectify(
  tx: Context,
  contactId: string,
  { changes, phone }: Extract<CarryOutInput, { kind: 'rectification' }>,
): Promise<string[]> {
  const { attributes = {}, ...plain } = changes
  const changed = [...Object.keys(plain), ...Object.keys(attributes)]
  if (changed.length > 0) await updateContact(tx, contactId, changes)
  if (phone) {
    const number = await readNumber(tx, phone)
    await suspendForCorrection(tx, { contactId, phone: number, at: tx.clock.now() })
    await correctNumber(tx, contactId, phone)
    changed.push('phone')
  }
  if (changed.length > 0) return changed
  throw new Problem('invalid', 'nothing_to_correct', {
    de: 'Bitte trag ein, was richtig ist.',
    en: 'Please enter what is right.',
  })
}
