import { z } from 'zod'
import { findChannels } from '../channels/index.ts'
import type { Runtime } from '../platform/index.ts'
import { type Slice, splitWebhook } from '../whatsapp/index.ts'
import { GroupCommit } from './group-commit.ts'
import { WAKE } from './hooks.ts'
import { AppSecrets } from './secrets.ts'
import { contextOf, insertUpdates, quarantine, sealUpdate, type UpdateRow } from './store.ts'

/** Rows of one statement; nine parameters each stay far below PostgreSQL's 65,535. */
const LARGEST_GROUP = 1_000

type Receipt = 'accepted' | 'bad_signature'

interface Target {
  key: string
  businessId: string
  channelId: string
}

/**
 * Takes in webhooks of one running application: verifies who signed the bytes, cuts them into updates and makes these
 * durable. Nothing is interpreted here; content can never make it fail.
 */
export class Receiver {
  readonly #runtime: Runtime
  readonly #secrets: AppSecrets
  readonly #commit: GroupCommit<UpdateRow>

  constructor(runtime: Runtime) {
    this.#runtime = runtime
    this.#secrets = new AppSecrets(runtime)
    this.#commit = new GroupCommit(async (rows) => {
      const fresh = await insertUpdates(runtime, rows)
      runtime.metrics.webhookUpdates.labels('new').inc(fresh)
      runtime.metrics.webhookUpdates.labels('duplicate').inc(rows.length - fresh)
    }, LARGEST_GROUP)
  }

  /**
   * Resolves once everything signed is durable.
   * @param signature the header `X-Hub-Signature-256`
   * @throws Error when the database cannot take it; Meta then sends it again
   */
  async receive(body: Buffer, signature: string | undefined): Promise<Receipt> {
    const text = body.toString('utf8')
    const { slices, readable } = cut(text)
    const numbers = await findChannels(
      this.#runtime,
      'phone_number',
      distinct(slices, (slice) => slice.phoneNumberId),
    )
    const accounts = await findChannels(
      this.#runtime,
      'waba',
      distinct(slices, (slice) => slice.wabaId),
    )
    const signers = await this.#secrets.signers([...numbers, ...accounts], body, signature)
    if (signers.length === 0) {
      const known = numbers.length + accounts.length > 0
      if (known || !(await this.#secrets.anySigner(body, signature))) {
        this.#runtime.metrics.webhookUpdates.labels('bad_signature').inc()
        return 'bad_signature'
      }
      await this.#setAside(readable ? 'unknown_number' : 'unreadable', text)
      return 'accepted'
    }
    const rows: UpdateRow[] = []
    for (const slice of slices) {
      const targets = targetsOf(slice, numbers, accounts).filter((target) => signers.includes(target))
      if (targets.length === 0) await this.#setAside('unknown_number', JSON.stringify(slice))
      for (const target of targets) rows.push(await this.#row(target, slice))
    }
    if (!readable) await this.#setAside('unreadable', text)
    await this.#commit.add(onePerKey(rows))
    if (rows.length > 0) this.#runtime.signals.raise(WAKE)
    return 'accepted'
  }

  async #row({ businessId, channelId }: Target, slice: Slice): Promise<UpdateRow> {
    const ctx = contextOf(this.#runtime, businessId)
    const now = this.#runtime.clock.now()
    const person = personOf(slice)
    // The natural key holds the message's id, or is a plain hash that could be found by trying all numbers.
    const key = this.#runtime.vault.digest(businessId, 'message', slice.key)
    return {
      business_id: businessId,
      update_key: key,
      channel_id: channelId,
      kind: slice.kind,
      person_digest: person && this.#runtime.vault.digest(businessId, person.kind, person.value),
      at: timeOf(slice) ?? now,
      received_at: now,
      payload_sealed: await sealUpdate(ctx, key, slice),
    }
  }

  async #setAside(reason: string, text: string): Promise<void> {
    await quarantine(this.#runtime, reason, text)
    this.#runtime.metrics.webhookUpdates.labels('quarantined').inc()
  }
}

function cut(text: string): { slices: Slice[]; readable: boolean } {
  try {
    const { slices, unreadable } = splitWebhook(text)
    return { slices, readable: unreadable === 0 }
  } catch {
    return { slices: [], readable: false }
  }
}

/** Updates about people belong to a number; the rest to an account, once per business, whichever of its channels. */
function targetsOf(slice: Slice, numbers: Target[], accounts: Target[]): Target[] {
  if (slice.phoneNumberId) return numbers.filter((target) => target.key === slice.phoneNumberId)
  const found = new Map<string, Target>()
  for (const target of accounts)
    if (target.key === slice.wabaId && !found.has(target.businessId)) found.set(target.businessId, target)
  return [...found.values()]
}

/** One statement must not name a key twice; Meta may repeat an update within one webhook. */
function onePerKey(rows: UpdateRow[]): UpdateRow[] {
  return [...new Map(rows.map((row) => [`${row.business_id}:${row.update_key}`, row])).values()]
}

function distinct(slices: Slice[], pick: (slice: Slice) => string | null): string[] {
  return [...new Set(slices.map(pick))].filter((value): value is string => value !== null && value !== '')
}

const Addressed = z.looseObject({
  from: z.string().optional().catch(undefined),
  from_user_id: z.string().optional().catch(undefined),
  wa_id: z.string().optional().catch(undefined),
  user_id: z.string().optional().catch(undefined),
})

/** Whom an update is about, for the order of processing: one key per person, the BSUID where there is one. */
function personOf({ kind, item, contact }: Slice): { kind: 'bsuid' | 'phone'; value: string } | null {
  if (kind !== 'message' && kind !== 'preference') return null
  const about = Addressed.safeParse(item).data ?? {}
  const known = Addressed.safeParse(contact).data ?? {}
  const bsuid = about.from_user_id ?? about.user_id ?? known.user_id
  if (bsuid) return { kind: 'bsuid', value: bsuid }
  const phone = about.from ?? about.wa_id ?? known.wa_id
  // Without any address it still needs a turn of its own; processing will then say what is wrong with it.
  return { kind: 'phone', value: phone ?? 'nobody' }
}

const Timed = z.looseObject({ timestamp: z.coerce.number().positive().max(253_402_300_799) })

function timeOf({ item, time }: Slice): Date | null {
  const seconds = Timed.safeParse(item).data?.timestamp ?? time
  return seconds ? new Date(seconds * 1000) : null
}
