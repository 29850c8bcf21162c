import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { startDispatch } from '../server/src/dispatch/index.ts'
import { waitForStarts } from '../server/src/dispatch/startable.ts'
import { inboundMessage, mountWebhooks, startIntake } from '../server/src/intake/index.ts'
import type { Db } from '../server/src/platform/db/index.ts'
import { createServer } from '../server/src/platform/http/index.ts'
import { type Context, type Runtime, withTransaction } from '../server/src/platform/index.ts'
import type { Bench, BenchContext } from './harness.ts'
import { runApart } from './run/apart.ts'
import { startResponder } from './run/start-responder.ts'
import { seed } from './seed/index.ts'
import { phoneOf } from './seed/people.ts'
import { shopContext } from './seed/shop.ts'
import { sendQueued } from './send/index.ts'
import type { SendInput, SentWebhooks } from './webhooks/sender.ts'

/** Per second, and for how long. */
interface Load {
  sends: number
  statuses: number
  stops: number
  seconds: number
}

const LOADS: Record<string, Load> = {
  postgres: { sends: 1_000, statuses: 3_000, stops: 20, seconds: 100 },
  pglite: { sends: 100, statuses: 300, stops: 10, seconds: 20 },
  quick: { sends: 50, statuses: 100, stops: 10, seconds: 3 },
}

const bench: Bench = {
  name: 'stop',
  title:
    'STOP while a campaign leaves and its statuses arrive; on PostgreSQL dispatch has a process of its own. From the moment at which the ' +
    'webhook is sent until nothing of that person can leave any more: it is durable, and every request that was just starting has ' +
    'started. Two in a hundred of those written to say STOP. Beside it, under the same load, until the withdrawal is committed, ' +
    'and a transaction that changes one row.',
  stores: ['postgres', 'pglite'],
  async run(bench) {
    const load = LOADS[bench.quick ? 'quick' : bench.store] as Load
    const stops = bench.size ?? load.stops * load.seconds
    const { safe, processed, bare } = await measure(bench, load, stops)
    bench.report({ value: quantile(safe, 0.99), unit: 'ms', limit: 250, against: 'to stay below, p99' })
    bench.report({
      name: 'stop.processed',
      value: quantile(processed, 0.99),
      unit: 'ms',
      limit: quantile(bare, 0.99),
      against:
        'a transaction that changes one row, p99 under the same load; the value is until the withdrawal is committed',
    })
    if (bench.quick) return
    const half = { ...load, sends: load.sends / 2, statuses: load.statuses / 2, seconds: load.seconds / 2 }
    const atHalf = await measure(bench, half, Math.ceil(stops / 2))
    bench.report({
      name: 'stop.half',
      value: quantile(atHalf.safe, 0.99),
      unit: 'ms',
      limit: 250,
      against: 'to stay below, p99 beside half as many sends and statuses',
    })
  },
}

/** Milliseconds. */
interface Times {
  /** Of each STOP, until nothing of its person can leave. */
  safe: number[]
  /** Of each STOP, from its receipt to the committed withdrawal. */
  processed: number[]
  /** Of each bare transaction beside them. */
  bare: number[]
}

/** Puts the load on an installation of its own. */
async function measure(bench: BenchContext, load: Load, stops: number): Promise<Times> {
  const ends: (() => Promise<unknown>)[] = []
  try {
    return await underLoad(bench, load, stops, (end) => ends.push(end))
  } finally {
    for (const end of ends.reverse()) await end()
  }
}

async function underLoad(
  bench: BenchContext,
  load: Load,
  stops: number,
  later: (end: () => Promise<unknown>) => void,
): Promise<Times> {
  const about = Math.ceil((load.statuses * load.seconds) / 3)
  const queued = load.sends * (load.seconds + 5) + stops
  const place = await bench.place({ atNoon: true })
  bench.say('preparing …')
  const { shop } = await seed(place, {
    throughput: load.sends,
    people: about + queued,
    messages: about + queued,
  })
  const responder = await startResponder()
  later(() => responder.stop())
  const { runtime } = await bench.openRuntime({ place, env: { GRAPH_BASE_URL: responder.url } })
  const messageIds = await acceptFirst(runtime.db, about)
  const processed = watchStops(runtime)

  const app = await createServer(runtime)
  mountWebhooks(app, runtime)
  await app.listen({ host: '127.0.0.1', port: 0 })
  later(() => app.close())
  const { port } = app.server.address() as AddressInfo
  const intake = startIntake(runtime)
  later(() => intake.stop())
  const send = (input: Partial<SendInput> & Pick<SendInput, 'count' | 'rate'>) =>
    runApart<SentWebhooks>(new URL('./webhooks/sender.ts', import.meta.url), {
      port,
      connections: 64,
      messageIds,
      from: 0,
      ...input,
    } satisfies SendInput)

  /** The embedded database is one process, so there everything runs in it. */
  async function sendBeside(): Promise<void> {
    if (bench.store === 'postgres') {
      await sendQueued({
        place,
        responderUrl: responder.url,
        messages: load.sends * load.seconds,
        all: false,
      })
    } else {
      const dispatch = startDispatch(runtime)
      later(() => dispatch.stop())
    }
  }

  bench.say(`${load.sends} sends, ${load.statuses} statuses and ${load.stops} STOPs a second …`)
  const loaded = new AbortController()
  const sending = sendBeside()
  const bare = bareRows(runtime.db, load.stops, loaded.signal)
  const starts = watchStarts(shopContext(runtime, shop.businessId), shop.channelId, loaded.signal)
  const phones = Array.from({ length: stops }, (_, index) => phoneOf(about + queued - 1 - index).slice(1))
  const [statuses, stopped] = await Promise.all([
    send({ count: load.statuses * load.seconds, rate: load.statuses }),
    send({ count: stops, rate: load.stops, connections: 8, stops: phones }),
    sending,
  ])
  for (const began = performance.now(); processed.length < stops; await pause(20))
    if (performance.now() - began > 30_000)
      throw new Error(`${processed.length} of ${stops} STOPs were processed.`)
  loaded.abort()
  const safe = untilSafe(stopped.stops, await starts)
  const { requests } = await responder.stats()
  if (statuses.refused + stopped.refused > 0) throw new Error('Webhooks were refused.')
  bench.say(
    `${requests} sent, statuses ${statuses.perSecond.toFixed(0)}/s, STOP median ${quantile(safe, 0.5).toFixed(0)} ms, ` +
      `longest ${quantile(safe, 1).toFixed(0)} ms, processed ${quantile(processed, 0.5).toFixed(0)} and ${quantile(processed, 1).toFixed(0)} ms`,
  )
  return { safe, processed, bare: await bare }
}

/** Statuses are about the oldest messages, which Meta has; the rest is still queued. */
async function acceptFirst(db: Db, count: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update message set state = 'accepted', attempts = 1, accepted_at = now()
    where message_id in (select message_id from message order by contact_id limit ${count})
    returning message_id as id`.execute(db)
  await sql`delete from message_queue where message_id in (select message_id from message where state = 'accepted')`.execute(
    db,
  )
  await sql`vacuum analyze message, message_queue`.execute(db)
  return rows.map((row) => row.id)
}

/** Milliseconds from receipt to the committed withdrawal, filled as they happen. */
function watchStops(runtime: Runtime): number[] {
  const took: number[] = []
  runtime.hooks.on(inboundMessage, async (tx, { meaning, receivedAt }) => {
    if (meaning === 'stop')
      tx.afterCommit?.(() => took.push(runtime.clock.now().getTime() - receivedAt.getTime()))
  })
  return took
}

/** One look whether any request is just starting: it had none before it ended that knew less than was durable when it began. */
interface Look {
  beganAt: number
  endedAt: number
}

/** Looks again and again, as a withdrawal does. @returns milliseconds since 1970, in their order */
async function watchStarts(ctx: Context, channelId: string, stop: AbortSignal): Promise<Look[]> {
  const looks: Look[] = []
  while (!stop.aborted) {
    const beganAt = Date.now()
    await withTransaction(ctx, (tx) => waitForStarts(tx, [channelId]))
    looks.push({ beganAt, endedAt: Date.now() })
    await pause(5)
  }
  return looks
}

/** From a STOP's departure to the end of the first look that began when it was durable. @returns milliseconds each */
function untilSafe(stops: SentWebhooks['stops'], looks: readonly Look[]): number[] {
  return stops.map(({ sentAt, answeredAt }) => {
    const look = looks.find(({ beganAt }) => beganAt >= answeredAt)
    if (!look) throw new Error('Nobody looked after the last STOP.')
    return look.endedAt - sentAt
  })
}

/** The least that a withdrawal could be: one transaction, one row; at the same rate until the signal. @returns milliseconds each */
async function bareRows(db: Db, rate: number, stop: AbortSignal): Promise<number[]> {
  await sql`create table bench_row (id integer primary key, changed integer not null)`.execute(db)
  await sql`insert into bench_row select n, 0 from generate_series(1, 10000) n`.execute(db)
  const times: number[] = []
  const all: Promise<unknown>[] = []
  for (let id = 1; !stop.aborted; id++) {
    const began = performance.now()
    const change = db
      .transaction()
      .execute((trx) =>
        sql`update bench_row set changed = changed + 1 where id = ${(id % 10_000) + 1}`.execute(trx),
      )
    all.push(change.then(() => times.push(performance.now() - began)))
    await pause(1_000 / rate)
  }
  await Promise.all(all)
  return times
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0
}

export default bench
