import { type Context, createContext, type Runtime } from '../platform/index.ts'
import { messagesChanged } from './hooks.ts'

/** Campaigns and their pages hear of changes at most this often. */
const TELL_EVERY_MS = 300

interface Untold {
  /** Campaigns by business. */
  campaigns: Map<string, Set<string>>
  timer: NodeJS.Timeout | undefined
}

const untold = new WeakMap<Runtime, Untold>()

/** Notes, after a commit, that messages of these campaigns changed. All that is noted within a moment is told at once. */
export function noteChanges(
  { runtime, businessId }: Pick<Context, 'runtime' | 'businessId'>,
  campaignIds: readonly string[],
): void {
  if (campaignIds.length === 0) return
  const known = untold.get(runtime) ?? { campaigns: new Map(), timer: undefined }
  untold.set(runtime, known)
  const campaigns = known.campaigns.get(businessId) ?? new Set()
  for (const campaignId of campaignIds) campaigns.add(campaignId)
  known.campaigns.set(businessId, campaigns)
  known.timer ??= setTimeout(() => void tellChanges(runtime), TELL_EVERY_MS).unref()
}

/** What is being told, by the application it belongs to. */
const telling = new WeakMap<Runtime, Promise<unknown>>()

/**
 * Runs `messagesChanged` for all that was noted, outside of any transaction. A handler that fails is logged. Whoever awaits it can
 * close the database: it also waits for what was being told already.
 */
export async function tellChanges(runtime: Runtime): Promise<void> {
  const told = Promise.all([telling.get(runtime), tell(runtime)])
  telling.set(runtime, told)
  await told
}

async function tell(runtime: Runtime): Promise<void> {
  const known = untold.get(runtime)
  clearTimeout(known?.timer)
  untold.delete(runtime)
  for (const [businessId, campaignIds] of known?.campaigns ?? []) {
    const ctx = createContext(runtime, businessId, { kind: 'system', job: 'dispatch' })
    try {
      await runtime.hooks.run(messagesChanged, ctx, { campaignIds: [...campaignIds] })
    } catch (error) {
      runtime.log.error({ err: error }, 'messages changed')
    }
  }
}
