// The design of Jawort's engine without what makes it trustworthy: one table, claims of 400 that join the consent, numbers sealed with
// one key, results in batches. No gate, no frequency, no leases, no STOP on the way, no bookkeeping; a crash loses what was under way.
import { createSecretKey, randomBytes } from 'node:crypto'
import pg from 'pg'
import { Pool } from 'undici'
import { createVault } from '../../server/src/platform/vault/index.ts'
import { bodyOf, HEADERS, PATH, wamidOf } from '../peer/job.ts'
import { answerParent } from '../run/apart.ts'
import { fillTables } from './tables.ts'

export interface PlainInput {
  databaseUrl: string
  responderUrl: string
  connections: number
  messages: number
}

export interface Plain {
  /** Milliseconds since 1970 when every result was in the database. */
  endedAt: number
  accepted: number
}

interface Row {
  id: string
  phone_sealed: Buffer
}

const BATCH = 400

answerParent(async ({ databaseUrl, responderUrl, connections, messages }: PlainInput): Promise<Plain> => {
  const database = new pg.Pool({ connectionString: databaseUrl, max: 4 })
  const http = new Pool(responderUrl, { connections })
  const vault = createVault(randomBytes(32).toString('base64'))
  const key = createSecretKey(randomBytes(32))
  await fillTables(database, messages, (phone) => vault.seal(key, phone, 'plain'))

  const claimed: Row[] = []
  const results: { id: string; wamid: string }[] = []
  let claiming: Promise<void> | undefined
  let writing: Promise<void> | undefined
  let empty = false

  async function claim(): Promise<void> {
    const { rows } = await database.query<Row>({
      name: 'claim',
      text: `with due as (
          select id from plain_message where state = 'queued' order by id limit ${BATCH} for update skip locked)
        update plain_message m set state = case when s.state is null then 'withheld' else 'sending' end, sent_at = now()
        from due join plain_message q on q.id = due.id join plain_contact c on c.id = q.contact_id
          left join plain_consent s on s.contact_id = c.id and s.state = 'confirmed'
        where m.id = due.id returning m.id, c.phone_sealed`,
    })
    empty = rows.length === 0
    claimed.push(...rows)
  }

  /** The next batch is claimed before the last one is used up. */
  async function next(): Promise<Row | undefined> {
    for (;;) {
      if (claimed.length < BATCH && !empty) {
        claiming ??= claim().finally(() => {
          claiming = undefined
        })
      }
      const row = claimed.pop()
      if (row || empty) return row
      await claiming
    }
  }

  async function write(): Promise<void> {
    const batch = results.splice(0, BATCH)
    await database.query({
      name: 'write',
      text: `update plain_message m set state = 'accepted', wamid = o.wamid from unnest($1::uuid[], $2::text[]) o (id, wamid)
        where m.id = o.id and m.state = 'sending'`,
      values: [batch.map(({ id }) => id), batch.map(({ wamid }) => wamid)],
    })
  }

  function writeFull(): void {
    if (writing || results.length < BATCH) return
    writing = write().finally(() => {
      writing = undefined
      writeFull()
    })
  }

  const work = async () => {
    for (let row = await next(); row; row = await next()) {
      const phone = vault.open(key, row.phone_sealed, 'plain')
      const body = bodyOf({ messageId: row.id, phone, firstName: 'Anna' })
      const answer = await http.request({ method: 'POST', path: PATH, headers: HEADERS, body })
      results.push({ id: row.id, wamid: wamidOf(answer.statusCode, await answer.body.json()) })
      writeFull()
    }
  }
  await Promise.all(Array.from({ length: connections }, work))
  while (writing || results.length > 0) await (writing ?? write())
  const endedAt = Date.now()
  const { rows } = await database.query<{ accepted: number }>(
    `select count(*)::int as accepted from plain_message where state = 'accepted'`,
  )
  await http.close()
  await database.end()
  return { endedAt, accepted: rows[0]?.accepted ?? 0 }
})
