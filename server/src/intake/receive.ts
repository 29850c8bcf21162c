import { readProbe } from '../channels/index.ts'
import type { Runtime } from '../platform/index.ts'
import type { Part } from '../whatsapp/index.ts'
import { type Aside, putAside } from './aside.ts'
import { Attribution, type Home, JUST_READ } from './attribute.ts'
import { type Cut, cutParts, outlineBody } from './cut.ts'
import { GroupCommit } from './group-commit.ts'
import { WAKE, WAKE_PEOPLE } from './hooks.ts'
import { Patience } from './patience.ts'
import { RecentStatuses } from './recent.ts'
import { SignedBody } from './secrets.ts'
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

type Receipt = 'accepted' | 'bad_signature'

/**
 * Takes in webhooks of one running application: verifies who signed the bytes, cuts them into updates and makes these
 * durable. Nothing is interpreted here; content can never make it fail.
 */
export class Receiver {
  readonly #runtime: Runtime
  readonly #attribution: Attribution
  readonly #patience: Patience
  readonly #patienceMs: number
  readonly #people: GroupCommit<UpdateRow>
  readonly #others: GroupCommit<UpdateRow>
  #waking: NodeJS.Timeout | undefined

  constructor(runtime: Runtime, limits: Partial<typeof LIMITS> = {}) {
    this.#runtime = runtime
    this.#attribution = new Attribution(runtime, limits.placesMs ?? LIMITS.placesMs)
    this.#patience = new Patience(limits.bytes ?? LIMITS.bytes)
    this.#patienceMs = limits.patienceMs ?? LIMITS.patienceMs
    const write = (businessId: string, rows: UpdateRow[]) => this.#write(businessId, rows)
    this.#people = new GroupCommit(write, { ...LIMITS, ...FOR_PEOPLE, ...limits })
    this.#others = new GroupCommit(write, { ...LIMITS, ...limits })
  }

  /** Whether a body of this size would be refused for want of memory: nobody need read it. */
  isFull(bytes: number): boolean {
    return this.#people.isFull(bytes) || this.#others.isFull(bytes) || this.#patience.isFull(bytes)
  }

  /**
   * Resolves once everything signed is durable.
   * @param signature the header `X-Hub-Signature-256`, which has the form of one
   * @throws Overloaded, or whatever the database says when it cannot take it; Meta then sends it again
   */
  async receive(body: Buffer, signature: string): Promise<Receipt> {
    const deadline = performance.now() + this.#patienceMs
    const patiently = <Result>(work: () => Promise<Result>) =>
      this.#patience.within(body.length, deadline, work)
    const signed = new SignedBody(body, signature)
    const probed = readProbe(body)
    if (probed !== undefined) {
      const isRight = await patiently(() => this.#attribution.isSignedFor(probed, signed))
      return isRight ? 'accepted' : 'bad_signature'
    }
    const outline = outlineBody(body.toString('utf8'))
    let found = this.#attribution.find(outline.parts, signed)
    if (!found.complete) {
      await patiently(() => this.#attribution.read(outline.parts, signed))
      found = this.#attribution.find(outline.parts, signed, JUST_READ)
    }
    const signers = () => patiently(() => this.#attribution.signers(signed))
    const isSigned = found.homes.size > 0 || (!found.foreign && (await signers()).length > 0)
    if (!isSigned) return 'bad_signature'
    // Only now, when it is known that Meta sent it, its updates are worth any work.
    const { cuts, readable } = cutParts(outline)
    await this.#add(this.#rowsOf(cuts, found.homes), deadline)
    if (found.unknown || !readable) {
      const businessIds = await signers()
      const aside: Aside = {
        reason: readable ? 'unknown_number' : 'unreadable',
        businessIds,
        shared: businessIds.length > 1 || found.foreign,
        place: placeOf(outline.parts),
        updates: Math.max(countOf(cuts), 1),
        body,
        signature,
      }
      await patiently(() => putAside(this.#runtime, aside))
      this.#runtime.metrics.webhookUpdates.labels('quarantined').inc()
    }
    // What is another business's is neither stored for it, because its app did not sign, nor kept for those whose app did. Where
    // the two share an app whose secret only one of them has entered, Meta repeats it until the other has.
    return found.foreign ? 'bad_signature' : 'accepted'
  }

  /**
   * Attributes once more what was put aside, for example after its number has been connected.
   * @returns whether every update has a place now, and is durable
   */
  async receiveAgain(body: Buffer, signature: string): Promise<boolean> {
    const outline = outlineBody(body.toString('utf8'))
    const signed = new SignedBody(body, signature)
    await this.#attribution.read(outline.parts, signed)
    const { homes, complete } = this.#attribution.find(outline.parts, signed, JUST_READ)
    const { cuts, readable } = cutParts(outline)
    await this.#add(this.#rowsOf(cuts, homes))
    return complete && readable
  }

  /** By business. */
  #rowsOf(
    cuts: ReadonlyMap<Part, readonly Cut[]>,
    homes: ReadonlyMap<Part, readonly Home[]>,
  ): Map<string, UpdateRow[]> {
    const rows = new Map<string, UpdateRow[]>()
    const receivedAt = this.#runtime.clock.now()
    const recent = RecentStatuses.of(this.#runtime)
    for (const [part, own] of cuts) {
      for (const { place, key } of homes.get(part) ?? []) {
        const { businessId, channelId } = place
        const ofBusiness = rows.get(businessId) ?? []
        rows.set(businessId, ofBusiness)
        for (const cut of own) {
          const row = toRow(this.#runtime, key, place, cut, receivedAt)
          if (cut.slice.kind === 'status')
            recent?.add(row.updateKey, { channelId, slice: cut.slice }, row.sealed.length)
          ofBusiness.push(row)
        }
      }
    }
    return rows
  }

  async #add(rows: ReadonlyMap<string, UpdateRow[]>, deadline?: number): Promise<void> {
    const writes: Promise<void>[] = []
    for (const [businessId, own] of rows) {
      const { people = [], others = [] } = Object.groupBy(own, (row) =>
        isOfPerson(row) ? 'people' : 'others',
      )
      writes.push(this.#people.add(businessId, people, sizeOf(people), deadline))
      writes.push(this.#others.add(businessId, others, sizeOf(others), deadline))
    }
    await Promise.all(writes)
  }

  async #write(businessId: string, rows: UpdateRow[]): Promise<void> {
    const { metrics, signals } = this.#runtime
    this.#count()
    const fresh = await writeUpdates(this.#runtime, businessId, rows)
    metrics.webhookUpdates.labels('new').inc(fresh)
    metrics.webhookUpdates.labels('duplicate').inc(rows.length - fresh)
    if (fresh === 0) {
      RecentStatuses.of(this.#runtime)?.forget(rows.map((row) => row.updateKey))
      return
    }
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

const countOf = (cuts: ReadonlyMap<Part, readonly Cut[]>) =>
  [...cuts.values()].reduce((sum, own) => sum + own.length, 0)

/** What Meta calls the first number or account that a webhook names, for a person to recognise it. */
function placeOf(parts: readonly Part[]): string | null {
  for (const { phoneNumberId, wabaId } of parts) {
    const id = phoneNumberId ?? wabaId
    if (/^\d{1,30}$/.test(id)) return id
  }
  return null
}
