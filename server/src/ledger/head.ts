import { EMPTY_ROOT, formatVerifierKey, openCheckpoint, toHex } from '@jawort/ledger'
import { z } from 'zod'
import { requireRole } from '../platform/authorise.ts'
import { type Context, notFound } from '../platform/index.ts'
import { lastAnchor, listWays, WayView } from './anchor/find.ts'
import { AnchorView } from './anchor/view.ts'
import { openLog } from './log.ts'
import { checkpointAt, lastCheckpoint } from './store.ts'

export const LedgerHead = z.object({
  /** Leaves under the last checkpoint; every batch is signed, so these are all numbered ones. */
  size: z.number().int(),
  /** Entries that wait for the sealer. */
  unsealed: z.number().int(),
  /** Merkle root, hex. */
  root: z.string(),
  lastCheckpointAt: z.iso.datetime().nullable(),
  /** The signed checkpoint, verbatim: to be kept where nobody of this installation can change it. */
  note: z.string().nullable(),
  /** C2SP verifier key: name, id and Ed25519 key. */
  publicKey: z.string(),
  /** The newest thing that somebody outside gave for a checkpoint; null when none has ever left. */
  lastAnchor: AnchorView.nullable(),
  /** The ways in which checkpoints leave this installation, and what each still needs. */
  ways: z.array(WayView),
})
export type LedgerHead = z.infer<typeof LedgerHead>

/**
 * Where the business's ledger stands, as it was signed last.
 * @throws Problem `forbidden`; LedgerError when the stored checkpoint is not signed by this ledger
 */
export async function ledgerHead(ctx: Context): Promise<LedgerHead> {
  requireRole(ctx, 'dpo')
  const { signer } = await openLog(ctx)
  const last = await lastCheckpoint(ctx)
  const signed = last ? await openCheckpoint(last.note, [signer.key]) : { size: 0, root: EMPTY_ROOT }
  return {
    size: signed.size,
    unsealed: await countUnsealed(ctx),
    root: toHex(signed.root),
    lastCheckpointAt: last?.signedAt.toISOString() ?? null,
    note: last?.note ?? null,
    publicKey: formatVerifierKey(signer.key),
    lastAnchor: await lastAnchor(ctx),
    ways: await listWays(ctx),
  }
}

/**
 * A signed checkpoint, verbatim: that of this size, or the newest.
 * @throws Problem `forbidden`, `not_found` before the first batch was sealed, or when nothing was signed at this size
 */
export async function ledgerCheckpoint(ctx: Context, size?: number): Promise<string> {
  requireRole(ctx, 'dpo')
  const last = size === undefined ? await lastCheckpoint(ctx) : await checkpointAt(ctx, size)
  if (!last) throw notFound({ de: 'Einen unterschriebenen Stand', en: 'A signed checkpoint' })
  return last.note
}

async function countUnsealed(ctx: Context): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('ledger_entry')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('business_id', '=', ctx.businessId)
    .where('seq', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}
