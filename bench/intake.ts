import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import { sql } from 'kysely'
import { mountWebhooks, startIntake } from '../server/src/intake/index.ts'
import type { Db } from '../server/src/platform/db/index.ts'
import { createServer } from '../server/src/platform/http/index.ts'
import { isSignedBy } from '../server/src/whatsapp/index.ts'
import type { Bench } from './harness.ts'
import { runApart } from './run/apart.ts'
import { seed } from './seed/index.ts'
import { APP_SECRET } from './seed/shop.ts'
import type { SendInput, SentWebhooks } from './webhooks/sender.ts'

const CONNECTIONS = 64
/** Statuses that either side takes before it is measured, at most: what is compiled warms up. */
const AHEAD = 6_000

const bench: Bench = {
  name: 'intake',
  title:
    'Statuses of a running campaign, one per webhook over 64 connections: verified, cut, sealed and durable before the 200, and ' +
    'processed beside it. Sender, server and database share the machine; the limit is the mean of a measurement before and one after. On ' +
    'either side the first 6,000 are not counted.',
  stores: ['postgres', 'pglite'],
  async run(bench) {
    const count = bench.size ?? (bench.quick ? 600 : bench.store === 'pglite' ? 15_000 : 60_000)
    const rate = bench.store === 'pglite' ? 500 : 3_000
    const place = await bench.place()
    bench.say('preparing …')
    const steadyCount = Math.min(bench.quick ? 600 : rate * 10, count)
    const ahead = Math.min(AHEAD, count)
    const messages = Math.ceil((ahead + count + steadyCount) / 3)
    await seed(place, { throughput: 1, people: messages, messages })
    const { runtime } = await bench.openRuntime({ place })
    const messageIds = await acceptAll(runtime.db)
    const send = (input: Omit<SendInput, 'connections' | 'messageIds'>) =>
      runApart<SentWebhooks>(new URL('./webhooks/sender.ts', import.meta.url), {
        ...input,
        messageIds,
        connections: CONNECTIONS,
      } satisfies SendInput)

    const bareCount = Math.min(count, 40_000)
    bench.say('the bare limit …')
    const bare = await bareServer()
    bench.later(() => bare.close())
    await send({ port: bare.port, from: 0, count: ahead, rate: null })
    const measureBare = async () => {
      const began = cpuMicros()
      const { perSecond } = await send({ port: bare.port, from: 0, count: bareCount, rate: null })
      return { perSecond, cpu: (cpuMicros() - began) / bareCount }
    }
    const first = await measureBare()

    const app = createServer(runtime)
    mountWebhooks(app, runtime)
    await app.listen({ host: '127.0.0.1', port: 0 })
    bench.later(() => app.close())
    const { port } = app.server.address() as AddressInfo
    const worker = startIntake(runtime)
    bench.later(() => worker.stop())

    bench.say(`${count} statuses, as fast as they are taken …`)
    await send({ port, from: 0, count: ahead, rate: null })
    await drained(runtime.db)
    const began = performance.now()
    const before = { own: cpuMicros(), database: bench.databaseCpuMicros() }
    const flood = await send({ port, from: ahead, count, rate: null })
    await drained(runtime.db)
    const processed = count / ((performance.now() - began) / 1000)
    const after = { own: cpuMicros(), database: bench.databaseCpuMicros() }
    expectAll(flood, await stored(runtime.db), ahead + count)
    await expectRead(runtime.db, Math.floor((ahead + count) / 3))

    bench.say(`${rate} a second …`)
    const lags: number[] = []
    const watch = setInterval(async () => lags.push(await waiting(runtime.db)), 1_000)
    const steady = await send({ port, from: ahead + count, count: steadyCount, rate })
    clearInterval(watch)
    const atEnd = await waiting(runtime.db)

    // Without work in its process: what waited has been processed.
    await drained(runtime.db)
    await worker.stop()
    bench.say('the bare limit …')
    const last = await measureBare()
    const bareCpu = (first.cpu + last.cpu) / 2
    bench.report({
      value: flood.perSecond,
      unit: 'events/s',
      limit: (first.perSecond + last.perSecond) / 2,
      against: 'Fastify route that verifies the signature and answers',
    })
    bench.report({
      name: 'intake.processed',
      value: processed,
      unit: 'statuses/s',
      limit: flood.perSecond,
      against: 'received per second in the same run',
    })
    bench.report({
      name: 'intake.p99',
      value: steady.p99,
      unit: 'ms',
      limit: 100,
      against: `to stay below, at ${rate} a second`,
    })
    bench.report({
      name: 'intake.cpu',
      value: (after.own - before.own) / count,
      unit: 'µs/status',
      limit: bareCpu,
      against: 'processor time of the bare route; the value is that of receiving and processing',
    })
    if (before.database !== null && after.database !== null) {
      bench.report({
        name: 'intake.database',
        value: (after.database - before.database) / count,
        unit: 'µs/status',
        limit: bareCpu,
        against: 'processor time of the bare route; the value is that of PostgreSQL',
      })
    }
    bench.say(
      `median ${steady.p50.toFixed(1)} ms, longest ${steady.longest.toFixed(0)} ms, waiting at most ${Math.max(0, ...lags)}, at the end ${atEnd}`,
    )
  },
}

/** Messages as they are once Meta has taken them. */
async function acceptAll(db: Db): Promise<string[]> {
  await sql`delete from message_queue`.execute(db)
  const { rows } = await sql<{ id: string }>`
    update message set state = 'accepted', attempts = 1, accepted_at = now() returning message_id as id`.execute(
    db,
  )
  await sql`vacuum analyze message`.execute(db)
  return rows.map((row) => row.id)
}

async function bareServer(): Promise<{ port: number; close(): Promise<void> }> {
  const app = Fastify()
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.post('/webhooks/whatsapp', (request, reply) => {
    const header = request.headers['x-hub-signature-256']
    const valid = isSignedBy(APP_SECRET, request.body as Buffer, typeof header === 'string' ? header : '')
    reply.status(valid ? 200 : 401).send({ received: valid })
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  return { port: (app.server.address() as AddressInfo).port, close: () => app.close() }
}

async function count(db: Db, table: 'webhook_waiting' | 'webhook_update'): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db)
  return rows[0]?.n ?? 0
}
const waiting = (db: Db) => count(db, 'webhook_waiting')
const stored = (db: Db) => count(db, 'webhook_update')

/** Looks without counting: what looks often must not be what is measured. */
async function drained(db: Db): Promise<void> {
  for (;;) {
    const { rows } = await sql`select 1 from webhook_waiting limit 1`.execute(db)
    if (rows.length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Each message was reported sent, delivered and read: nothing of it may have been passed over. */
async function expectRead(db: Db, wanted: number): Promise<void> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from message where state = 'read'`.execute(db)
  if (rows[0]?.n !== wanted) throw new Error(`${wanted} messages were read, ${rows[0]?.n} are known to be.`)
}

function cpuMicros(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}

function expectAll(sent: SentWebhooks, rows: number, wanted: number): void {
  if (sent.refused > 0 || rows !== wanted)
    throw new Error(`${wanted} statuses were sent, ${sent.refused} refused, ${rows} are stored`)
}

export default bench
