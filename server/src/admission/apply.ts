import type { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { getBusiness } from '../businesses/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem, withTransaction } from '../platform/index.ts'
import { Application, CHECK_WORDS, type Check, missingChecks } from './application.ts'
import { accountOf } from './people.ts'
import { findAdmission, writeAdmission } from './store.ts'
import { tellApplication } from './tell.ts'
import { refusalOf } from './verticals.ts'

const UNDECIDED = {
  appliedAt: null,
  appliedBy: null,
  decidedAt: null,
  decidedBy: null,
  decidedById: null,
  reason: null,
}

/**
 * Keeps what the business says about itself, as far as it is; what was applied for before is a draft again.
 * @throws Problem `already_admitted`
 */
export async function saveApplication(ctx: Context, input: z.input<typeof Application>): Promise<void> {
  requireRole(ctx, 'owner')
  const application = Application.parse(input)
  await withTransaction(ctx, async (tx) => {
    if ((await findAdmission(tx))?.state === 'approved') throw alreadyAdmitted()
    await writeAdmission(tx, { ...UNDECIDED, state: 'draft', application })
    await recordAudit(tx, {
      action: 'admission.save',
      entity: 'business',
      entityId: tx.businessId,
      after: { vertical: application.vertical, listOrigin: application.listOrigin },
    })
  })
}

/**
 * Asks to be let in. Whoever sells what WhatsApp forbids, or brings bought lists, is turned away at once, with the reason.
 * @throws Problem `already_admitted`, `door_closed`, `application_incomplete` naming each missing check with its cure
 */
export async function applyForAdmission(ctx: Context): Promise<void> {
  requireRole(ctx, 'owner')
  if (ctx.actor.kind === 'apiKey') throw personNeeded()
  await withTransaction(ctx, async (tx) => {
    const kept = await findAdmission(tx)
    if (kept?.state === 'approved') throw alreadyAdmitted()
    const refusal = kept && refusalOf(kept.application)
    if (refusal) throw new Problem('conflict', 'door_closed', refusal)
    const missing = kept
      ? missingChecks(kept.application, await getBusiness(tx))
      : (['legal_entity'] as const)
    if (!kept || missing.length > 0) throw incomplete(missing)
    await writeAdmission(tx, {
      ...kept,
      ...UNDECIDED,
      state: 'applied',
      appliedAt: tx.clock.now(),
      appliedBy: await accountOf(tx),
    })
    await recordAudit(tx, { action: 'admission.apply', entity: 'business', entityId: tx.businessId })
    await tellApplication(tx)
  })
}

/** @internal also for the decision, which looks again */
export function incomplete(missing: readonly Check[]): Problem {
  const list = (language: 'de' | 'en') => missing.map((key) => CHECK_WORDS[key].title[language]).join(', ')
  return new Problem(
    'conflict',
    'application_incomplete',
    { de: `Es fehlt noch: ${list('de')}.`, en: `This is missing: ${list('en')}.` },
    Object.fromEntries(missing.map((key) => [key, CHECK_WORDS[key].cure])),
  )
}

export function personNeeded(): Problem {
  return new Problem('forbidden', 'person_needed', {
    de: 'Das muss ein Mensch tun, kein Programm.',
    en: 'A person has to do this, not a program.',
  })
}

function alreadyAdmitted(): Problem {
  return new Problem('conflict', 'already_admitted', {
    de: 'Das Unternehmen ist schon zugelassen.',
    en: 'The business was let in already.',
  })
}
