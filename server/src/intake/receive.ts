import { businessKey } from '../businesses/index.ts'
import { findChannels, readProbe } from '../channels/index.ts'
import type { Runtime } from '../platform/index.ts'
import type { Key } from '../platform/vault/index.ts'
import { putAside } from './aside.ts'
import { type Cut, cutBody } from './cut.ts'
import { GroupCommit } from './group-commit.ts'
import { WAKE, WAKE_PEOPLE } from './hooks.ts'
import { Places } from './places.ts'
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
  /** How long it is believed whose a number is: it may move to another business. */
  placesMs: 5_000,
}

/** What people do is written at once, beside the statuses and never behind them: a STOP counts from then on. */
const FOR_PEOPLE = { writers: 2, worthAWriter: 1, rows: 5_000, bytes: 16 * 1024 * 1024 }

const GATHER_MS = 20

/** On a machine that stands still for seconds, what was read a moment ago is old already; it is the answer all the same. */
const JUST_READ = Number.POSITIVE_INFINITY

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
  readonly #people: GroupCommit<UpdateRow>
  readonly #others: GroupCommit<UpdateRow>
  readonly #keys = new Map<string, Key>()
  #waking: NodeJS.Timeout | undefined

  constructor(runtime: Runtime, limits: Partial<typeof LIMITS> = {}) {
    this.#runtime = runtime
    this.#places = new Places(runtime, limits.placesMs ?? LIMITS.placesMs)
    this.#secrets = new AppSecrets(runtime)
    const write = (businessId: string, rows: UpdateRow[]) => this.#write(businessId, rows)
    this.#people = new GroupCommit(write, { ...LIMITS, ...FOR_PEOPLE, ...limits })
    this.#others = new GroupCommit(write, { ...LIMITS, ...limits })
  }

  /** Whether a body of this size would be refused for want of memory: nobody need read it. */
  isFull(bytes: number): boolean {
    return this.#people.isFull(bytes) || this.#others.isFull(bytes)
  }

  /**
   * Resolves once everything signed is durable.
   * @param signature the header `X-Hub-Signature-256`
   * @throws Overloaded, or whatever the database says when it cannot take it; Meta then sends it again
   */
  async receive(body: Buffer, signature: string | undefined): Promise<Receipt> {
    const signed = new SignedBody(body, signature)
    const probed = readProbe(body)
    if (probed !== undefined) return this.#answerProbe(probed, signed)
    const { cuts, readable } = cutBody(body.toString('utf8'))
    let found = this.#attribute(cuts, signed)
    if (!found.complete) {
      await this.#read(cuts, signed)
      found = this.#attribute(cuts, signed, JUST_READ)
    }
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

  /** Whether a webhook of this number would be taken; nothing is kept of the question. */
  async #answerProbe(phoneNumberId: string, signed: SignedBody): Promise<Receipt> {
    const homes = await findChannels(this.#runtime, 'phone_number', [phoneNumberId])
    await this.#secrets.read(homes, signed)
    return homes.some((home) => this.#secrets.knows(home, signed, JUST_READ)) ? 'accepted' : 'bad_signature'
  }

  /**
   * Attributes once more what was put aside, for example after its number has been connected.
   * @returns whether every update has a place now, and is durable
   */
  async receiveAgain(body: Buffer, signature: string): Promise<boolean> {
    const { cuts, readable } = cutBody(body.toString('utf8'))
    const signed = new SignedBody(body, signature)
    await this.#read(cuts, signed)
    const { rows, complete } = this.#attribute(cuts, signed, JUST_READ)
    await this.#add(rows)
    return complete && readable
  }

  /**
   * From memory alone: thousands of webhooks a second are about the same few numbers.
   * @param keepMs how old it may be, where that is not what memory itself allows
   */
  #attribute(cuts: readonly Cut[], signed: SignedBody, keepMs?: number): Attributed {
    const rows = new Map<string, UpdateRow[]>()
    const receivedAt = this.#runtime.clock.now()
    const recent = RecentStatuses.of(this.#runtime)
    let complete = true
    let known = false
    for (const cut of cuts) {
      let placed = false
      for (const place of this.#places.of(cut.slice, keepMs) ?? []) {
        known = true
        const key = this.#keys.get(place.businessId)
        const verdict = this.#secrets.knows(place, signed, keepMs)
        if (!key || verdict === undefined) complete = false
        if (!key || !verdict) continue
        placed = true
        const row = toRow(this.#runtime, key, place, cut, receivedAt)
        if (cut.slice.kind === 'status')
          recent?.add(row.updateKey, { channelId: place.channelId, slice: cut.slice })
        const ofBusiness = rows.get(place.businessId)
        if (ofBusiness) ofBusiness.push(row)
        else rows.set(place.businessId, [row])
      }
      complete &&= placed
    }
    return { rows, complete, known }
  }

  /** Brings into memory what attributing these updates needs. */
  async #read(cuts: readonly Cut[], signed: SignedBody): Promise<void> {
    await this.#places.read(cuts.map(({ slice }) => slice))
    const places = new Set(cuts.flatMap(({ slice }) => this.#places.of(slice, JUST_READ) ?? []))
    await this.#secrets.read(places, signed)
    for (const { businessId } of places)
      if (!this.#keys.has(businessId))
        this.#keys.set(businessId, await businessKey(contextOf(this.#runtime, businessId)))
  }

  async #add(rows: ReadonlyMap<string, UpdateRow[]>): Promise<void> {
    const writes: Promise<void>[] = []
    for (const [businessId, own] of rows) {
      const { people = [], others = [] } = Object.groupBy(own, (row) =>
        isOfPerson(row) ? 'people' : 'others',
      )
      writes.push(this.#people.add(businessId, people, sizeOf(people)))
      writes.push(this.#others.add(businessId, others, sizeOf(others)))
    }
    await Promise.all(writes)
  }

  async #write(businessId: string, rows: UpdateRow[]): Promise<void> {
    const { metrics, signals } = this.#runtime
    this.#count()
    const fresh = await writeUpdates(this.#runtime, businessId, rows)
    metrics.webhookUpdates.labels('new').inc(fresh)
    metrics.webhookUpdates.labels('duplicate').inc(rows.length - fresh)
    if (fresh === 0) return
    // A write holds either what people did or the rest.
    if (rows.some(isOfPerson)) signals.raise(WAKE_PEOPLE)
    else this.#wakeSoon()
  }

  #count(): void {
    const unanswered = this.#people.rows + this.#others.rows
    this.#runtime.metrics.webhookWaiting.set(unanswered)
    const recent = RecentStatuses.of(this.#runtime)
    if (recent) recent.unanswered = unanswered
  }

  /** Statuses gather for a moment: waking every process for each group would cost more than the group. */
  #wakeSoon(): void {
    this.#waking ??= setTimeout(() => {
      this.#waking = undefined
      this.#count()
      this.#runtime.signals.raise(WAKE)
    }, GATHER_MS).unref()
  }
}

const isOfPerson = (row: UpdateRow) => row.personDigest !== null
const sizeOf = (rows: readonly UpdateRow[]) => rows.reduce((sum, row) => sum + row.sealed.length, 0)

/** What Meta calls the first number or account that a webhook names, for a person to recognise it. */
function placeOf(cuts: readonly Cut[]): string | null {
  for (const { slice } of cuts) {
    const id = slice.phoneNumberId ?? slice.wabaId
    if (/^\d{1,30}$/.test(id)) return id
  }
  return null
}
