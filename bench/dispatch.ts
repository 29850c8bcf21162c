import type { Bench } from './harness.ts'
import { sendPlain } from './plain/index.ts'
import { paceOf, uncounted } from './run/pace.ts'
import { startResponder } from './run/start-responder.ts'
import { seed } from './seed/index.ts'
import type { Bare } from './send/bare.ts'
import { memoryLimit, sendBare, sendQueued } from './send/index.ts'

/** Far more than any machine sends: pacing must not be what is measured. */
const UNPACED = 1_000_000
/** Messages sent before anything is measured, at most. */
const AHEAD = 2_000
/** Requests of one measurement of the bare limit, at most. */
const BARE = 100_000

const bench: Bench = {
  name: 'dispatch',
  title:
    'A campaign with a first name in it, queued by the application; every message goes through the whole gate, its number and ' +
    'name are opened, the answer is written down. From the 10,000th request (the 2,000th on PGlite) to the last result in the database; the ' +
    'limit, after as many that are not counted, is the mean of a measurement before and one after.',
  stores: ['postgres', 'pglite'],
  async run(bench) {
    const messages = bench.size ?? (bench.quick ? 300 : bench.store === 'pglite' ? 20_000 : 200_000)
    const skip = uncounted(messages)
    const responder = await startResponder()
    bench.later(() => responder.stop())
    const responderUrl = responder.url
    const queue = async (count: number) => {
      bench.say(`preparing ${count} messages …`)
      const place = await bench.place({ atNoon: true })
      await seed(place, { throughput: UNPACED, people: count, messages: count })
      return place
    }
    const measureBare = async () => {
      bench.say('the bare limit …')
      const { connections } = await responder.stats()
      return sendBare({ responderUrl, connections, ahead: skip, messages: Math.min(messages, BARE) })
    }
    const measurePlain = async () => {
      const { DATABASE_URL: databaseUrl = '' } = await bench.place()
      bench.say('the plain sender …')
      const { connections } = await responder.stats()
      await responder.reset()
      const count = Math.min(messages, BARE)
      const { endedAt, accepted } = await sendPlain({
        databaseUrl,
        responderUrl,
        connections,
        messages: count,
      })
      const stats = await responder.stats()
      if (stats.requests !== count || accepted !== count)
        throw new Error(`${count} plain messages, ${stats.requests} requests, ${accepted} accepted`)
      return paceOf(stats, { messages: count, skip: uncounted(count), endedAt })
    }
    const bare: Bare[] = []
    const plain: number[] = []
    /** What sending is compared with, once before it and once after. */
    const measureOthers = async () => {
      bare.push(await measureBare())
      if (bench.store === 'postgres') plain.push(await measurePlain())
    }

    // Not measured; what it sends is what the bare limit repeats.
    const some = Math.min(messages, AHEAD)
    await sendQueued({ place: await queue(some), responderUrl, messages: some, all: true })
    await measureOthers()
    const place = await queue(messages)
    await responder.reset()

    bench.say('sending …')
    const databaseBefore = bench.databaseCpuMicros()
    const sent = await sendQueued({ place, responderUrl, messages, all: true })
    const databaseAfter = bench.databaseCpuMicros()
    const seen = await responder.stats()
    if (seen.requests !== messages || sent.states.accepted !== messages)
      throw new Error(
        `${messages} messages were queued, ${seen.requests} requests came, states ${JSON.stringify(sent.states)}`,
      )
    const perSecond = paceOf(seen, { messages, skip, endedAt: sent.endedAt })

    await measureOthers()
    const { connections } = seen
    const limit = mean(bare.map((run) => run.perSecond))
    const bareCpu = mean(bare.map((run) => run.cpuMicros)) / Math.min(messages, BARE)

    const against = `undici loop, same bodies, ${connections} connections, no database`
    bench.report({ value: perSecond, unit: 'messages/s', limit, against })
    if (plain.length > 0) {
      bench.report({
        name: 'dispatch.plain',
        value: perSecond,
        unit: 'messages/s',
        limit: mean(plain),
        against:
          'the same design without what makes it trustworthy: one table, claims of 400 that join the consent, sealed numbers, no gate',
      })
    }
    bench.report({
      name: 'dispatch.cpu',
      value: sent.cpuMicros / messages,
      unit: 'µs/message',
      limit: bareCpu,
      against: 'processor time of the undici loop',
    })
    if (databaseBefore !== null && databaseAfter !== null) {
      bench.report({
        name: 'dispatch.database',
        value: (databaseAfter - databaseBefore) / messages,
        unit: 'µs/message',
        limit: bareCpu,
        against: 'processor time of the undici loop; the value is that of PostgreSQL',
      })
    }
    bench.report({
      name: 'dispatch.memory',
      value: sent.peakMb,
      unit: 'MB',
      ...memoryLimit(bench.store, sent.restMb),
    })
    const level = (name: string, pace: number) => ({
      name,
      dashed: true,
      points: [
        [0, pace],
        [seen.perTenth.length / 10, pace],
      ] as [number, number][],
    })
    bench.plot({
      file: 'dispatch',
      title: `Messages per second over ${messages} queued messages`,
      x: { label: 'seconds' },
      y: [{ label: 'messages per second' }],
      lines: [
        { name: 'Jawort', points: perHalfSecond(seen.perTenth) },
        level('bare limit', limit),
        ...(plain.length > 0 ? [level('plain sender', mean(plain))] : []),
      ],
    })
  },
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Tenths of a second smoothed to half a second. */
function perHalfSecond(perTenth: readonly number[]): [number, number][] {
  const points: [number, number][] = []
  for (let at = 0; at + 5 <= perTenth.length; at += 5) {
    const sum = perTenth.slice(at, at + 5).reduce((total, one) => total + (one ?? 0), 0)
    points.push([(at + 2.5) / 10, sum * 2])
  }
  return points
}

export default bench
