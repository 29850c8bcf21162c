import { z } from 'zod'
import { requireRole } from '../../platform/authorise.ts'
import { type Page, PageQuery, toPage } from '../../platform/http/index.ts'
import { type Context, notFound } from '../../platform/index.ts'
import { readFailure } from './failure.ts'
import {
  ANCHOR_KINDS,
  type Anchor,
  type AnchorKind,
  anchorById,
  anchorPage,
  anchorsAt,
  newestAnchor,
} from './store.ts'
import { WAYS } from './take-out.ts'
import { type AnchorView, viewOf } from './view.ts'

export const WayView = z.object({
  kind: z.enum(ANCHOR_KINDS),
  /** Null when nothing is missing; `setting` is the operator's, `address` the business's. */
  missing: z.enum(['setting', 'address']).nullable(),
  /** Since when it has not worked; null while it does. */
  failingSince: z.iso.datetime().nullable(),
})
export type WayView = z.infer<typeof WayView>

/**
 * What somebody outside has given for exactly this checkpoint, the oldest first; for proof packs. A `timestamp` holds with
 * `verifyTimestamp(proof, note)`, where the note is the checkpoint as UTF-8.
 */
export async function anchorsFor(
  ctx: Pick<Context, 'db' | 'businessId'>,
  checkpoint: { readonly size: number },
): Promise<Anchor[]> {
  return anchorsAt(ctx, checkpoint.size)
}

/** The newest anchor of any kind; null when no checkpoint has ever left this installation. */
export async function lastAnchor(ctx: Context): Promise<AnchorView | null> {
  let newest: Anchor | undefined
  for (const kind of ANCHOR_KINDS) {
    const anchor = await newestAnchor(ctx, kind)
    if (anchor && (!newest || anchor.storedAt > newest.storedAt)) newest = anchor
  }
  return newest ? viewOf(newest) : null
}

/** Every way out, with what it still needs and since when it fails. */
export async function listWays(ctx: Context): Promise<WayView[]> {
  const views: WayView[] = []
  for (const way of WAYS) {
    const failure = await readFailure(ctx, way.kind)
    const missing = await way.missing(ctx)
    views.push({
      kind: way.kind,
      missing,
      failingSince: missing === null ? (failure?.since.toISOString() ?? null) : null,
    })
  }
  return views
}

export const AnchorQuery = PageQuery.extend({ after: z.uuid().optional() })

/** All anchors, the newest first. */
export async function listAnchors(
  ctx: Context,
  input: z.input<typeof AnchorQuery>,
): Promise<Page<AnchorView>> {
  requireRole(ctx, 'dpo')
  const query = AnchorQuery.parse(input)
  const rows = await anchorPage(ctx, query.limit + 1, query.after)
  return toPage(rows, query.limit, ({ id }) => id, viewOf)
}

const ENDINGS: Record<AnchorKind, string> = { timestamp: 'tst', witness: 'cosignature.txt', mail: 'mail.txt' }

/** What came back from outside, byte for byte, with a name for the file. @throws Problem `forbidden`, `not_found` */
export async function anchorProof(
  ctx: Context,
  id: string,
): Promise<{ fileName: string; proof: Uint8Array; binary: boolean }> {
  requireRole(ctx, 'dpo')
  const anchor = await anchorById(ctx, id)
  if (!anchor) throw notFound({ de: 'Diese Bestätigung', en: 'This confirmation' })
  return {
    fileName: `checkpoint-${anchor.size}.${ENDINGS[anchor.kind]}`,
    proof: anchor.proof,
    binary: anchor.kind === 'timestamp',
  }
}
