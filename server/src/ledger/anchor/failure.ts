import { type Context, DAY, HOUR, MINUTE } from '../../platform/index.ts'
import { anchorFailing } from '../hooks.ts'
import type { AnchorKind } from './store.ts'

const FIRST_REST = 10 * MINUTE
const LONGEST_REST = 6 * HOUR
/** Shorter troubles are not worth a person's time: the next token covers what the missed one would have. */
const TELL_AFTER = 2 * DAY
const TELL_AGAIN = 2 * DAY

/** A way to the outside that does not work now. */
export interface Failure {
  since: Date
  tries: number
  nextAt: Date
  toldAt: Date | null
}

export async function readFailure(
  ctx: Pick<Context, 'db' | 'businessId'>,
  kind: AnchorKind,
): Promise<Failure | undefined> {
  const row = await ctx.db
    .selectFrom('ledger_anchor_failure')
    .select(['since', 'tries', 'next_at', 'told_at'])
    .where('business_id', '=', ctx.businessId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row && { since: row.since, tries: row.tries, nextAt: row.next_at, toldAt: row.told_at }
}

/** After so many failures in a row: ten minutes, twenty … up to six hours. @returns milliseconds */
function restAfter(tries: number): number {
  return Math.min(LONGEST_REST, FIRST_REST * 2 ** (tries - 1))
}

/** Notes one more failure; after two days the business hears of it, and again every two days. */
export async function noteFailure(
  tx: Context,
  kind: AnchorKind,
  before: Failure | undefined,
  reason: string,
): Promise<void> {
  const now = tx.clock.now()
  const since = before?.since ?? now
  const tries = (before?.tries ?? 0) + 1
  const tells =
    now.getTime() - since.getTime() >= TELL_AFTER &&
    now.getTime() - (before?.toldAt?.getTime() ?? Number.NEGATIVE_INFINITY) >= TELL_AGAIN
  const state = {
    since,
    tries,
    next_at: new Date(now.getTime() + restAfter(tries)),
    told_at: tells ? now : (before?.toldAt ?? null),
    reason: reason.slice(0, 500),
  }
  await tx.db
    .insertInto('ledger_anchor_failure')
    .values({ business_id: tx.businessId, kind, ...state })
    .onConflict((conflict) => conflict.columns(['business_id', 'kind']).doUpdateSet(state))
    .execute()
  if (tells) await tx.hooks.run(anchorFailing, tx, { kind, since })
}

export async function clearFailure(tx: Context, kind: AnchorKind): Promise<void> {
  await tx.db
    .deleteFrom('ledger_anchor_failure')
    .where('business_id', '=', tx.businessId)
    .where('kind', '=', kind)
    .execute()
}
