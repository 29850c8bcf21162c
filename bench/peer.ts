import type { Bench, BenchContext } from './harness.ts'
import { startRedis } from './peer/redis.ts'
import type { Peer, PeerInput } from './peer/sender.ts'
import { runApart } from './run/apart.ts'
import { paceOf, uncounted } from './run/pace.ts'
import type { Place } from './run/place.ts'
import { startResponder } from './run/start-responder.ts'
import { seed } from './seed/index.ts'
import { sendQueued } from './send/index.ts'

/** Jobs that the peer works on at once; more or fewer made it slower (notes/peer.md). */
const CONCURRENCY = 50

const bench: Bench = {
  name: 'peer',
  title:
    'Jawort beside the usual TypeScript way: one BullMQ job per person on Redis, consent checked when the jobs are made, one row ' +
    'updated per message by an ORM, `fetch`; and beside the same way made as lean as it can be. Same PostgreSQL, same responder. From the ' +
    '10,000th request to the last result in the database; the peers are measured before and after.',
  stores: ['postgres'],
  async run(bench) {
    const redis = await startRedis()
    if (!redis) {
      bench.say('skipped: there is no redis-server here (on Debian: apt-get install redis-server)')
      return
    }
    bench.later(() => redis.stop())
    const messages = bench.size ?? (bench.quick ? 300 : 50_000)
    const peer = async (lean: boolean) => measurePeer(await bench.place(), redis.port, { messages, lean })
    const before = { usual: await peer(false), lean: await peer(true) }
    const jawort = await measureJawort(bench, messages)
    const after = { lean: await peer(true), usual: await peer(false) }
    const against = `BullMQ on Redis ${redis.version}, ${CONCURRENCY} jobs at once`
    bench.report({
      value: jawort,
      unit: 'messages/s',
      limit: (before.usual + after.usual) / 2,
      against: `${against}, Drizzle, fetch`,
    })
    bench.report({
      name: 'peer.lean',
      value: jawort,
      unit: 'messages/s',
      limit: (before.lean + after.lean) / 2,
      against: `${against}, the bare driver, an undici pool`,
    })
  },
}

async function measurePeer(
  place: Place,
  redisPort: number,
  { messages, lean }: { messages: number; lean: boolean },
): Promise<number> {
  const responder = await startResponder()
  try {
    const input: PeerInput = {
      databaseUrl: place.DATABASE_URL ?? '',
      redisPort,
      responderUrl: responder.url,
      messages,
      concurrency: CONCURRENCY,
      lean,
    }
    const peer = await runApart<Peer>(new URL('./peer/sender.ts', import.meta.url), input)
    const stats = await responder.stats()
    if (stats.requests !== messages || peer.updated !== messages)
      throw new Error(`${messages} jobs, ${stats.requests} requests, ${peer.updated} rows`)
    return paceOf(stats, { messages, skip: uncounted(messages), endedAt: peer.endedAt })
  } finally {
    await responder.stop()
  }
}

async function measureJawort(bench: BenchContext, messages: number): Promise<number> {
  const place = await bench.place({ atNoon: true })
  await seed(place, { throughput: 1_000_000, people: messages, messages })
  const responder = await startResponder()
  try {
    const sent = await sendQueued({ place, responderUrl: responder.url, messages, all: true })
    const { endedAt } = sent
    return paceOf(await responder.stats(), { messages, skip: uncounted(messages), endedAt })
  } finally {
    await responder.stop()
  }
}

export default bench
