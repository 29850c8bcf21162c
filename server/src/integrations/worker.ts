import { isSendingBraked } from '../brake/index.ts'
import { type Context, createContext, type Runtime, SECOND } from '../platform/index.ts'
import { type Claimed, claimDeliveries, type DueEndpoint, dueEndpoints } from './claim.ts'
import { bodyOf } from './events.ts'
import { WAKE } from './outbox.ts'
import { openSecrets, signedHeaders } from './secret.ts'
import { createSender, type Sender } from './send.ts'
import { settle } from './settle.ts'

/** A lost signal, or a rest that is over, is noticed after so long. */
const LOOK_EVERY_MS = 2 * SECOND
/** Endpoints at once in this process; each has a few requests under way. */
const ENDPOINTS = 8
const REQUESTS = 4

/**
 * Starts delivering, woken by the signal `integrations`, until stopped. `stop` lets the attempts that are under way come to their end (ten
 * seconds at most).
 */
export function startDeliveries(runtime: Runtime): { stop(): Promise<void> } {
  const abort = new AbortController()
  const sender = createSender(runtime.config)
  const busy = new Map<string, Promise<void>>()
  const running = (async () => {
    while (!abort.signal.aborted) {
      const woken = runtime.signals.wait(WAKE, LOOK_EVERY_MS, abort.signal)
      try {
        await lookForWork(runtime, sender, busy)
      } catch (error) {
        runtime.log.error({ err: error }, 'deliveries could not be looked for')
      }
      await woken
    }
  })()
  return {
    async stop() {
      abort.abort()
      await running
      await Promise.all(busy.values())
      await sender.close()
    },
  }
}

/** While the installation's brake is on nothing leaves. */
async function mayDeliver(runtime: Runtime, limit: number): Promise<DueEndpoint[]> {
  return (await isSendingBraked(runtime)) ? [] : dueEndpoints(runtime, limit)
}

/** One runner per endpoint that has something due, so that a slow one holds up no other. */
async function lookForWork(
  runtime: Runtime,
  sender: Sender,
  busy: Map<string, Promise<void>>,
): Promise<void> {
  for (const due of await mayDeliver(runtime, 4 * ENDPOINTS)) {
    const key = `${due.businessId}:${due.endpointId}`
    if (busy.size >= ENDPOINTS) return
    if (busy.has(key)) continue
    const run = deliverSome(runtime, sender, due)
      .catch((error: unknown) => {
        runtime.log.error({ err: error, endpointId: due.endpointId }, 'delivering to an endpoint failed')
        return 0
      })
      .then((count) => {
        busy.delete(key)
        // There may be more; others have their turn first.
        if (count > 0) runtime.signals.raise(WAKE)
      })
    busy.set(key, run)
  }
}

/** Delivers everything that is due now, and waits for it; for tests. @returns attempts */
export async function deliverDue(runtime: Runtime, sender = createSender(runtime.config)): Promise<number> {
  try {
    for (let attempts = 0; ; ) {
      const due = await mayDeliver(runtime, 1_000)
      const counts = await Promise.all(due.map((one) => deliverSome(runtime, sender, one)))
      const count = counts.reduce((sum, each) => sum + each, 0)
      if (count === 0) return attempts
      attempts += count
    }
  } finally {
    await sender.close()
  }
}

/** A few deliveries of one endpoint, at the same time. @returns attempts */
async function deliverSome(
  runtime: Runtime,
  sender: Sender,
  { businessId, endpointId }: DueEndpoint,
): Promise<number> {
  const ctx = createContext(runtime, businessId, { kind: 'system', job: 'integrations.deliver' })
  const claimed = await claimDeliveries(ctx, endpointId, REQUESTS)
  if (claimed.length === 0) return 0
  const endpoint = await ctx.db
    .selectFrom('endpoint')
    .select(['url', 'secret_sealed', 'previous_sealed', 'previous_until'])
    .where('business_id', '=', businessId)
    .where('endpoint_id', '=', endpointId)
    .where('state', '=', 'on')
    .executeTakeFirst()
  // Deleted or switched off since, which ended its deliveries.
  if (!endpoint) return 0
  const secrets = await openSecrets(ctx, endpointId, endpoint)
  const target = { endpointId, url: endpoint.url, secrets }
  await Promise.all(claimed.map((each) => attempt(ctx, sender, target, each)))
  return claimed.length
}

interface Target {
  endpointId: string
  url: string
  secrets: readonly string[]
}

async function attempt(
  ctx: Context,
  sender: Sender,
  { endpointId, url, secrets }: Target,
  claimed: Claimed,
): Promise<void> {
  const at = ctx.clock.now()
  const started = performance.now()
  const body = bodyOf(claimed)
  const outcome = await sender.post(url, signedHeaders(secrets, claimed.deliveryId, at, body), body)
  const tookMs = Math.round(performance.now() - started)
  await settle(ctx, endpointId, claimed, { ...outcome, at, tookMs })
}
