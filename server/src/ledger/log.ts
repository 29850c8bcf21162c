import { createSigner, type Signer } from '@jawort/ledger'
import { getBusiness } from '../businesses/index.ts'
import type { Context, Runtime } from '../platform/index.ts'

export type Reader = Pick<Context, 'db' | 'businessId' | 'vault' | 'runtime'>

/** The log of one business: its public name, which every leaf and checkpoint carries, and the key that signs for it. */
export interface Log {
  origin: string
  signer: Signer
}

const opened = new WeakMap<Runtime, Map<string, Log>>()

/**
 * The log of the context's business. Neither part of the name ever changes: a business keeps its slug. The signing key
 * is derived from the master key, so it is in no database and in no dump of one.
 */
export async function openLog(ctx: Reader): Promise<Log> {
  const cache = opened.get(ctx.runtime) ?? new Map<string, Log>()
  opened.set(ctx.runtime, cache)
  const known = cache.get(ctx.businessId)
  if (known) return known
  const { slug } = await getBusiness(ctx)
  const origin = `jawort/${slug}/${ctx.businessId}`
  const log = { origin, signer: await createSigner(origin, ctx.vault.derive(`ledger:${ctx.businessId}`)) }
  cache.set(ctx.businessId, log)
  return log
}
