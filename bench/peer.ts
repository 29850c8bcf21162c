import type { Bench, BenchContext } from './harness.ts'
import { startRedis } from './peer/redis.ts'
import type { Peer, PeerInput } from './peer/usual.ts'
import { runApart } from './run/apart.ts'
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
    'updated per message; same PostgreSQL, same responder. From the first request to the last result in the database; the peer is measured ' +
    'before and after.',
  stores: ['postgres'],
  async run(bench) {
    const redis = await startRedis()
    if (!redis) {
      bench.say('skipped: there is no redis-server here (on Debian: apt-get install redis-server)')
      return
    }
    bench.later(() => redis.stop())
    const messages = bench.size ?? (bench.quick ? 300 : 50_000)
    const before = await measurePeer(await bench.place(), redis.port, messages)
    const jawort = await measureJawort(bench, messages)
    const after = await measurePeer(await bench.place(), redis.port, messages)
    bench.report({
      value: jawort,
      unit: 'messages/s',
      limit: (before + after) / 2,
      against: `BullMQ on Redis ${redis.version}, ${CONCURRENCY} jobs at once`,
    })
  },
}

async function measurePeer(place: Place, redisPort: number, messages: number): Promise<number> {
  const responder = await startResponder()
  try {
    const input: PeerInput = {
      databaseUrl: place.DATABASE_URL ?? '',
      redisPort,
      responderUrl: responder.url,
      messages,
      concurrency: CONCURRENCY,
    }
    const peer = await runApart<Peer>(new URL('./peer/usual.ts', import.meta.url), input)
    const { requests, firstAt } = await responder.stats()
    if (requests !== messages || peer.updated !== messages)
      throw new Error(`${messages} jobs, ${requests} requests, ${peer.updated} rows`)
    return messages / ((peer.endedAt - firstAt) / 1000)
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
    const { firstAt } = await responder.stats()
    return messages / ((sent.endedAt - firstAt) / 1000)
  } finally {
    await responder.stop()
  }
}

export default bench
