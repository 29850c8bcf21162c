import { createHash } from 'node:crypto'
import { businessKey } from '../businesses/index.ts'
import type { Context, Runtime } from '../platform/index.ts'
import { contextOf } from './store.ts'

export interface Aside {
  reason: 'unknown_number' | 'unreadable'
  /** Whose app secret signed it. */
  businessIds: string[]
  /** Whether it may be about the people of a business that must not be looked into. */
  shared: boolean
  /** What Meta calls the number or the account, where it could be read. */
  place: string | null
  updates: number
  body: Buffer
  signature: string
}

const asidePlace = (asideId: string) => `aside:${asideId}`

/**
 * Keeps what cannot be attributed or read, exactly as it was signed, for those whose app secret signed it: for all of them or
 * for none. The same bytes count once, however often Meta repeats them.
 */
export async function putAside(runtime: Runtime, aside: Aside): Promise<void> {
  const text = JSON.stringify({ body: aside.body.toString('base64'), signature: aside.signature })
  const rows = await Promise.all(
    aside.businessIds.map(async (businessId) => {
      const asideId = idOf(runtime, businessId, aside.body)
      const key = await businessKey(contextOf(runtime, businessId))
      return {
        business_id: businessId,
        aside_id: asideId,
        received_at: runtime.clock.now(),
        reason: aside.reason,
        place: aside.place,
        updates: aside.updates,
        shared: aside.shared,
        body_sealed: runtime.vault.seal(key, text, asidePlace(asideId)),
      }
    }),
  )
  await runtime.db.transaction().execute(async (trx) => {
    for (const row of rows)
      await trx
        .insertInto('webhook_aside')
        .values(row)
        .onConflict((conflict) => conflict.columns(['business_id', 'aside_id']).doNothing())
        .execute()
  })
}

/** Made from a keyed digest of the bytes, in the form of a UUID of version 8. */
function idOf({ vault }: Pick<Runtime, 'vault'>, businessId: string, body: Buffer): string {
  const hash = createHash('sha256').update(body).digest('base64url')
  const bytes = Buffer.from(vault.digest(businessId, 'message', `aside:${hash}`), 'base64url')
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** The bytes as Meta sent them, and their signature; undefined when what is stored is damaged. */
export async function openAside(
  ctx: Context,
  row: { aside_id: string; body_sealed: Uint8Array },
): Promise<{ body: Buffer; signature: string } | undefined> {
  const key = await businessKey(ctx)
  try {
    const text = ctx.vault.open(key, row.body_sealed, asidePlace(row.aside_id))
    const { body, signature } = JSON.parse(text) as { body: string; signature: string }
    return { body: Buffer.from(body, 'base64'), signature }
  } catch {
    // Without the error: it could show of the content.
    ctx.log.error({ business: ctx.businessId, asideId: row.aside_id }, 'what was put aside is damaged')
    return undefined
  }
}
