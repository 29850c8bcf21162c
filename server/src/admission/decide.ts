import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { getBusiness, setBusinessState } from '../businesses/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem, withTransaction } from '../platform/index.ts'
import { missingChecks } from './application.ts'
import { incomplete, personNeeded } from './apply.ts'
import { isApplicant } from './people.ts'
import { type Admission, findAdmission, writeAdmission } from './store.ts'
import { tellDecision } from './tell.ts'
import { refusalOf } from './verticals.ts'

export const DecisionInput = z.object({
  approve: z.boolean(),
  /** Kept for the record, and shown to the business. */
  reason: z.string().trim().min(3).max(500),
})

/**
 * Lets a business in, or not. Never by whoever applied: another owner or data protection officer decides, or the operator, on the
 * page or at the command line. The checks are made once more, because something may have gone since.
 * @throws Problem `self_approval`, `nothing_applied`, `application_incomplete`, `door_closed`
 */
export async function decideAdmission(ctx: Context, input: z.input<typeof DecisionInput>): Promise<void> {
  requireRole(ctx, 'dpo')
  const { approve, reason } = DecisionInput.parse(input)
  await withTransaction(ctx, async (tx) => {
    const kept = await findAdmission(tx)
    const decider = await deciderOf(tx, kept)
    if (kept?.state !== 'applied') throw nothingApplied()
    if (approve) await expectSound(tx, kept)
    await writeAdmission(tx, {
      ...kept,
      ...decider,
      state: approve ? 'approved' : 'refused',
      decidedAt: tx.clock.now(),
      reason,
    })
    if (approve) await setBusinessState(tx, 'live')
    await recordAudit(tx, {
      action: approve ? 'admission.approve' : 'admission.refuse',
      entity: 'business',
      entityId: tx.businessId,
      after: { by: decider.decidedBy, reason },
    })
    await tellDecision(tx, approve)
  })
}

async function deciderOf(
  tx: Context,
  kept: Admission | null,
): Promise<Pick<Admission, 'decidedBy' | 'decidedById'>> {
  const { actor } = tx
  if (actor.kind === 'system') return { decidedBy: 'command_line', decidedById: null }
  if (await isApplicant(tx, kept)) throw selfApproval()
  if (actor.kind === 'operator') return { decidedBy: 'operator', decidedById: actor.accountId }
  if (actor.kind !== 'member') throw personNeeded()
  return { decidedBy: 'member', decidedById: actor.memberId }
}

async function expectSound(tx: Context, { application }: Admission): Promise<void> {
  const missing = missingChecks(application, await getBusiness(tx))
  if (missing.length > 0) throw incomplete(missing)
  const refusal = refusalOf(application)
  if (refusal) throw new Problem('conflict', 'door_closed', refusal)
}

function selfApproval(): Problem {
  return new Problem('forbidden', 'self_approval', {
    de: 'Über den eigenen Antrag entscheidet jemand anderes: eine zweite Inhaberin, die oder der Datenschutzbeauftragte, oder die Betreiberin dieser Installation.',
    en: 'Somebody else decides about your own application: a second owner, the data protection officer, or the operator of this installation.',
  })
}

function nothingApplied(): Problem {
  return new Problem('conflict', 'nothing_applied', {
    de: 'Es liegt kein Antrag vor.',
    en: 'There is no application.',
  })
}
