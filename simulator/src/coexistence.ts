import { tellAccount } from './account.ts'
import type { ChatMessage } from './chat.ts'
import { DAY, iso, seconds } from './clock.ts'
import { statusError } from './errors.ts'
import { digitsOf, wamid } from './ids.ts'
import type { BusinessNumber } from './numbers.ts'
import type { Person } from './people.ts'
import type { World } from './world.ts'

type Json = Record<string, unknown>

/** The number is also used in the WhatsApp Business app on somebody's phone, or no longer (platform §4.9). */
export function connectApp(world: World, number: BusinessNumber, connected: boolean): void {
  const facts = world.numbers.facts(number)
  if (connected) {
    facts.onAppSince = world.clock.now()
    facts.synced = []
    return
  }
  delete facts.onAppSince
  const waba = world.numbers.wabas.get(number.wabaId)
  if (!waba) return
  const waba_info = { waba_id: waba.id, owner_business_id: `9${waba.id.slice(1)}` }
  const disconnection_info = { reason: 'CONSENT_REVOKED', initiated_by: 'BUSINESS' }
  tellAccount(world, waba, 'PARTNER_REMOVED', { waba_info, disconnection_info })
}

/** Somebody wrote from the app: the person gets it, and the API is told what was said. */
export function echo(world: World, number: BusinessNumber, person: Person, body: string): ChatMessage {
  const at = world.clock.now()
  const id = wamid(digitsOf(person.phone ?? person.bsuid), 'toPerson')
  const where = { personId: person.id, phoneNumberId: number.id, direction: 'in' as const }
  const view: ChatMessage = { ...where, id, type: 'text', body, at: iso(at), status: 'delivered' }
  world.chats.append(world.chats.open(person.id, number.id), { view })
  world.people.touch(person, at)
  world.events.emit('message', { message: view }, person.crowd)
  const message = {
    from: digitsOf(number.displayPhoneNumber),
    ...(person.phone && !person.username && { to: digitsOf(person.phone) }),
    to_user_id: person.bsuid,
    id,
    timestamp: seconds(at),
    type: 'text',
    text: { body },
  }
  tell(world, number, 'smb_message_echoes', { message_echoes: [message] })
  return view
}

/** Contacts of the app's address book: added, changed or removed. */
export function syncContacts(
  world: World,
  number: BusinessNumber,
  people: readonly Person[],
  action: 'add' | 'remove',
): void {
  const timestamp = seconds(world.clock.now())
  const state_sync = people.map((person) => ({
    type: 'contact',
    contact: {
      full_name: person.name,
      first_name: person.name.split(' ')[0],
      ...(person.phone && { phone_number: digitsOf(person.phone) }),
      user_id: person.bsuid,
      ...(person.username && { username: `@${person.username}` }),
    },
    action,
    metadata: { timestamp },
  }))
  if (state_sync.length > 0) tell(world, number, 'smb_app_state_sync', { state_sync })
}

const PHASES = [1, 90, 180] as const

/** The app's chats of the last 180 days, in three phases; or the word that they are not shared. */
export function tellHistory(world: World, number: BusinessNumber, declined: boolean): void {
  if (declined) {
    const errors = [statusError(2593109, 'History sharing is turned off by the business')]
    tell(world, number, 'history', { history: [{ errors }] })
    return
  }
  const now = world.clock.now()
  for (const [phase, days] of PHASES.entries()) {
    const from = now - days * DAY
    const to = phase === 0 ? now + 1 : now - (PHASES[phase - 1] ?? 0) * DAY
    const threads = world.people.everybody().flatMap((person) => {
      const messages = world.chats
        .open(person.id, number.id)
        .messages.map(({ view }) => view)
        .filter(({ at }) => Date.parse(at) >= from && Date.parse(at) < to)
        .map((view) => pastMessage(number, person, view))
      return messages.length > 0
        ? [{ id: person.phone ? digitsOf(person.phone) : person.bsuid, messages }]
        : []
    })
    const metadata = { phase, chunk_order: 1, progress: Math.round(((phase + 1) / PHASES.length) * 100) }
    tell(world, number, 'history', { history: [{ metadata, threads }] })
  }
}

function pastMessage(number: BusinessNumber, person: Person, view: ChatMessage): Json {
  const business = digitsOf(number.displayPhoneNumber)
  const them = person.phone ? digitsOf(person.phone) : person.bsuid
  const content =
    view.type === 'text' ? { type: 'text', text: { body: view.body } } : { type: 'media_placeholder' }
  return {
    from: view.direction === 'in' ? business : them,
    ...(view.direction === 'in' && { to: them }),
    id: view.id,
    timestamp: seconds(Date.parse(view.at)),
    ...content,
    history_context: { status: view.status.toUpperCase() },
  }
}

function tell(world: World, number: BusinessNumber, field: string, value: Json): void {
  const metadata = {
    display_phone_number: digitsOf(number.displayPhoneNumber),
    phone_number_id: number.id,
  }
  world.webhooks({
    wabaId: number.wabaId,
    field,
    value: { messaging_product: 'whatsapp', metadata, ...value },
  })
}
