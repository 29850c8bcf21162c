import { businessKey } from '../businesses/index.ts'
import { type Context, newId, type Runtime } from '../platform/index.ts'
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

/** Keeps what cannot be attributed or read, exactly as it was signed, for those whose app secret signed it. */
export async function putAside(runtime: Runtime, aside: Aside): Promise<void> {
  for (const businessId of aside.businessIds) {
    const ctx = contextOf(runtime, businessId)
    const asideId = newId()
    const text = JSON.stringify({ body: aside.body.toString('base64'), signature: aside.signature })
    await runtime.db
      .insertInto('webhook_aside')
      .values({
        business_id: businessId,
        aside_id: asideId,
        received_at: runtime.clock.now(),
        reason: aside.reason,
        place: aside.place,
        updates: aside.updates,
        shared: aside.shared,
        body_sealed: runtime.vault.seal(await businessKey(ctx), text, asidePlace(asideId)),
      })
      .execute()
  }
}

/** The bytes as Meta sent them, and their signature. */
export async function openAside(
  ctx: Context,
  row: { aside_id: string; body_sealed: Uint8Array },
): Promise<{ body: Buffer; signature: string }> {
  const text = ctx.vault.open(await businessKey(ctx), row.body_sealed, asidePlace(row.aside_id))
  const { body, signature } = JSON.parse(text) as { body: string; signature: string }
  return { body: Buffer.from(body, 'base64'), signature }
}
