import { createHmac } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Api, createServer } from '../platform/http/index.ts'
import { allowTriggers } from '../testing/database.ts'
import { NUMBER, SETUP, type Story, startStory, WABA } from '../testing/story.ts'
import { mountWebhooks, processOnce } from './index.ts'
import { Receiver } from './receive.ts'

describe('intake under pressure', () => {
  let story: Story
  let apps: Api[] = []
  beforeAll(async () => {
    story = await startStory()
  })
  afterAll(() => story.close())
  afterEach(async () => {
    await Promise.all(apps.map((app) => app.close()))
    apps = []
  })

  async function serve(limits: ConstructorParameters<typeof Receiver>[1] = {}): Promise<Api> {
    const app = createServer(story.runtime)
    mountWebhooks(app, story.runtime, new Receiver(story.runtime, limits))
    await app.ready()
    apps.push(app)
    return app
  }

  let count = 0
  const status = (note = '') => ({ id: `wamid.p${++count}`, status: 'sent', timestamp: '1763460000', note })
  const post = (app: Api, statuses: object[] = [status()], number = NUMBER) => {
    const value = { metadata: { phone_number_id: number }, statuses }
    const payload = JSON.stringify({ entry: [{ id: WABA, changes: [{ field: 'messages', value }] }] })
    const signature = `sha256=${createHmac('sha256', SETUP.appSecret).update(payload).digest('hex')}`
    return app.inject({
      method: 'POST',
      url: '/webhooks/whatsapp',
      payload,
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
    })
  }
  const stored = async () =>
    (await sql<{ n: number }>`select count(*)::int as n from webhook_update`.execute(story.ctx.db)).rows[0]
      ?.n ?? 0
  const refused = async (reason: string) => {
    const { values } = await story.runtime.metrics.webhookRefused.get()
    return values.find((each) => each.labels.reason === reason)?.value ?? 0
  }

  const makeTrigger = (statement: RawBuilder<unknown>) =>
    story.runtime.db.transaction().execute(async (trx) => {
      await allowTriggers(trx)
      await statement.execute(trx)
    })

  it('C-76: a machine that stands still while it looks whose a number is puts nothing aside that has a place', async () => {
    // However soon what was read is old.
    const app = await serve({ placesMs: 0 })
    const before = await stored()
    expect((await post(app)).statusCode).toBe(200)
    expect((await stored()) - before).toBe(1)
    const { rows } = await sql`select reason from webhook_aside`.execute(story.ctx.db)
    expect(rows).toEqual([])
  })

  it('a full disk is a 503 with a reason, and nothing was acknowledged; afterwards the same webhook is taken', async () => {
    const app = await serve()
    const before = await stored()
    await sql`create function no_space() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`.execute(
      story.runtime.db,
    )
    await makeTrigger(
      sql`create trigger no_space before insert on webhook_waiting for each row execute function no_space()`,
    )
    const statuses = [status()]
    const answer = await post(app, statuses)
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5'])
    expect(await refused('disk_full')).toBe(1)
    expect(await stored()).toBe(before)
    await sql`drop function no_space cascade`.execute(story.runtime.db)
    expect((await post(app, statuses)).statusCode).toBe(200)
    expect(await stored()).toBe(before + 1)
  })

  it('every 200 of a storm with failing writes is in the database, and every 503 may be repeated', async () => {
    const app = await serve({ rowsPerWrite: 3 })
    // Of two or three writes one fails, as on a disk that fills and is cleared.
    await sql`create sequence writes`.execute(story.runtime.db)
    await sql`create function sometimes() returns trigger language plpgsql as $$
      begin if nextval('writes') % 5 = 0 then raise exception 'full' using errcode = '53100'; end if; return null; end $$`.execute(
      story.runtime.db,
    )
    await makeTrigger(
      sql`create trigger sometimes after insert on webhook_waiting for each row execute function sometimes()`,
    )
    const before = await stored()
    const all = Array.from({ length: 60 }, () => [status()])
    const answers = await Promise.all(all.map((statuses) => post(app, statuses)))
    const accepted = answers.filter((answer) => answer.statusCode === 200).length
    expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([200, 503]))
    expect((await stored()) - before).toBe(accepted)
    await sql`drop function sometimes cascade`.execute(story.runtime.db)
    const again = await Promise.all(all.map((statuses) => post(app, statuses)))
    expect(new Set(again.map((answer) => answer.statusCode))).toEqual(new Set([200]))
    expect((await stored()) - before).toBe(60)
    await processOnce(story.runtime)
  })

  // The embedded database has one connection: nobody can hold a lock against itself.
  it.runIf(inject('store') === 'postgres')(
    'a database that is blocked is a 503 in time; what was written all the same counts once',
    async () => {
      const app = await serve({ patienceMs: 200, writers: 1 })
      const small = await serve({ patienceMs: 60_000, writers: 1, rows: 2 })
      const before = await stored()
      const release = Promise.withResolvers<void>()
      const locked = Promise.withResolvers<void>()
      const holder = story.ctx.db.transaction().execute(async (trx) => {
        await sql`lock table webhook_update in access exclusive mode`.execute(trx)
        locked.resolve()
        await release.promise
      })
      await locked.promise
      const first = [status()]
      const second = [status()]
      const answers = await Promise.all([post(app, first), post(app, second)])
      expect(answers.map((answer) => answer.statusCode)).toEqual([503, 503])
      expect(await refused('slow')).toBe(2)
      const three = [post(small), post(small), post(small)]
      expect((await Promise.race(three)).statusCode).toBe(503)
      expect(await refused('memory')).toBe(1)
      release.resolve()
      await holder
      const statuses = (await Promise.all(three)).map((answer) => answer.statusCode)
      expect(statuses.sort()).toEqual([200, 200, 503])
      expect((await post(app, first)).statusCode).toBe(200)
      expect((await post(app, second)).statusCode).toBe(200)
      expect((await stored()) - before).toBe(4)
    },
  )

  it.runIf(inject('store') === 'postgres')(
    'a database that does not say whose a number is, or takes nothing aside, is a 503 in time, too',
    async () => {
      const app = await serve({ placesMs: 0, patienceMs: 200 })
      expect((await post(app)).statusCode).toBe(200)
      const before = [await refused('slow'), await refused('memory')]
      const hold = async (table: string, work: () => Promise<void>) =>
        story.ctx.db.transaction().execute(async (trx) => {
          await sql`lock table ${sql.table(table)} in access exclusive mode`.execute(trx)
          await work()
        })
      await hold('channel_route', async () => {
        expect((await post(app)).statusCode).toBe(503)
        // What waits there is bounded as well.
        const small = await serve({ placesMs: 0, patienceMs: 200, bytes: 3_000 })
        const answers = await Promise.all([post(small), post(small)])
        expect(answers.map((answer) => answer.statusCode)).toEqual([503, 503])
      })
      await hold('webhook_aside', async () => {
        expect((await post(app, [status()], '888')).statusCode).toBe(503)
      })
      expect([await refused('slow'), await refused('memory')]).toEqual([
        (before[0] ?? 0) + 3,
        (before[1] ?? 0) + 1,
      ])
      expect((await post(app)).statusCode).toBe(200)
    },
  )
})
