import { sql } from 'kysely'
import { Receiver } from '../server/src/intake/receive.ts'
import { processOnce } from '../server/src/intake/worker.ts'
import type { Context } from '../server/src/platform/index.ts'
import type { Bench } from './harness.ts'
import { startResponder } from './run/start-responder.ts'
import { seed } from './seed/index.ts'
import { shopContext } from './seed/shop.ts'
import { sendQueued } from './send/index.ts'
import { statusRequest } from './webhooks/bodies.ts'

const UNPACED = 1_000_000
/** Requests that are taken in at the same time. */
const AT_ONCE = 200
const STATUSES = 3

const PEOPLE = ['contact', 'contact_key', 'contact_identity', 'consent']
const MESSAGES = ['message']
const WEBHOOKS = ['webhook_update']

const bench: Bench = {
  name: 'disk',
  title:
    'Bytes on disk, indexes and free space of pages included, for a person with a consent, a campaign’s message after its whole ' +
    'life, and a status webhook; against the bytes of the values themselves.',
  stores: ['postgres'],
  async run(bench) {
    const messages = bench.size ?? (bench.quick ? 500 : 20_000)
    const place = await bench.place({ atNoon: true })
    bench.say(`queueing ${messages} …`)
    const { shop } = await seed(place, { throughput: UNPACED, people: messages, messages })
    const responder = await startResponder()
    await sendQueued({ place, responderUrl: responder.url, messages, all: true })
    await responder.stop()
    const { runtime } = await bench.openRuntime({ place })
    const ctx = shopContext(runtime, shop.businessId)
    const sent = await ctx.db
      .selectFrom('message')
      .select('message_id')
      .where('business_id', '=', ctx.businessId)
      .where('state', '=', 'accepted')
      .execute()
    bench.say(`${sent.length} sent, taking in ${sent.length * STATUSES} statuses …`)
    const receiver = new Receiver(runtime)
    for (let status = 0; status < STATUSES; status++) {
      for (let from = 0; from < sent.length; from += AT_ONCE) {
        await Promise.all(
          sent.slice(from, from + AT_ONCE).map((row) => {
            const [head = '', body = ''] = statusRequest('bench', row.message_id, status)
              .toString()
              .split('\r\n\r\n')
            return receiver.receive(
              Buffer.from(body),
              /^X-Hub-Signature-256: (.+)$/im.exec(head)?.[1]?.trim() ?? '',
            )
          }),
        )
      }
      await processOnce(runtime)
    }
    await sql`vacuum (analyze)`.execute(ctx.db)
    for (const [name, tables, rows] of [
      ['person', PEOPLE, messages],
      ['message', MESSAGES, sent.length],
      ['status', WEBHOOKS, sent.length * STATUSES],
    ] as const) {
      const { whole, values } = await sizeOf(ctx, tables)
      bench.report({
        name: `disk.${name}`,
        value: Math.round(whole / rows),
        unit: 'bytes',
        limit: Math.round(values / rows),
        against: 'the values themselves',
      })
    }
  },
}
export default bench

/** Bytes of tables with everything that belongs to them, and of the values in their rows. */
async function sizeOf(
  { db }: Context,
  tables: readonly string[],
): Promise<{ whole: number; values: number }> {
  let whole = 0
  let values = 0
  for (const table of tables) {
    const { rows } = await sql<{ whole: number; values: number }>`
      select coalesce((select sum(pg_total_relation_size(relid)) from pg_partition_tree(${table}::regclass)),
          pg_total_relation_size(${table}::regclass))::float8 as whole,
        coalesce((select sum(pg_column_size(t.*)) from ${sql.table(table)} t), 0)::float8 as values`.execute(
      db,
    )
    whole += rows[0]?.whole ?? 0
    values += rows[0]?.values ?? 0
  }
  return { whole, values }
}
