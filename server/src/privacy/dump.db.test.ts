import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Live } from '../app/live.ts'
import { wire } from '../app/wire.ts'
import { runDispatchOnce } from '../dispatch/index.ts'
import { markRead, readConversation } from '../inbox/read.ts'
import { reply } from '../inbox/reply.ts'
import { mountWebhooks, processOnce } from '../intake/index.ts'
import { type Api, createServer } from '../platform/http/index.ts'
import { type Context, createContext, newId } from '../platform/index.ts'
import { dump, traces } from '../testing/dump.ts'
import { NUMBER, type Story, startStory } from '../testing/story.ts'
import { erasePerson } from './erase.ts'
import { exportPerson } from './export.ts'

interface Person {
  id: string
  phone: string
  bsuid: string
}

/** The simulator's message ids spell the person's number, as the real ones do. */
describe('a stolen dump', () => {
  let story: Story
  let app: Api
  beforeAll(async () => {
    story = await startStory({
      dials: { deliverRate: 1, readRate: 1, tapRate: 0, stopRate: 0, optInYesRate: 1, duplicateRate: 0.3 },
    })
    const { runtime } = story
    wire(runtime, new Live())
    await runtime.jobs.prepare()
    app = createServer(runtime)
    mountWebhooks(app, runtime)
    await story.callback(`${await app.listen({ host: '127.0.0.1', port: 0 })}/webhooks/whatsapp`)
    await story.keyword()
  })
  afterAll(async () => {
    await app.close()
    await story.close()
  })

  const count = async (query: ReturnType<typeof sql<{ n: number }>>) =>
    (await query.execute(story.ctx.db)).rows[0]?.n ?? 0
  const said = (start: string) =>
    count(sql<{ n: number }>`select count(*)::int as n from message
      where dedupe_key like ${`${start}:%`} and state in ('delivered', 'read')`)

  /** Lets both sides work until a condition holds. */
  async function until(what: string, holds: () => Promise<boolean>) {
    await vi.waitFor(
      async () => {
        if (await holds()) return
        story.runtime.clock.set(new Date())
        await processOnce(story.runtime)
        await runDispatchOnce(story.runtime)
        throw new Error(`Waited in vain until ${what}: ${JSON.stringify(await story.states())}`)
      },
      { timeout: 60_000, interval: 25 },
    )
  }

  async function contactOf({ phone }: Person): Promise<string> {
    const digest = story.runtime.vault.digest(story.businessId, 'phone', phone)
    const { contact_id } = await story.ctx.db
      .selectFrom('contact_identity')
      .select('contact_id')
      .where('digest', '=', digest)
      .executeTakeFirstOrThrow()
    return contact_id
  }

  const as = (role: 'agent' | 'dpo'): Context =>
    createContext(story.runtime, story.businessId, { kind: 'member', memberId: newId(), role })

  /** The id of the message that WhatsApp was told is read. */
  async function readId(): Promise<string> {
    const { entries } = await story.sim<{ entries: { body?: { status?: string; message_id?: string } }[] }>(
      'GET',
      '/sim/log?kind=request&limit=1000',
    )
    return entries.find(({ body }) => body?.status === 'read')?.body?.message_id ?? ''
  }

  it('holds no number and no id of anybody who was in the story', async () => {
    const { sim, channelId, ctx, runtime } = story
    runtime.clock.set(new Date())
    await sim('POST', '/sim/crowd', { count: 6, phoneNumberId: NUMBER, optIn: { text: 'START' } })
    await until('all were welcomed', async () => (await said('welcome')) === 6)
    const { rows } = await sql<{ contact_id: string }>`select contact_id from consent`.execute(ctx.db)
    const { campaignId } = await story.campaign(rows.map((row) => row.contact_id))
    await until('all have read the campaign', async () => (await story.states(campaignId)).read === 6)

    const { people } = await sim<{ people: Person[] }>('GET', '/sim/people?crowd=true&limit=10')
    const [leaves, repeats, forwards, doubts, talks, goes] = people
    if (!leaves || !repeats || !forwards || !doubts || !talks || !goes)
      throw new Error('The crowd is too small.')
    const writes = (person: Person, text: string, forwarded = false) =>
      sim('POST', `/sim/people/${person.id}/messages`, { phoneNumberId: NUMBER, text, forwarded })
    await writes(leaves, 'STOP')
    await writes(repeats, 'START')
    await writes(forwards, 'START', true)
    await writes(doubts, 'Wie kann ich mich abmelden?')
    await writes(talks, 'Danke, eine schöne Nachricht!')
    for (const start of ['receipt', 'already', 'forwarded', 'unclear'])
      await until(`${start} was said`, async () => (await said(start)) === 1)

    const chat = { contactId: await contactOf(talks), channelId }
    await readConversation(as('agent'), chat)
    await markRead(runtime, { businessId: story.businessId, ...chat })
    await reply(as('agent'), chat, { text: 'Gern!' })
    await exportPerson(as('dpo'), chat.contactId)
    await erasePerson(as('dpo'), await contactOf(goes), { confirm: 'ERASE' })
    await until('everything is settled', async () => {
      const { read, delivered, ...open } = await story.states()
      const waiting = sql<{
        n: number
      }>`select count(*)::int as n from webhook_waiting`
      return Object.keys(open).length === 0 && (await count(waiting)) === 0
    })

    const secrets = people.flatMap(({ phone, bsuid }) => [phone.slice(1), phone.slice(3), bsuid])
    // The search finds the number in an id of WhatsApp, which we could still give when we needed it.
    const wamid = await readId()
    expect(traces(`(${wamid})`, [talks.phone.slice(1)])).not.toEqual([])
    expect(traces(`x${wamid.slice('wamid.'.length)}`, [talks.phone.slice(1)])).not.toEqual([])
    expect(traces(Buffer.from(wamid).toString('hex'), [wamid])).not.toEqual([])

    const all = await dump(ctx.db)
    expect(traces(all, secrets)).toEqual([])
    expect(all).not.toMatch(/wamid\./)
    // What was looked through is the whole story.
    for (const table of ['message', 'inbound_message', 'consent_question'])
      expect(
        await count(sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}
          where wamid_digest is not null`),
        table,
      ).toBeGreaterThan(4)
    expect(all).toContain(runtime.vault.digest(story.businessId, 'message', wamid))
  }, 200_000)
})
