import { recordAudit } from '../audit/index.ts'
import {
  acrossBusinesses,
  type Context,
  createContext,
  defineHook,
  NO_BUSINESS,
  Problem,
  type Runtime,
  withTransaction,
} from '../platform/index.ts'
import { allBusinesses, type Brake, putBrake, readBrake, removeBrake } from './store.ts'

/** The signal that dispatch waits for. */
const DISPATCH = 'dispatch'

/** Runs for every business when the brake was put on or released. */
export const brakeChanged = defineHook<{ braked: boolean; reason: Brake['reason'] }>('brake.changed')

/** Puts the brake on for the whole installation; says so in every business's audit log, once. */
export async function stopSending(ctx: Context, reason: Brake['reason']): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    if (!(await putBrake(tx, reason))) return
    await record(tx, { braked: true, reason })
    tx.afterCommit?.(() => {
      tx.signals.raise(DISPATCH)
      tx.log.warn(
        { reason },
        'nothing is sent until a person says go: `jawort resume-sending`, or the button',
      )
    })
  })
}

/** Who puts the brake on when no person does: the installation itself. */
export const installation = (runtime: Runtime): Context =>
  createContext(runtime, NO_BUSINESS, { kind: 'system', job: 'brake' })

/**
 * Releases the brake: everything that waits may leave. Operators may always; an owner may where nobody else's messages
 * would leave too.
 * @returns false when there was no brake
 * @throws Problem `forbidden`
 */
export async function resumeSending(ctx: Context): Promise<{ resumed: boolean }> {
  return withTransaction(acrossBusinesses(ctx), async (tx) => {
    if (!(await mayResume(tx))) {
      throw new Problem('forbidden', 'operator_only', {
        de: 'Das Senden gibt die Betreiberin oder der Betreiber dieser Installation wieder frei.',
        en: 'The operator of this installation releases sending.',
      })
    }
    const brake = await removeBrake(tx)
    if (!brake) return { resumed: false }
    await record(tx, { braked: false, reason: brake.reason })
    tx.afterCommit?.(() => tx.signals.raise(DISPATCH))
    return { resumed: true }
  })
}

async function mayResume(ctx: Context): Promise<boolean> {
  const { actor, businessId } = ctx
  if (actor.kind === 'system' || actor.kind === 'operator') return true
  if (actor.kind !== 'member' || actor.role !== 'owner') return false
  const businesses = await allBusinesses(ctx)
  return businesses.length === 1 && businesses[0] === businessId
}

export interface SendingState {
  brake: Brake | undefined
  mayResume: boolean
}

/** Whether sending is braked, why, and whether the caller may release it. */
export async function sendingState(ctx: Context): Promise<SendingState> {
  const brake = await readBrake(ctx)
  return { brake, mayResume: brake !== undefined && (await mayResume(acrossBusinesses(ctx))) }
}

async function record(tx: Context, after: { braked: boolean; reason: Brake['reason'] }): Promise<void> {
  for (const businessId of await allBusinesses(tx)) {
    const inside = { ...tx, businessId }
    await recordAudit(inside, {
      action: after.braked ? 'sending.brake' : 'sending.resume',
      entity: 'sending',
      entityId: 'installation',
      after,
    })
    await tx.hooks.run(brakeChanged, inside, after)
  }
}
