import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callbackData, requestOf } from './callback.ts'
import { Concurrency } from './concurrency.ts'
import { DoubtBrake } from './doubt-brake.ts'
import { divide } from './fair-share.ts'
import { Pacer } from './pacer.ts'
import { PairLimit } from './pair-limit.ts'
import { QueueFront } from './queue-front.ts'
import { UsageBrake } from './usage-brake.ts'

describe('the pacer', () => {
  it('never lets more through than the rate and one micro-batch', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 60 }),
        (perSecond, pauses) => {
          let now = 0
          const pacer = new Pacer(perSecond, () => now)
          let taken = 0
          for (const pause of pauses) {
            now += pause
            const some = pacer.available
            pacer.take(some)
            taken += some
          }
          expect(taken).toBeLessThanOrEqual((perSecond * now) / 1000 + Math.max(1, perSecond * 0.2) + 1e-6)
        },
      ),
    )
  })

  it('reaches the rate when asked as often as it says', () => {
    let now = 0
    const pacer = new Pacer(80, () => now)
    let taken = 0
    while (now < 10_000) {
      const some = pacer.available
      pacer.take(some)
      taken += some
      now += pacer.waitMs || 1
    }
    expect(taken).toBeGreaterThan(790)
  })

  it('halves on "too fast" and recovers slowly', () => {
    let now = 0
    const pacer = new Pacer(100, () => now)
    pacer.slowDown(0)
    now += 100
    expect(pacer.available).toBeLessThanOrEqual(6)
    now += 20_000
    expect(pacer.available).toBe(20)
  })

  it('halves once for all that was under way together, however many of it are refused', () => {
    let now = 1_000
    const pacer = new Pacer(1_000, () => now)
    pacer.take(200)
    now += 50
    for (let refused = 0; refused < 200; refused++) pacer.slowDown(1_000)
    now += 200
    expect(pacer.available).toBe(102)
    // What went at the slower pace and is refused again says that it is still too fast.
    const pacedAt = now
    now += 50
    for (let refused = 0; refused < 200; refused++) pacer.slowDown(pacedAt)
    now += 200
    expect(pacer.available).toBe(53)
  })

  it('rests for as long as Meta asks, also when a later answer of the same burst says so', () => {
    let now = 1_000
    const pacer = new Pacer(1_000, () => now)
    now += 50
    pacer.slowDown(1_000)
    pacer.slowDown(1_000, 30)
    now += 29_000
    expect([pacer.available, pacer.waitMs]).toEqual([0, 1_000])
    now += 1_000
    expect(pacer.available).toBeGreaterThan(0)
  })

  it('rests as long as it was told', () => {
    let now = 0
    const pacer = new Pacer(100, () => now)
    pacer.rest(5)
    expect([pacer.available, pacer.waitMs]).toEqual([0, 5_000])
    now += 5_000
    expect(pacer.available).toBeGreaterThan(0)
  })
})

describe('the pair limit', () => {
  it('lets 45 through at once, then one per six seconds, for each person by itself', () => {
    let now = 0
    const pairs = new PairLimit(() => now)
    for (let message = 0; message < 45; message++) expect(pairs.take('anna')).toBe(0)
    expect(pairs.take('anna')).toBe(6)
    expect(pairs.take('ben')).toBe(0)
    now += 6_000
    expect([pairs.take('anna'), pairs.take('anna')]).toEqual([0, 6])
  })

  it('never lets more through than Meta allows', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 200 }), (pauses) => {
        let now = 0
        const pairs = new PairLimit(() => now)
        let passed = 0
        for (const pause of pauses) {
          now += pause
          if (pairs.take('anna') === 0) passed++
        }
        expect(passed).toBeLessThanOrEqual(45 + now / 6_000)
      }),
    )
  })
})

describe('the usage brake', () => {
  it('leaves gaps from 80 % of a budget, and rests for the whole app or one account', () => {
    let now = 0
    const brake = new UsageBrake(() => now)
    brake.note({ app: 20, wabas: [{ wabaId: '1', percent: 79, regainMinutes: 0 }] })
    expect(brake.gapMs('1')).toBe(0)
    brake.note({ app: undefined, wabas: [{ wabaId: '1', percent: 99, regainMinutes: 2 }] })
    expect([brake.gapMs('1'), brake.gapMs('2')]).toEqual([1_000, 0])
    expect([brake.waitMs('1'), brake.waitMs('2')]).toEqual([120_000, 0])
    brake.rest('app', 5)
    expect(brake.waitMs('2')).toBe(5_000)
    now += 120_000
    expect(brake.waitMs('1')).toBe(0)
  })
})

describe('concurrency', () => {
  it('follows rate times latency, and doubles from a small beginning', () => {
    const concurrency = new Concurrency()
    expect(concurrency.limit(1_000, 100)).toBe(16)
    for (let answer = 0; answer < 16; answer++) concurrency.noteAnswer(400)
    expect(concurrency.limit(1_000, 100)).toBe(32)
    for (let answer = 0; answer < 1_000; answer++) concurrency.noteAnswer(400)
    expect(concurrency.limit(1_000, 100)).toBeGreaterThanOrEqual(600)
    expect(concurrency.limit(20, 4)).toBeLessThan(30)
    for (let answer = 0; answer < 1_000; answer++) concurrency.noteAnswer(5_000)
    expect(concurrency.limit(1_000, 400)).toBe(1_024)
  })
})

describe('the front of the queue', () => {
  it('says how much of each campaign to look at: a whole batch until it is known who shares it', () => {
    const front = new QueueFront()
    expect(front.eachOf(400)).toBe(400)
    front.advance(claimedOf({ a: 80, b: 80, c: 80, d: 80, e: 80 }))
    expect(front.eachOf(400)).toBe(120)
    front.advance(claimedOf({ a: 1, b: 399 }))
    expect(front.eachOf(400)).toBe(400)
    front.advance(claimedOf({ a: 100, b: 100 }))
    front.forget()
    expect(front.eachOf(400)).toBe(400)
  })

  it('comes back to whole batches within a few claims, however many campaigns end at once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 50 }), fc.integer({ min: 1, max: 50 }), (before, ending) => {
        const front = new QueueFront()
        const share = (count: number, each: number) =>
          claimedOf(Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}`, each])))
        front.advance(share(before, 8))
        const left = Math.max(1, before - ending)
        let claims = 0
        while (front.eachOf(400) * left < 400) {
          front.advance(share(left, front.eachOf(400)))
          claims++
        }
        expect(claims).toBeLessThanOrEqual(1)
      }),
    )
  })
})

/** As many claimed messages of each campaign. */
function claimedOf(counts: Record<string, number>) {
  const notBefore = new Date()
  return Object.entries(counts).flatMap(([campaignId, count]) =>
    Array.from({ length: count }, (_, i) => ({ campaignId, notBefore, messageId: `${i}` })),
  )
}

describe('the doubt brake', () => {
  it('rests longer with every probe that is lost, and forgets them with the first that was answered', () => {
    let now = 0
    const brake = new DoubtBrake(() => now)
    const rests = Array.from({ length: 14 }, () => {
      now++
      return brake.note('unknown', now)
    })
    expect(rests.slice(0, 7)).toEqual([0, 0, 0, 0, 2, 4, 8])
    expect(rests.at(-1)).toBe(300)
    expect(brake.probing).toBe(true)
    expect(brake.note('accepted', now)).toBe(0)
    expect(brake.probing).toBe(false)
  })

  it('takes a hundred requests that were lost together for one outage, not for a hundred', () => {
    let now = 0
    const brake = new DoubtBrake(() => now)
    now = 10
    const rests = Array.from({ length: 100 }, () => brake.note('unknown', 5))
    expect(rests.filter((rest) => rest > 0)).toEqual([2])
    // Then the probe is lost, too.
    now = 2_100
    expect(brake.note('unknown', 2_050)).toBe(4)
  })

  it('learns nothing from a request that never left', () => {
    const brake = new DoubtBrake(() => 1)
    for (let lost = 0; lost < 5; lost++) brake.note('unknown', 1)
    brake.note('released', 1)
    expect(brake.probing).toBe(true)
  })
})

describe('processes share the channels', () => {
  /** Every process looks once, in turn. */
  function look(holders: Map<string, number>, keys: readonly string[], processes: number): void {
    for (let me = 0; me < processes; me++) {
      const due = keys.map((key) => ({ key, held: (holders.get(key) ?? me) !== me }))
      const mine = keys.filter((key) => holders.get(key) === me)
      const { free, take } = divide(due, mine, Math.ceil(keys.length / processes))
      for (const key of free) holders.delete(key)
      for (const key of take) {
        expect(holders.has(key), 'nobody takes what somebody holds').toBe(false)
        holders.set(key, me)
      }
    }
  }

  it('so that soon every channel is held, by nobody more than their share', () => {
    const held = fc.array(fc.option(fc.nat(4)), { maxLength: 12 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), held, (processes, beginning) => {
        const keys = beginning.map((_, n) => `channel ${n}`)
        // However it begins: all with one, spread, or held by nobody.
        const holders = new Map<string, number>()
        for (const [n, holder] of beginning.entries())
          if (holder !== null && holder < processes) holders.set(`channel ${n}`, holder)
        for (let round = 0; round < 3; round++) look(holders, keys, processes)
        expect(holders.size).toBe(keys.length)
        const counts = [...Map.groupBy(holders.values(), (holder) => holder).values()].map(
          (some) => some.length,
        )
        expect(Math.max(0, ...counts)).toBeLessThanOrEqual(Math.ceil(keys.length / processes))
      }),
    )
  })
})

it('reads only its own callback data back', () => {
  const id = '01980000-0000-7000-8000-000000000001'
  expect(requestOf(callbackData(id, 2))).toEqual({ messageId: id, attempt: 2 })
  expect([requestOf(null), requestOf('camp:42'), requestOf('jw1.x'), requestOf(`jw1.${id}'`)]).toEqual([
    null,
    null,
    null,
    null,
  ])
})
