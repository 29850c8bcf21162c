import { EMPTY_FRONTIER } from '@jawort/ledger'
import { sql } from 'kysely'
import { recordConsentEvents } from '../server/src/consent/record.ts'
import { inclusionProofFor, sealPending, verifyBusinessLedger } from '../server/src/ledger/index.ts'
import { numberEntries } from '../server/src/ledger/number.ts'
import { type Context, createContext, newId, withTransaction } from '../server/src/platform/index.ts'
import type { Bench, BenchContext } from './harness.ts'
import { withdrawal } from './seed/event.ts'
import { seedLedger } from './seed/ledger.ts'
import { seedPeople } from './seed/people.ts'
import { type Shop, seedShop, shopContext } from './seed/shop.ts'

/** People whose events the ledger is filled with, one of each at a time. */
const PEOPLE = 1_000
/** What is measured at every length: the last so many entries before it. */
const SAMPLE = 10_000
const PROOFS = 300
/** Of the picture of a check. */
const POINTS = 50
const MB = 1024 * 1024

interface Step {
  size: number
  appended: number
  sealed: number
  proveMs: number
  readMs: number
  verified: number
  /** Processor time of the check per entry, in µs: of this process, and of PostgreSQL where it can be told. */
  cpu: number
  databaseCpu: number | null
  peakMb: number
  course: Point[]
}

/** How far a check was at a moment. */
interface Point {
  entries: number
  seconds: number
  memoryMb: number
}

const bench: Bench = {
  name: 'ledger',
  title:
    'Consent events are recorded, sealed in batches, proved one by one and checked as a whole while the ledger grows: none of it may ' +
    'become slower with the length of the ledger, nor may the check need more memory.',
  stores: ['postgres', 'pglite'],
  async run(bench) {
    const sample = bench.quick ? PEOPLE : SAMPLE
    const most = bench.size ?? (bench.quick ? 3 * sample : bench.store === 'pglite' ? 200_000 : 10_000_000)
    if (most < 3 * sample) throw new Error(`The size must be at least ${3 * sample}.`)
    const { runtime } = await bench.openRuntime()
    const shop = await seedShop(runtime, 1_000)
    const owner = shopContext(runtime, shop.businessId)
    await seedPeople(owner, shop, PEOPLE)
    const ctx = createContext(runtime, shop.businessId, { kind: 'system', job: 'bench' })
    const people = await ctx.db
      .selectFrom('contact')
      .select('contact_id')
      .where('business_id', '=', ctx.businessId)
      .orderBy('contact_id')
      .execute()
    const contactIds = people.map((row) => row.contact_id)
    const steps: Step[] = []
    let size = 0
    // The first entries warm up code, caches and plans; they are not counted.
    for (const length of [2 * sample, most]) {
      bench.say(`filling up to ${length} …`)
      const filling = performance.now()
      await seedLedger(owner, shop, contactIds, length - sample - size)
      bench.say(`filled in ${Math.round((performance.now() - filling) / 1000)} s`)
      await sql`vacuum (analyze) ledger_entry, ledger_checkpoint, consent_event`.execute(runtime.db)
      const written = await grow(ctx, shop, contactIds, sample)
      size = length
      steps.push({ size, ...written, ...(await read(bench, ctx)) })
    }
    show(bench, steps, bareRate(sample))
    draw(bench, steps.at(-1)?.course ?? [])
  },
}

/** Records and seals. @returns events per second of each */
async function grow(
  ctx: Context,
  shop: Shop,
  contactIds: readonly string[],
  count: number,
): Promise<{ appended: number; sealed: number }> {
  let recording = 0
  let sealing = 0
  for (let done = 0; done < count; done += contactIds.length) {
    const began = performance.now()
    const events = contactIds
      .slice(0, count - done)
      .map((contactId) => withdrawal(shop, contactId, ctx.clock.now()))
    await withTransaction(ctx, (tx) => recordConsentEvents(tx, events))
    const recorded = performance.now()
    await sealPending(ctx.runtime, ctx.businessId)
    recording += recorded - began
    sealing += performance.now() - recorded
  }
  return { appended: (count * 1000) / recording, sealed: (count * 1000) / sealing }
}

/** Proves entries from all over the ledger, then checks all of it. */
async function read(bench: BenchContext, ctx: Context): Promise<Omit<Step, 'size' | 'appended' | 'sealed'>> {
  const size = await lengthOf(ctx)
  const times: number[] = []
  const bare: number[] = []
  for (let i = 0; i < PROOFS; i++) {
    const began = performance.now()
    const { entry_id } = await ctx.db
      .selectFrom('ledger_entry')
      .select(['entry_id', 'leaf', 'hashes'])
      .where('business_id', '=', ctx.businessId)
      .where('seq', '=', Math.floor((i / PROOFS) * size))
      .executeTakeFirstOrThrow()
    const found = performance.now()
    await inclusionProofFor(ctx, entry_id)
    bare.push(found - began)
    times.push(performance.now() - found)
  }
  bench.say(`checking ${size} …`)
  let peakMb = 0
  let opened = 0
  // What the check opens tells how far it is: two values for every entry.
  const vault = {
    ...ctx.vault,
    open(...sealed: Parameters<typeof ctx.vault.open>) {
      opened++
      return ctx.vault.open(...sealed)
    },
  }
  const course: Point[] = []
  const before = { cpu: process.cpuUsage(), database: bench.databaseCpuMicros() }
  const began = performance.now()
  const secondsSoFar = () => (performance.now() - began) / 1000
  const watch = setInterval(() => {
    const memoryMb = process.memoryUsage().rss / MB
    peakMb = Math.max(peakMb, memoryMb)
    const entries = opened / 2
    if (entries - (course.at(-1)?.entries ?? 0) >= size / POINTS)
      course.push({ entries, seconds: secondsSoFar(), memoryMb })
  }, 50)
  const check = await verifyBusinessLedger({ ...ctx, vault })
  const seconds = secondsSoFar()
  const { user, system } = process.cpuUsage(before.cpu)
  const database = bench.databaseCpuMicros()
  clearInterval(watch)
  if (!check.ok || check.vouched !== size) throw new Error('The ledger is not in order.')
  return {
    proveMs: p95(times),
    readMs: p95(bare),
    verified: size / seconds,
    cpu: (user + system) / size,
    databaseCpu: database === null || before.database === null ? null : (database - before.database) / size,
    peakMb: Math.round(peakMb),
    course,
  }
}

async function lengthOf(ctx: Context): Promise<number> {
  const { size } = await ctx.db
    .selectFrom('ledger_checkpoint')
    .select((eb) => eb.fn.max('size').as('size'))
    .where('business_id', '=', ctx.businessId)
    .executeTakeFirstOrThrow()
  return size ?? 0
}

/** Numbering and hashing alone, in memory. @returns entries per second */
function bareRate(count: number): number {
  const entries = Array.from({ length: count }, () => ({
    entryId: newId(),
    type: 'withdrawn',
    state: 'withdrawn',
    purpose: 'news',
    wordingHash: 'ab'.repeat(32),
    rulePack: 'eu@2026-11',
    at: new Date(),
    commitment: 'cd'.repeat(32),
  }))
  const began = performance.now()
  numberEntries('jawort/blatt/bench', EMPTY_FRONTIER, entries)
  return (count * 1000) / (performance.now() - began)
}

/** The rate between two points of a check; the first one counts from its start. */
function draw(bench: BenchContext, course: readonly Point[]): void {
  const rates = course.map(({ entries, seconds }, at) => {
    const from = course[at - 1] ?? { entries: 0, seconds: 0 }
    return [entries, (entries - from.entries) / (seconds - from.seconds)] as const
  })
  bench.plot({
    file: 'ledger',
    title: 'A check of the longest ledger, from its first entry to its last',
    x: { label: 'entries checked' },
    y: [{ label: 'entries per second' }, { label: 'memory of the process, MB' }],
    lines: [
      { name: 'entries per second', points: rates },
      {
        name: 'memory (right)',
        axis: 1,
        points: course.map(({ entries, memoryMb }) => [entries, memoryMb] as const),
      },
    ],
  })
}

function p95(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length * 0.95)] ?? 0
}

function show(bench: BenchContext, steps: readonly Step[], bare: number): void {
  const [first, last] = steps
  if (!first || !last) throw new Error('Two lengths are compared.')
  const at = (what: string) => `${what} with ${first.size} entries; the value is with ${last.size}`
  const rate = { unit: 'entries/s' }
  bench.report({
    name: 'ledger.append',
    value: last.appended,
    ...rate,
    limit: first.appended,
    against: at('recording'),
  })
  bench.report({
    name: 'ledger.seal',
    value: last.sealed,
    ...rate,
    limit: first.sealed,
    against: at('sealing'),
  })
  bench.report({
    name: 'ledger.bare',
    value: last.sealed,
    ...rate,
    limit: bare,
    against: 'the same entries numbered and hashed in memory, nothing stored',
  })
  bench.report({
    name: 'ledger.prove',
    value: last.proveMs,
    unit: 'ms',
    limit: first.proveMs,
    against: at('a proof, p95,'),
  })
  bench.report({
    name: 'ledger.read',
    value: last.proveMs,
    unit: 'ms',
    limit: last.readMs,
    against: 'reading the proved row alone, p95',
  })
  bench.report({
    name: 'ledger.verify',
    value: last.verified,
    ...rate,
    limit: first.verified,
    against: at('checking all'),
  })
  bench.report({
    name: 'ledger.cpu',
    value: last.cpu,
    unit: 'µs/entry',
    limit: first.cpu,
    against: at('processor time of checking all'),
  })
  if (last.databaseCpu !== null && first.databaseCpu !== null) {
    bench.report({
      name: 'ledger.database',
      value: last.databaseCpu,
      unit: 'µs/entry',
      limit: first.databaseCpu,
      against: at('processor time of PostgreSQL while checking all'),
    })
  }
  bench.report({
    name: 'ledger.memory',
    value: last.peakMb,
    unit: 'MB',
    limit: first.peakMb,
    against: at('the process while checking all'),
  })
}

export default bench
