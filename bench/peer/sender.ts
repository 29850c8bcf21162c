// The usual way to send a campaign in TypeScript, without its usual carelessness: consent is checked (once, when the jobs are
// made), every message has a row, every job updates it. Numbers stand in the clear, which saves the peer all cryptography.
import { setTimeout as pause } from 'node:timers/promises'
import { Queue, Worker } from 'bullmq'
import pg from 'pg'
import { answerParent } from '../run/apart.ts'
import { nameOf, phoneOf } from '../seed/people.ts'
import type { Job } from './job.ts'
import { openLean } from './lean.ts'
import { openUsual } from './usual.ts'

export interface PeerInput {
  databaseUrl: string
  redisPort: number
  responderUrl: string
  messages: number
  concurrency: number
  /** With the bare driver and an HTTP client of few costs, instead of what people use. */
  lean: boolean
}

export interface Peer {
  /** Milliseconds since 1970. */
  endedAt: number
  enqueueSeconds: number
  updated: number
}

const CHUNK = 1_000

answerParent(async (input: PeerInput): Promise<Peer> => {
  const database = new pg.Pool({ connectionString: input.databaseUrl, max: 20 })
  const connection = { host: '127.0.0.1', port: input.redisPort, maxRetriesPerRequest: null }
  const queue = new Queue<Job>('messages', { connection })
  await prepare(database, input.messages)
  const from = performance.now()
  await enqueue(database, queue, input.messages)
  const enqueueSeconds = (performance.now() - from) / 1000

  const steps = (input.lean ? openLean : openUsual)(database, input)
  let done = 0
  const worker = new Worker<Job>(
    'messages',
    async ({ data }) => {
      await steps.note(data.messageId, await steps.send(data))
      done++
    },
    { connection, concurrency: input.concurrency, removeOnComplete: { count: 0 } },
  )
  worker.on('error', (error) => console.error(error))
  while (done < input.messages) await pause(5)
  const endedAt = Date.now()
  const { rows } = await database.query(`select count(*)::int as n from peer_message where status = 'sent'`)
  await worker.close()
  await queue.close()
  await steps.close()
  await database.end()
  return { endedAt, enqueueSeconds, updated: Number(rows[0]?.n) }
})

/** Contacts with a consent each, in the clear. */
async function prepare(database: pg.Pool, people: number): Promise<void> {
  await database.query(`
    create table peer_contact (id integer primary key, phone text not null unique, first_name text not null);
    create table peer_consent (contact_id integer primary key references peer_contact, confirmed_at timestamptz);
    create table peer_message (id integer primary key generated always as identity, contact_id integer not null references peer_contact,
      status text not null, wamid text, created_at timestamptz not null default now(), sent_at timestamptz);
    create index on peer_message (status);
    create index on peer_message (wamid)`)
  const indexes = Array.from({ length: people }, (_, index) => index)
  await database.query(
    'insert into peer_contact (id, phone, first_name) select * from unnest($1::int[], $2::text[], $3::text[])',
    [indexes, indexes.map(phoneOf), indexes.map((index) => nameOf(index).split(' ')[0])],
  )
  await database.query('insert into peer_consent select id, now() from peer_contact')
  await database.query('vacuum analyze')
}

/** Consent is asked here and never again, as it is usual. */
async function enqueue(database: pg.Pool, queue: Queue<Job>, people: number): Promise<void> {
  for (let after = -1; after < people - 1; ) {
    const { rows } = await database.query<{ id: number; phone: string; first_name: string }>(
      `select c.id, c.phone, c.first_name from peer_contact c join peer_consent s on s.contact_id = c.id
        where s.confirmed_at is not null and c.id > $1 order by c.id limit $2`,
      [after, CHUNK],
    )
    const made = await database.query<{ id: number }>(
      `insert into peer_message (contact_id, status) select x, 'queued' from unnest($1::int[]) x returning id`,
      [rows.map((row) => row.id)],
    )
    await queue.addBulk(
      rows.map((row, at) => ({
        name: 'send',
        data: { messageId: made.rows[at]?.id ?? 0, phone: row.phone, firstName: row.first_name },
        opts: { attempts: 3, backoff: { type: 'exponential', delay: 1000 } },
      })),
    )
    after = rows.at(-1)?.id ?? people
  }
}
