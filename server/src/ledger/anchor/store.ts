import { type Context, newId } from '../../platform/index.ts'

export const ANCHOR_KINDS = ['timestamp', 'witness', 'mail'] as const
export type AnchorKind = (typeof ANCHOR_KINDS)[number]

type Reader = Pick<Context, 'db' | 'businessId'>

/** What somebody outside gave back for a checkpoint. */
export interface Seen {
  /** The authority's or the witness's name; of a mail only the domain it went to. */
  by: string
  /** timestamp: the RFC 3161 token (DER). witness: its signature line. mail: the message's id and the server's answer. */
  proof: Uint8Array
  /** When they saw it, as they say. */
  at: Date
}

export interface Anchor extends Seen {
  id: string
  kind: AnchorKind
  /** The checkpoint's size. */
  size: number
  storedAt: Date
}

export async function storeAnchor(
  tx: Context,
  anchor: Seen & Pick<Anchor, 'kind' | 'size'>,
): Promise<Anchor> {
  const stored = { ...anchor, id: newId(), storedAt: tx.clock.now() }
  await tx.db
    .insertInto('ledger_anchor')
    .values({
      business_id: tx.businessId,
      anchor_id: stored.id,
      size: stored.size,
      kind: stored.kind,
      by: stored.by,
      proof: stored.proof,
      at: stored.at,
      stored_at: stored.storedAt,
    })
    .execute()
  return stored
}

const select = (ctx: Reader) =>
  ctx.db
    .selectFrom('ledger_anchor')
    .select(['anchor_id', 'kind', 'size', 'by', 'proof', 'at', 'stored_at'])
    .where('business_id', '=', ctx.businessId)

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const toAnchor = (row: Row): Anchor => ({
  id: row.anchor_id,
  kind: row.kind,
  size: row.size,
  by: row.by,
  proof: new Uint8Array(row.proof),
  at: row.at,
  storedAt: row.stored_at,
})

/** The anchor of the greatest checkpoint that went this way; the youngest where there are several. */
export async function newestAnchor(ctx: Reader, kind: AnchorKind): Promise<Anchor | undefined> {
  const row = await select(ctx)
    .where('kind', '=', kind)
    .orderBy('size', 'desc')
    .orderBy('anchor_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && toAnchor(row)
}

/** All anchors of one checkpoint, the oldest first. */
export async function anchorsAt(ctx: Reader, size: number): Promise<Anchor[]> {
  const rows = await select(ctx)
    .where('kind', 'in', ANCHOR_KINDS)
    .where('size', '=', size)
    .orderBy('anchor_id')
    .execute()
  return rows.map(toAnchor)
}

/** The newest anchors first; ids tell the order in which they were stored. */
export async function anchorPage(ctx: Reader, limit: number, after?: string): Promise<Anchor[]> {
  let page = select(ctx).orderBy('anchor_id', 'desc').limit(limit)
  if (after) page = page.where('anchor_id', '<', after)
  return (await page.execute()).map(toAnchor)
}

export async function anchorById(ctx: Reader, id: string): Promise<Anchor | undefined> {
  const row = await select(ctx).where('anchor_id', '=', id).executeTakeFirst()
  return row && toAnchor(row)
}
