import { Writable } from 'node:stream'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { runDispatchOnce } from '../dispatch/index.ts'
import { processOnce } from '../intake/index.ts'
import { addMember, createAuth, ensureAccount } from '../members/index.ts'
import { withTransaction } from '../platform/index.ts'
import { dump, traces } from '../testing/dump.ts'
import { NUMBER, type Story, startStory } from '../testing/story.ts'
import { cookiesOf } from '../testing/web.ts'
import { Live } from './live.ts'
import { buildServer } from './server.ts'
import { wire } from './wire.ts'

const NAME = 'Kanaria Vogelsang'
const TEXT = 'Mein Kanarienvogel heisst Zwitschi'
const NOTE = 'Anruf wegen Zwitschi'

/** One person whose number, name and words are unlike anything else, through every flow; then every place where something is kept or told. */
describe('a canary', () => {
  let story: Story
  let api: Awaited<ReturnType<typeof buildServer>>
  let cookie: string
  const logged: string[] = []
  const answered: string[] = []
  beforeAll(async () => {
    story = await startStory({
      dials: { deliverRate: 1, readRate: 1, tapRate: 0, stopRate: 0, optInYesRate: 1 },
    })
    const { runtime } = story
    const lines = new Writable({
      write(chunk, _encoding, done) {
        logged.push(String(chunk))
        done()
      },
    })
    // Everything that would be logged at the most talkative setting, before any redaction.
    runtime.log = pino({ level: 'trace', base: null }, lines)
    wire(runtime, new Live())
    await runtime.jobs.prepare()
    let link = ''
    const auth = createAuth(runtime, ({ url }) => {
      link = url
    })
    api = await buildServer(runtime, auth, new Live())
    const accountId = await ensureAccount(runtime, auth, { email: 'owner@blatt.example', name: 'Owner' })
    await withTransaction(story.ctx, (tx) => addMember(tx, accountId, 'owner'))
    await auth.api.signInMagicLink({
      body: { email: 'owner@blatt.example', callbackURL: '/' },
      headers: new Headers(),
    })
    const { pathname, search } = new URL(link)
    cookie = cookiesOf(await api.inject(pathname + search))
    await story.callback(`${await api.listen({ host: '127.0.0.1', port: 0 })}/webhooks/whatsapp`)
    await story.keyword()
  })
  afterAll(async () => {
    await api.close()
    await story.close()
  })

  const ask = async (method: 'GET' | 'POST' | 'PATCH', url: string, body?: object) => {
    const response = await api.inject({
      method,
      url: `/api/v1${url}`,
      headers: { cookie, 'x-business-id': story.businessId },
      ...(body ? { payload: body } : {}),
    })
    if (response.statusCode >= 400) answered.push(response.body)
    return response
  }
  async function until(what: string, holds: () => Promise<boolean>) {
    await vi.waitFor(
      async () => {
        if (await holds()) return
        story.runtime.clock.set(new Date())
        await processOnce(story.runtime)
        await runDispatchOnce(story.runtime)
        throw new Error(`Waited in vain until ${what}: ${JSON.stringify(await story.states())}`)
      },
      { timeout: 30_000, interval: 25 },
    )
  }
  const count = async (query: ReturnType<typeof sql<{ n: number }>>) =>
    (await query.execute(story.ctx.db)).rows[0]?.n ?? 0

  it('C-47, C-48: leaves no trace in logs, metrics, errors, the database, the job queue, the audit log and other people’s exports', async () => {
    const { sim, ctx, runtime } = story
    runtime.clock.set(new Date())
    const [bird, other] = await Promise.all([
      sim<{ id: string; phone: string; bsuid: string }>('POST', '/sim/people', {
        name: NAME,
        phone: '+4915198765432',
      }),
      sim<{ id: string; phone: string; bsuid: string }>('POST', '/sim/people', {
        name: 'Otto',
        phone: '+4915123456780',
      }),
    ])
    const writes = (person: { id: string }, text: string) =>
      sim('POST', `/sim/people/${person.id}/messages`, { phoneNumberId: NUMBER, text })
    await writes(bird, 'START')
    await writes(other, 'Hallo')
    await until('the question is on their phone', async () => {
      const { read = 0, delivered = 0 } = await story.states()
      return read + delivered === 1
    })
    await writes(bird, TEXT)
    await until(
      'they have written',
      async () => (await count(sql<{ n: number }>`select count(*)::int as n from inbound_message`)) >= 2,
    )

    const digest = runtime.vault.digest(story.businessId, 'phone', bird.phone)
    const { contact_id: id } = await ctx.db
      .selectFrom('contact_identity')
      .select('contact_id')
      .where('digest', '=', digest)
      .executeTakeFirstOrThrow()
    const card = await ask('GET', `/contacts/${id}`)
    expect(card.body).toContain(NAME)
    for (const search of [bird.phone, NAME])
      await ask('GET', `/contacts?search=${encodeURIComponent(search)}`)
    await ask('PATCH', `/contacts/${id}`, { name: `${NAME} ` })
    await ask('POST', `/conversations/${id}/${story.channelId}/messages`, { text: TEXT })
    // What is refused must not be told back: an unknown person, a body that is wrong, an address that is none.
    await ask('POST', `/contacts/${id}/hold`, { reason: { said: TEXT } })
    await ask('POST', '/segments', {
      name: NAME,
      rules: { match: 'all', groups: [{ match: 'all', rules: [{ field: TEXT }] }] },
    })
    await ask('GET', `/contacts/${bird.phone}`)
    // A fault in the middle of a change is logged, with what the database says about it.
    await sql`alter table audit_entry rename to audit_entry_away`.execute(runtime.db)
    expect((await ask('PATCH', `/contacts/${id}`, { name: `${NAME} jun.` })).statusCode).toBe(500)
    await sql`alter table audit_entry_away rename to audit_entry`.execute(runtime.db)
    await ask('POST', `/contacts/${id}/withdraw`, { note: NOTE })
    const { contact_id: otherId } = await ctx.db
      .selectFrom('contact')
      .select('contact_id')
      .where('contact_id', '<>', id)
      .executeTakeFirstOrThrow()
    const exported = await ask('POST', `/privacy/contacts/${otherId}/export`)
    expect(exported.statusCode).toBe(200)
    await writes(bird, 'STOP')
    await until('all is settled', async () => {
      const waiting = await count(sql<{ n: number }>`select count(*)::int as n from webhook_waiting`)
      const { read, delivered, withheld, ...open } = await story.states()
      return waiting === 0 && Object.keys(open).length === 0
    })

    const secrets = [
      bird.phone.slice(1),
      bird.phone.slice(3),
      bird.bsuid,
      NAME,
      'Vogelsang',
      TEXT,
      'Zwitschi',
      NOTE,
    ]
    const sinks: Record<string, string> = {
      log: logged.join(''),
      metrics: await runtime.metrics.registry.metrics(),
      errors: answered.join('\n'),
      'database and job queue': await dump(runtime.db),
      'export of somebody else': exported.body,
    }
    for (const [sink, text] of Object.entries(sinks)) {
      expect([sink, text.length > 100]).toEqual([sink, true])
      expect([sink, traces(text, secrets)]).toEqual([sink, []])
    }
    expect(answered.length).toBeGreaterThan(2)
    // The search finds them where they are.
    expect(traces(card.body, secrets)).not.toEqual([])
  }, 200_000)
})
