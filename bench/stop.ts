import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { inboundMessage, mountWebhooks, startIntake } from '../server/src/intake/index.ts'
import type { Db } from '../server/src/platform/db/index.ts'
import { createServer } from '../server/src/platform/http/index.ts'
import type { Context, Runtime } from '../server/src/platform/index.ts'
import type { Bench, BenchContext, Store } from './harness.ts'
import { runApart } from './run/apart.ts'
import { seed } from './seed/index.ts'
import { phoneOf } from './seed/people.ts'
import { shopContext } from './seed/shop.ts'
import { bareRows } from './webhooks/bare-rows.ts'
import { sendBeside } from './webhooks/beside.ts'
import { heardLater } from './webhooks/heard-later.ts'
import { lateMarketing } from './webhooks/late.ts'
import { Loads } from './webhooks/loads.ts'
import type { SendInput, SentWebhooks } from './webhooks/sender.ts'
import { startLooks } from './webhooks/start-looks.ts'
import { startWhatsApp } from './webhooks/start-whatsapp.ts'

/** Per second, and how many people say STOP in all. */
interface Load {
  sends: number
  statuses: number
  stops: number
  people: number
  /** Who writes STOP gets the message within so many seconds otherwise. */
  aheadS: number
}

const LOADS = {
  postgres: { sends: 1_000, statuses: 3_000, stops: 20, people: 2_000, aheadS: 0.5 },
  pglite: { sends: 100, statuses: 300, stops: 10, people: 200, aheadS: 2 },
  quick: { sends: 50, statuses: 100, stops: 10, people: 30, aheadS: 1 },
} satisfies Record<string, Load>

/** Less of a load than this share, and a STOP was not measured beside it. The embedded database does not hold all of its own. */
const LEAST: Record<Store, number> = { postgres: 0.5, pglite: 0.05 }
/** The loads begin before the first STOP, and there is enough of them to go on after the last one. */
const STATUSES_LONGER_S = 20
const SENDS_LONGER_S = 10

const STUCK_MS = 30_000

const inWords = ({ sends, statuses, stops, people }: Load) =>
  `${sends} sends, ${statuses} statuses and ${stops} STOPs a second, ${people} STOPs in all`

const bench: Bench = {
  name: 'stop',
  title:
    `STOP while a campaign leaves and its statuses arrive: on PostgreSQL ${inWords(LOADS.postgres)}, and dispatch has a process of its ` +
    `own; on the embedded database less, ${inWords(LOADS.pglite)}, all in one process. People whose message would be sent within ` +
    `${LOADS.postgres.aheadS} s (${LOADS.pglite.aheadS} s) write. What is measured begins when the webhook was due to be sent, and ends ` +
    'when nothing of that person can leave any more: the webhook is durable, and every request that was just starting has started; ' +
    'no marketing request to the person may start after that, or the bench fails. `stop.processed` ends with the commit of the ' +
    'withdrawal; beside it, under the same load, a transaction that changes one row.',
  stores: ['postgres', 'pglite'],
  async run(bench) {
    const usual = LOADS[bench.quick ? 'quick' : bench.store]
    const load = { ...usual, people: bench.size ?? usual.people }
    report(bench, 'stop', load, await measure(bench, load))
    if (bench.quick) return
    const half = {
      ...load,
      sends: load.sends / 2,
      statuses: load.statuses / 2,
      people: Math.ceil(load.people / 2),
    }
    report(bench, 'stop.half', half, await measure(bench, half))
  },
}

/** Milliseconds of each STOP, from when it was due; what the loads reached per second meanwhile. */
interface Measured {
  /** Until nothing of its person can leave. */
  safe: number[]
  /** Until the withdrawal is committed. */
  processed: number[]
  /** Of each bare transaction beside them. */
  bare: number[]
  sends: number
  statuses: number
}

function report(bench: BenchContext, name: string, load: Load, measured: Measured): void {
  bench.report({
    name,
    value: quantile(measured.safe, 0.99),
    unit: 'ms',
    limit: 250,
    against:
      'to stay below, p99; until the webhook is durable and nothing of that person can leave, which is before the withdrawal is committed',
  })
  bench.report({
    name: `${name}.processed`,
    value: quantile(measured.processed, 0.99),
    unit: 'ms',
    limit: quantile(measured.bare, 0.99),
    against:
      'a transaction that changes one row, p99 under the same load; the value is until the withdrawal is committed',
  })
  const against = 'what was asked for, while people wrote STOP'
  bench.report({
    name: `${name}.sends`,
    value: measured.sends,
    unit: 'messages/s',
    limit: load.sends,
    against,
  })
  bench.report({
    name: `${name}.statuses`,
    value: measured.statuses,
    unit: 'statuses/s',
    limit: load.statuses,
    against,
  })
}

/** Puts the load on an installation of its own. */
async function measure(bench: BenchContext, load: Load): Promise<Measured> {
  const ends: (() => Promise<unknown>)[] = []
  try {
    return await underLoad(bench, load, (end) => ends.push(end))
  } finally {
    for (const end of ends.reverse()) await end()
  }
}

async function underLoad(
  bench: BenchContext,
  load: Load,
  later: (end: () => Promise<unknown>) => void,
): Promise<Measured> {
  const seconds = load.people / load.stops
  const statuses = Math.ceil(load.statuses * (seconds + STATUSES_LONGER_S))
  const sends = load.sends * (seconds + SENDS_LONGER_S)
  const about = Math.ceil(statuses / 3)
  const people = about + sends + load.people + load.sends * 5
  const place = await bench.place({ atNoon: true })
  bench.say('preparing …')
  const { shop } = await seed(place, { throughput: load.sends, people, messages: people })
  const whatsApp = await startWhatsApp()
  later(() => whatsApp.stop())
  const { runtime } = await bench.openRuntime({ place, env: { GRAPH_BASE_URL: whatsApp.url } })
  const ctx = shopContext(runtime, shop.businessId)
  const messageIds = await acceptFirst(runtime.db, about)
  const waiting = await whoWaits(ctx, people)
  const withdrawnAt = watchStops(runtime)
  const looksUrl = await startLooks({ store: bench.store, later }, { place, runtime, shop })

  let webhooks = 0
  const app = createServer(runtime)
  app.addHook('onResponse', async (_request, reply) => {
    if (reply.statusCode === 200) webhooks++
  })
  mountWebhooks(app, runtime)
  await app.listen({ host: '127.0.0.1', port: 0 })
  later(() => app.close())
  const { port } = app.server.address() as AddressInfo
  const intake = startIntake(runtime)
  later(() => intake.stop())
  const send = (input: Omit<SendInput, 'port' | 'messageIds' | 'from'>) =>
    runApart<SentWebhooks>(new URL('./webhooks/sender.ts', import.meta.url), {
      port,
      messageIds,
      from: 0,
      ...input,
    } satisfies SendInput)

  bench.say(`${inWords(load)} …`)
  const loads = new Loads(async () => ({ webhooks, sends: (await whatsApp.stats()).requests }))
  later(async () => loads.stop())
  const telling = heardLater(
    send({ count: statuses, rate: load.statuses, connections: 64, untilHungUp: true }),
  )
  const enough = LEAST[bench.store]
  await loads.more('webhooks', load.statuses * enough)
  const sending = await sendBeside(bench, { place, runtime, whatsAppUrl: whatsApp.url, messages: sends })
  await loads.more('sends', load.sends * enough)

  const over = new AbortController()
  later(async () => over.abort())
  const bare = heardLater(bareRows(runtime.db, load.stops, over.signal))
  const { stops, refused } = await send({
    count: load.people,
    rate: load.stops,
    connections: 32,
    stops: {
      waiting: [...waiting.keys()],
      ahead: load.sends * load.aheadS,
      whatsAppUrl: whatsApp.url,
      looksUrl,
    },
  })
  await everybodyWithdrawn(withdrawnAt, load.people)
  over.abort()
  const endedAt = Date.now()
  app.server.closeAllConnections()
  const safeAt = new Map(stops.map((stop) => [stop.digits, stop.safeAt]))
  const during = loads.perSecond(Math.min(...stops.map(({ dueAt }) => dueAt)), endedAt)
  const reached = { sends: during.sends, statuses: during.webhooks - load.stops }
  const told = await telling
  const sentUntil = await sending.ended()
  if (told.refused + refused > 0) throw new Error('Webhooks were refused.')
  const came = lateMarketing(safeAt, await whatsApp.marketing(), waiting, sending.starts())
  const safe = stops.map((stop) => stop.safeAt - stop.dueAt)
  const processed = stops.map(({ digits, dueAt }) => (withdrawnAt.get(digits) ?? Number.NaN) - dueAt)
  bench.say(
    `${reached.sends.toFixed(0)} sends and ${reached.statuses.toFixed(0)} statuses a second, STOP median ${quantile(safe, 0.5).toFixed(0)} ms, ` +
      `longest ${quantile(safe, 1).toFixed(0)} ms, processed ${quantile(processed, 0.5).toFixed(0)} and ${quantile(processed, 1).toFixed(0)} ms; ` +
      `${came.spared} of ${stops.length} never got the message, ${came.onTheWay} later than that, but it was on its way`,
  )
  if (came.late.length > 0)
    throw new Error(
      `${came.late.length} marketing messages started after nothing could leave any more, up to ${Math.max(...came.late).toFixed(1)} ms.`,
    )
  if (came.spared === 0)
    throw new Error('Everybody who wrote STOP had the message already: this shows nothing.')
  if (told.endedAt < endedAt) throw new Error('The statuses ended before the last STOP was processed.')
  if (sentUntil < endedAt) throw new Error('The sends ended before the last STOP was processed.')
  for (const what of ['sends', 'statuses'] as const)
    if (reached[what] < load[what] * enough)
      throw new Error(
        `Only ${reached[what].toFixed(0)} of ${load[what]} ${what} a second: there was no load.`,
      )
  return { safe, processed, bare: await bare, ...reached }
}

/** @throws Error when nobody more was withdrawn for half a minute */
async function everybodyWithdrawn(withdrawnAt: ReadonlyMap<string, number>, people: number): Promise<void> {
  let last = -1
  for (let movedAt = performance.now(); withdrawnAt.size < people; await pause(20)) {
    if (withdrawnAt.size > last) {
      last = withdrawnAt.size
      movedAt = performance.now()
    } else if (performance.now() - movedAt > STUCK_MS)
      throw new Error(`${last} of ${people} STOPs were processed.`)
  }
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
  // When less arrives than is asked for, so many opt-outs would pause the campaign, and nothing would be sent any more.
  await sql`update campaign set breaker = '{"on":false}'`.execute(db)
  await sql`vacuum analyze message, message_queue`.execute(db)
  return rows.map((row) => row.id)
}

/** Everybody who waits for a message, in the order of their turns: their digits, and the message's id. */
async function whoWaits(ctx: Context, people: number): Promise<Map<string, string>> {
  const phones = Array.from({ length: people }, (_, index) => phoneOf(index))
  const digitsOf = new Map(
    phones.map((phone) => [ctx.vault.digest(ctx.businessId, 'phone', phone), phone.slice(1)]),
  )
  const { rows } = await sql<{ message_id: string; digest: string }>`
    select q.message_id, i.digest from message_queue q
    join contact_identity i on i.business_id = q.business_id and i.contact_id = q.contact_id and i.kind = 'phone'
    order by q.not_before, q.message_id`.execute(ctx.db)
  return new Map(rows.map(({ message_id, digest }) => [digitsOf.get(digest) ?? '', message_id]))
}

/** When each withdrawal was committed, by the person's digits; filled as they happen. */
function watchStops(runtime: Runtime): Map<string, number> {
  const at = new Map<string, number>()
  runtime.hooks.on(inboundMessage, async (tx, { meaning, message }) => {
    if (meaning === 'stop')
      tx.afterCommit?.(() => at.set((message.from.phone ?? '').slice(1), Date.now() + 1))
  })
  return at
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0
}

export default bench
