import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { ChatMessage } from '../chat.ts'
import { block, changeIdentity, changeNumber, report, setMarketing, writeText } from '../inbound.ts'
import type { BusinessNumber } from '../numbers.ts'
import { type Person, Refused } from '../people.ts'
import { readChat } from '../sending.ts'
import { tap } from '../taps.ts'
import type { World } from '../world.ts'
import { read } from './input.ts'

const phone = z.string().regex(/^\+?[\d\s()/-]{6,25}$/, 'must be a phone number with country code')
const username = z
  .string()
  .regex(/^@?[A-Za-z0-9._]{3,35}$/, 'must be 3 to 35 letters, digits, dots or underscores')
const phoneNumberId = z.string().min(1)

const newPerson = z.object({
  name: z.string().trim().min(1).max(120),
  phone: phone.nullish(),
  username: username.nullish(),
  language: z.enum(['de', 'en']).optional(),
  id: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
  /** Behaves by the dials, like the people of `POST /sim/crowd`. */
  crowd: z.boolean().optional(),
  /** Has a parent BSUID beside the BSUID. */
  withParent: z.boolean().optional(),
})
const listQuery = z.object({
  query: z.string().optional(),
  crowd: z.stringbool().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  after: z.string().optional(),
})
const text = z.object({
  phoneNumberId,
  text: z.string().min(1).max(4096),
  replyTo: z.string().optional(),
  forwarded: z.boolean().optional(),
  /** The advert or post the person came by: `true` for a usual one, or its fields. */
  referral: z.union([z.literal(true), z.record(z.string(), z.unknown())]).optional(),
})
const ADVERT = {
  source_url: 'https://fb.me/3cr4Wqqkv',
  source_id: '120226305854810726',
  source_type: 'ad',
  body: 'Bis Sonntag zwanzig Prozent auf alles',
  headline: 'Schreib uns',
  media_type: 'image',
  image_url: 'https://example.org/ad.jpg',
  ctwa_clid: 'Aff-n8ZTODiE79d22KtAwQKj9e_mIEOOj27vDVwFjN80dp4',
}
const choice = z.object({
  messageId: z.string(),
  index: z.number().int().min(0).optional(),
  rowId: z.string().optional(),
})

type ById = { Params: { id: string } }

/** `/sim/people`: who is on WhatsApp, and everything a person can do with a phone. */
export function peopleRoutes(app: FastifyInstance, world: World): void {
  const who = (request: { params: { id: string } }): Person => world.people.get(request.params.id)

  app.get('/sim/people', async (request) => {
    const filter = read(listQuery, request.query)
    const { people, next } = world.people.page(filter)
    return { people: people.map((person) => summary(world, person)), ...(next && { next }) }
  })

  app.post('/sim/people', async (request) => {
    const person = world.people.add(read(newPerson, request.body), world.clock.now())
    if (person.crowd) world.crowd.adopt(person)
    world.events.emit('person', person)
    return person
  })

  app.get<ById>('/sim/people/:id', async (request) => who(request))

  app.get<{ Params: { id: string; phoneNumberId: string } }>(
    '/sim/people/:id/chats/:phoneNumberId',
    async (request) => {
      const person = who(request)
      const number = numberOf(world, request.params.phoneNumberId)
      const chat = world.chats.open(person.id, number.id)
      return {
        person,
        number,
        messages: chat.messages.map(({ view }) => view),
        typing: chat.typingUntil > world.clock.now(),
      }
    },
  )

  app.post<ById>('/sim/people/:id/messages', async (request) => {
    const wish = read(text, request.body)
    const { phoneNumberId: id, text: body, referral, ...more } = wish
    const advert = referral === true ? ADVERT : referral
    return writeText(world, who(request), numberOf(world, id), { ...more, body, referral: advert })
  })

  app.post<ById>('/sim/people/:id/taps', async (request) =>
    tap(world, who(request), read(choice, request.body)),
  )

  app.post<ById>('/sim/people/:id/reads', async (request) => {
    const number = numberOf(world, read(z.object({ phoneNumberId }), request.body).phoneNumberId)
    return { read: readChat(world, who(request), number) }
  })

  app.post<ById>('/sim/people/:id/blocks', async (request) => {
    const wish = read(z.object({ phoneNumberId, blocked: z.boolean() }), request.body)
    block(world, who(request), numberOf(world, wish.phoneNumberId), wish.blocked)
    return who(request)
  })

  app.post<ById>('/sim/people/:id/reports', async (request) => {
    const wish = read(z.object({ phoneNumberId, block: z.boolean().default(true) }), request.body)
    const number = numberOf(world, wish.phoneNumberId)
    report(world, who(request), number, wish.block)
    return who(request)
  })

  app.post<ById>('/sim/people/:id/marketing', async (request) => {
    const wish = read(z.object({ phoneNumberId, value: z.enum(['stop', 'resume']) }), request.body)
    setMarketing(world, who(request), numberOf(world, wish.phoneNumberId), wish.value)
    return who(request)
  })

  app.post<ById>('/sim/people/:id/number', async (request) => {
    changeNumber(world, who(request), read(z.object({ phone }), request.body).phone)
    return who(request)
  })

  app.post<ById>('/sim/people/:id/username', async (request) => {
    const person = who(request)
    const wish = read(z.object({ username: username.nullable() }), request.body).username
    if (wish === null && !person.phone) throw new Refused(409, 'A person without a number needs a username.')
    person.username = wish?.replace(/^@/, '') ?? null
    world.events.emit('person', person)
    return person
  })

  app.post<ById>('/sim/people/:id/identity', async (request) => {
    changeIdentity(world, who(request))
    return who(request)
  })
}

/** @throws Refused 404 */
export function numberOf(world: World, id: string): BusinessNumber {
  const number = world.numbers.find(id)
  if (!number) throw new Refused(404, `There is no business number ${id}.`)
  return number
}

function summary(world: World, person: Person): Person & { lastMessage?: ChatMessage; unread: number } {
  let lastMessage: ChatMessage | undefined
  let unread = 0
  for (const chat of world.chats.of(person.id)) {
    unread += chat.unread
    const last = chat.messages.at(-1)?.view
    if (last && (!lastMessage || last.at > lastMessage.at)) lastMessage = last
  }
  return { ...person, unread, ...(lastMessage && { lastMessage }) }
}
