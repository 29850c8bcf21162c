import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Live } from '../app/live.ts'
import { wire } from '../app/wire.ts'
import { getCard } from '../card/index.ts'
import { runDispatchOnce } from '../dispatch/index.ts'
import { processOnce } from '../intake/index.ts'
import { type Context, createContext, newId } from '../platform/index.ts'
import { erasePerson, exportPerson, exportPersonPdf } from '../privacy/index.ts'
import { exportPortable } from '../privacy/portability.ts'
import { readPdf } from '../testing/pdf-text.ts'
import { NUMBER, SETUP, type Story, startStory, WABA } from '../testing/story.ts'
import { createTestWeb, type TestWeb } from '../testing/web.ts'
import { identityDigests } from './digests.ts'
import { importContacts } from './import.ts'
import { listContacts } from './list.ts'
import { toE164 } from './phone.ts'

interface Person {
  id: string
  bsuid: string
  username: string
  name: string
}

interface Request {
  to?: string
  recipient?: string
  type?: string
  biz_opaque_callback_data?: string
  text?: { body: string }
  interactive?: { action: { buttons?: { reply: { id: string } }[] } }
}

/** Somebody who hides their number, in everything that can happen to them here: nothing ever names a number. */
describe('a person with a username only', () => {
  let story: Story
  let web: TestWeb
  let dpo: Context
  beforeAll(async () => {
    story = await startStory()
    wire(story.runtime, new Live())
    await story.runtime.jobs.prepare()
    await story.keyword()
    web = await createTestWeb(story.runtime)
    dpo = createContext(story.runtime, story.businessId, { kind: 'member', memberId: newId(), role: 'dpo' })
  })
  afterAll(async () => {
    await web.close()
    await story.close()
  })

  let count = 0
  /** On their phone they have written to us, so that the simulated WhatsApp lets us answer. */
  async function newPerson(): Promise<Person> {
    const [name, username] = [`Lea Feld ${++count}`, `rosengarten_${count}`]
    const person = await story.sim<Person>('POST', '/sim/people', { name, username })
    await story.sim('POST', `/sim/people/${person.id}/messages`, { phoneNumberId: NUMBER, text: 'Hallo' })
    return person
  }
  const post = async (value: object, field = 'messages') => {
    story.runtime.clock.advance(1_000)
    const metadata = { display_phone_number: '4930123456', phone_number_id: NUMBER }
    const payload = JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: WABA, changes: [{ field, value: { metadata, ...value } }] }],
    })
    const answer = await web.api.inject({
      method: 'POST',
      url: '/webhooks/whatsapp',
      payload,
      headers: {
        'content-type': 'application/json',
        'x-hub-signature-256': `sha256=${createHmac('sha256', SETUP.appSecret).update(payload).digest('hex')}`,
      },
    })
    expect(answer.statusCode).toBe(200)
    await processOnce(story.runtime)
    await runDispatchOnce(story.runtime)
  }
  const now = () => String(Math.floor(story.runtime.clock.now().getTime() / 1000))
  const who = ({ name, username, bsuid }: Person) => ({
    contacts: [{ profile: { name, username: `@${username}` }, user_id: bsuid }],
  })
  const says = (person: Person, content: object) =>
    post({
      ...who(person),
      messages: [{ from_user_id: person.bsuid, id: `wamid.u${++count}`, timestamp: now(), ...content }],
    })
  const writes = (person: Person, body: string) => says(person, { type: 'text', text: { body } })
  /** What WhatsApp was asked to send to the person, oldest first. */
  const sent = async ({ bsuid }: Person): Promise<Request[]> => {
    const { entries } = await story.sim<{ entries: { path?: string; body?: Request }[] }>(
      'GET',
      '/sim/log?kind=request&limit=1000',
    )
    const bodies = entries.flatMap(({ path, body }) => (path?.endsWith('/messages') && body ? [body] : []))
    expect(bodies.filter(({ to, recipient }) => to === undefined && recipient === undefined)).toEqual([])
    return bodies.filter(({ recipient }) => recipient === bsuid)
  }
  /** Id of the newest message of ours, once it is on their phone. */
  async function newest(person: Person): Promise<string> {
    const count = (await sent(person)).length
    const received = async () => {
      const path = `/sim/people/${person.id}/chats/${NUMBER}`
      const chat = await story.sim<{ messages: { id: string; direction: string }[] }>('GET', path)
      return chat.messages.filter(({ direction }) => direction === 'in')
    }
    await expect.poll(async () => (await received()).length, { timeout: 5_000 }).toBe(count)
    return (await received()).at(-1)?.id ?? ''
  }
  const contactOf = async ({ bsuid }: Person): Promise<string> => {
    const [wanted] = identityDigests(story.ctx, { bsuid })
    const row = await story.ctx.db
      .selectFrom('contact_identity')
      .select('contact_id')
      .where('digest', '=', wanted?.digest ?? '')
      .executeTakeFirstOrThrow()
    return row.contact_id
  }
  const consentOf = async (contactId: string) => {
    const row = await story.ctx.db
      .selectFrom('consent')
      .select('state')
      .where('contact_id', '=', contactId)
      .executeTakeFirst()
    return row?.state ?? 'none'
  }
  const suppressed = async ({ bsuid }: Person) => {
    const [wanted] = identityDigests(story.ctx, { bsuid })
    const { rows } = await sql`select 1 from suppression where kind = 'bsuid' and digest = ${wanted?.digest}
      and lifted_at is null`.execute(story.ctx.db)
    return rows.length > 0
  }
  /** Both halves of the opt-in, over the chat. */
  async function optsIn(person: Person): Promise<string> {
    await writes(person, 'START')
    const buttons = (await sent(person)).at(-1)?.interactive?.action.buttons ?? []
    await says(person, {
      type: 'interactive',
      interactive: { type: 'button_reply', button_reply: { id: buttons[0]?.reply.id, title: 'JA' } },
      context: { id: await newest(person) },
    })
    return contactOf(person)
  }
  /** A campaign to them. @returns what became of it */
  async function campaign(contactId: string) {
    const { campaignId } = await story.campaign([contactId])
    await runDispatchOnce(story.runtime)
    return { campaignId, states: await story.states(campaignId) }
  }

  it('C-75: signs up twice in the chat; campaigns go to `recipient`; statuses that name only the id count', async () => {
    const mia = await newPerson()
    const contactId = await optsIn(mia)
    expect(await consentOf(contactId)).toBe('confirmed')
    const { campaignId, states } = await campaign(contactId)
    expect(states).toEqual({ accepted: 1 })
    const template = (await sent(mia)).at(-1)
    expect(template).toMatchObject({ recipient: mia.bsuid, type: 'template' })
    expect(template).not.toHaveProperty('to')
    const id = await newest(mia)
    const biz_opaque_callback_data = template?.biz_opaque_callback_data
    for (const status of ['sent', 'delivered', 'read'])
      await post({
        contacts: who(mia).contacts,
        statuses: [{ id, status, timestamp: now(), recipient_user_id: mia.bsuid, biz_opaque_callback_data }],
      })
    expect(await story.states(campaignId)).toEqual({ read: 1 })
  })

  it('C-75: a failure without any contact in its webhook finds its message', async () => {
    const mia = await newPerson()
    const { campaignId } = await campaign(await optsIn(mia))
    const id = await newest(mia)
    const biz_opaque_callback_data = (await sent(mia)).at(-1)?.biz_opaque_callback_data
    await post({
      statuses: [
        {
          id,
          biz_opaque_callback_data,
          status: 'failed',
          timestamp: now(),
          recipient_user_id: mia.bsuid,
          errors: [{ code: 131026, title: 'Message undeliverable' }],
        },
      ],
    })
    expect(await story.states(campaignId)).toEqual({ failed: 1 })
  })

  it('C-75: STOP ends everything, the receipt goes to the id, and the block is on the id; a new double opt-in lifts it', async () => {
    const mia = await newPerson()
    const contactId = await optsIn(mia)
    await writes(mia, 'Stop')
    expect([await consentOf(contactId), await suppressed(mia)]).toEqual(['withdrawn', true])
    expect((await sent(mia)).at(-1)?.text?.body).toContain('abgemeldet')
    expect((await campaign(contactId)).states).toEqual({})
    await optsIn(mia)
    expect([await consentOf(contactId), await suppressed(mia)]).toEqual(['confirmed', false])
  })

  it('C-75: WhatsApp’s own switch names only the id, and is obeyed', async () => {
    const mia = await newPerson()
    const contactId = await optsIn(mia)
    await post(
      {
        ...who(mia),
        user_preferences: [
          { user_id: mia.bsuid, category: 'marketing_messages', value: 'stop', timestamp: Number(now()) },
        ],
      },
      'user_preferences',
    )
    expect([await consentOf(contactId), await suppressed(mia)]).toEqual(['withdrawn', true])
  })

  it('C-75: WARUM, EINSTELLUNGEN and AUSKUNFT are answered, and the page of the link opens and withdraws', async () => {
    const mia = await newPerson()
    const contactId = await optsIn(mia)
    await writes(mia, 'WARUM')
    expect((await sent(mia)).at(-1)?.text?.body).toContain('STOP')
    await writes(mia, 'EINSTELLUNGEN')
    const path = /\/p\/[A-Za-z0-9_-]{64}/.exec((await sent(mia)).at(-1)?.text?.body ?? '')?.[0] ?? 'no link'
    const page = await web.api.inject(path)
    expect(page.statusCode).toBe(200)
    expect(page.body).not.toMatch(/null|undefined/)
    await writes(mia, 'AUSKUNFT')
    const { rows } = await sql<{ kind: string; identity: string }>`select kind, identity from privacy_request
      where contact_id = ${contactId}`.execute(story.ctx.db)
    expect(rows).toEqual([{ kind: 'access', identity: 'chat' }])
    const out = await web.api.inject({
      method: 'POST',
      url: `${path}/all-off`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ token: path.slice(3) }).toString(),
    })
    expect(out.statusCode).toBeLessThan(400)
    expect([await consentOf(contactId), await suppressed(mia)]).toEqual(['withdrawn', true])
  })

  it('C-75: access in JSON and as PDF, and what they take along, name the username and the id', async () => {
    const mia = await newPerson()
    const contactId = await optsIn(mia)
    await writes(mia, 'Stop')
    const { data } = await exportPerson(dpo, contactId)
    expect(data.profile).toMatchObject([{ bsuid: mia.bsuid, username: mia.username, name: mia.name }])
    const { text } = await readPdf(await exportPersonPdf(dpo, contactId))
    for (const part of [mia.username, mia.bsuid, 'Du stehst auf der Sperrliste']) expect(text).toContain(part)
    expect((await exportPortable(dpo, contactId)).profile).toMatchObject({
      phone: null,
      username: mia.username,
      whatsappId: mia.bsuid,
    })
  })

  it('C-75: erased, they leave a block on the id alone; a later message of theirs makes somebody new without consent', async () => {
    const mia = await newPerson()
    const contactId = await optsIn(mia)
    const report = await erasePerson(dpo, contactId, { confirm: 'ERASE' })
    expect(report.kept).toContain('contact_book')
    expect(await suppressed(mia)).toBe(true)
    await story.runtime.jobs.drain(story.runtime)
    const { entries } = await story.sim<{ entries: { path?: string; status?: number }[] }>(
      'GET',
      '/sim/log?kind=request&limit=1000',
    )
    const asked = entries.filter(({ path }) => path?.includes('contact_book'))
    expect(
      asked.map(({ status }) => status),
      'Meta is asked to forget the pair as well',
    ).toEqual([200])
    await writes(mia, 'Hallo?')
    const later = await contactOf(mia)
    expect(later).not.toBe(contactId)
    expect([await consentOf(later), await suppressed(mia)]).toEqual(['none', true])
    expect((await campaign(later)).states).toEqual({})
    await post({
      statuses: [{ id: 'wamid.unknown', status: 'read', timestamp: now(), recipient_user_id: mia.bsuid }],
    })
    expect(await consentOf(later)).toBe('none')
  })

  it('C-75: an import of numbers meets none of them, and cannot give them a number', async () => {
    const mia = await newPerson()
    const contactId = await optsIn(mia)
    const phone = toE164('0151 27182818', 'DE')
    const done = await importContacts(
      createContext(story.runtime, story.businessId, { kind: 'system', job: 'test' }),
      {
        fileName: 'kunden.csv',
        mapping: { phoneColumn: 'Telefon', nameColumn: 'Name', attributes: {} },
        bytes: (async function* () {
          yield Buffer.from(`Name;Telefon\n${mia.name};0151 27182818\n`)
        })(),
      },
    )
    expect(done).toMatchObject({ rowsGood: 1, rowsBad: 0 })
    const people = await listContacts(dpo, { search: mia.name })
    expect(people.items.map((row) => [row.id === contactId, row.phone])).toEqual([
      [false, phone],
      [true, null],
    ])
    expect(await consentOf(contactId)).toBe('confirmed')
  })

  it('C-75: list, card and search know them by username; who has none is known by the end of their id', async () => {
    const mia = await newPerson()
    const contactId = await optsIn(mia)
    for (const search of [`@${mia.username}`, mia.username.slice(0, 8), mia.username.toUpperCase()])
      expect((await listContacts(dpo, { search })).items.map(({ id }) => id)).toContain(contactId)
    expect(await getCard(dpo, contactId, 'de')).toMatchObject({
      phone: null,
      username: mia.username,
      whatsappId: mia.bsuid,
    })
    await writes({ ...mia, username: 'tulpe.mia' }, 'Ich heiße jetzt anders')
    expect((await listContacts(dpo, { search: '@tulpe' })).items.map(({ id }) => id)).toEqual([contactId])
    expect((await listContacts(dpo, { search: `@${mia.username}` })).items.map(({ id }) => id)).not.toContain(
      contactId,
    )
  })
})
