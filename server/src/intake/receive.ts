import { businessKey } from '../businesses/index.ts'
import type { Runtime } from '../platform/index.ts'
import { putAside } from './aside.ts'
import { type Cut, cutBody } from './cut.ts'
import { GroupCommit } from './group-commit.ts'
import { WAKE, WAKE_PEOPLE } from './hooks.ts'
import { type Place, Places } from './places.ts'
import { RecentStatuses } from './recent.ts'
import { AppSecrets, SignedBody } from './secrets.ts'
import { contextOf } from './store.ts'
import { toRow } from './to-row.ts'
import { type UpdateRow, writeUpdates } from './write.ts'

const LIMITS = {
  rowsPerWrite: 1_000,
  writers: 3,
  worthAWriter: 24,
  rows: 20_000,
  bytes: 64 * 1024 * 1024,
  patienceMs: 10_000,
}

type Receipt = 'accepted' | 'bad_signature'

interface Attributed {
  /** By business. */
  rows: Map<string, UpdateRow[]>
  /** Whether every update found a channel whose app signed it. */
  complete: boolean
  /** Whether any channel was named that we know. */
  known: boolean
}

/**
 * Takes in webhooks of one running application: verifies who signed the bytes, cuts them into updates and makes these
 * durable. Nothing is interpreted here; content can never make it fail.
 */
export class Receiver {
  readonly #runtime: Runtime
  readonly #places: Places
  readonly #secrets: AppSecrets
  readonly #commit: GroupCommit<UpdateRow>

  constructor(runtime: Runtime, limits: Partial<typeof LIMITS> = {}) {
    this.#runtime = runtime
    this.#places = new Places(runtime)
    this.#secrets = new AppSecrets(runtime)
    this.#commit = new GroupCommit((businessId, rows) => this.#write(businessId, rows), {
      ...LIMITS,
      ...limits,
    })
  }

  /** Whether a body of this size would be refused for want of memory: nobody need read it. */
  isFull(bytes: number): boolean {
    return this.#commit.isFull(bytes)
  }

  /**
   * Resolves once everything signed is durable.
   * @param signature the header `X-Hub-Signature-256`
   * @throws Overloaded, or whatever the database says when it cannot take it; Meta then sends it again
   */
  async receive(body: Buffer, signature: string | undefined): Promise<Receipt> {
    const { cuts, readable } = cutBody(body.toString('utf8'))
    const signed = new SignedBody(body, signature)
    let found = await this.#attribute(cuts, signed, false)
    if (!found.complete) found = await this.#attribute(cuts, signed, true)
    const signers = found.complete && readable ? [] : await this.#secrets.anySigners(signed)
    if (found.rows.size === 0 && (found.known || signers.length === 0)) {
      this.#runtime.metrics.webhookUpdates.labels('bad_signature').inc()
      return 'bad_signature'
    }
    await this.#add(found.rows)
    if (found.complete && readable) return 'accepted'
    await putAside(this.#runtime, {
      reason: readable ? 'unknown_number' : 'unreadable',
      businessIds: [...new Set(signers.map((signer) => signer.businessId))],
      place: placeOf(cuts),
      updates: Math.max(cuts.length, 1),
      body,
      signature: signature ?? '',
    })
    this.#runtime.metrics.webhookUpdates.labels('quarantined').inc()
    return 'accepted'
  }

  /**
   * Attributes once more what was put aside, for example after its number has been connected.
   * @returns whether every update has a place now, and is durable
   */
  async receiveAgain(body: Buffer, signature: string): Promise<boolean> {
    const { cuts, readable } = cutBody(body.toString('utf8'))
    const { rows, complete } = await this.#attribute(cuts, new SignedBody(body, signature), true)
    await this.#add(rows)
    return complete && readable
  }

  async #attribute(cuts: readonly Cut[], signed: SignedBody, fresh: boolean): Promise<Attributed> {
    const placesOf = await this.#places.of(
      cuts.map(({ slice }) => slice),
      fresh,
    )
    const places = new Set<Place>()
    for (const { slice } of cuts) for (const place of placesOf(slice)) places.add(place)
    const signers = await this.#secrets.signers(places, signed)
    const rows = new Map<string, UpdateRow[]>()
    const receivedAt = this.#runtime.clock.now()
    const recent = RecentStatuses.of(this.#runtime)
    let complete = true
    for (const cut of cuts) {
      const own = placesOf(cut.slice).filter((place) => signers.has(place.channelId))
      if (own.length === 0) complete = false
      for (const place of own) {
        const key = await businessKey(contextOf(this.#runtime, place.businessId))
        const row = toRow(this.#runtime, key, place, cut, receivedAt)
        if (cut.slice.kind === 'status')
          recent?.add(row.updateKey, { channelId: place.channelId, slice: cut.slice })
        const ofBusiness = rows.get(place.businessId)
        if (ofBusiness) ofBusiness.push(row)
        else rows.set(place.businessId, [row])
      }
    }
    return { rows, complete, known: places.size > 0 }
  }

  async #add(rows: ReadonlyMap<string, UpdateRow[]>): Promise<void> {
    const writes = Array.from(rows, ([businessId, own]) =>
      this.#commit.add(businessId, own, sizeOf(own)).finally(() => this.#count()),
    )
    this.#count()
    await Promise.all(writes)
  }

  #count(): void {
    this.#runtime.metrics.webhookWaiting.set(this.#commit.rows)
  }

  async #write(businessId: string, rows: UpdateRow[]): Promise<void> {
    const { metrics, signals } = this.#runtime
    const fresh = await writeUpdates(this.#runtime, businessId, rows)
    metrics.webhookUpdates.labels('new').inc(fresh)
    metrics.webhookUpdates.labels('duplicate').inc(rows.length - fresh)
    if (fresh === 0) return
    if (rows.some((row) => row.personDigest !== null)) signals.raise(WAKE_PEOPLE)
    if (rows.some((row) => row.personDigest === null)) signals.raise(WAKE)
  }
}

const sizeOf = (rows: readonly UpdateRow[]) => rows.reduce((sum, row) => sum + row.sealed.length, 0)

/** What Meta calls the first number or account that a webhook names, for a person to recognise it. */
function placeOf(cuts: readonly Cut[]): string | null {
  for (const { slice } of cuts) {
    const id = slice.phoneNumberId ?? slice.wabaId
    if (/^\d{1,30}$/.test(id)) return id
  }
  return null
}
