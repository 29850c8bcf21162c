import { type Sent, windowOpen } from './chat.ts'
import { isCapped } from './countries.ts'
import type { ErrorCode } from './errors.ts'
import { considerGrowth } from './growth.ts'
import type { BusinessNumber } from './numbers.ts'
import type { Person } from './people.ts'
import type { World } from './world.ts'

type Refusal = [code: ErrorCode, details: string]

interface Candidate {
  number: BusinessNumber
  person: Person | undefined
  sent: Sent
}

const UNDELIVERABLE: Refusal = [131026, 'Message undeliverable.']

/**
 * Why a message that was taken will fail all the same (platform §7), or nothing. What will not fail is counted: for
 * the messaging limit, and for what a person gets of marketing.
 */
export function refusalOf(
  world: World,
  { number, person, sent }: Candidate,
  id: string,
): Refusal | undefined {
  const ordered = world.faults.take('status', 'messages', number.id, sent.address.value)
  if (ordered) return [ordered.code, ordered.details ?? 'A fault by order.']
  if (!person || person.blockedNumbers.includes(number.id)) return UNDELIVERABLE
  if (world.numbers.facts(number).blocked.has(person.id)) return UNDELIVERABLE
  if (world.chance.hit(world.dials.undeliverableRate, `${id}:undeliverable`)) return UNDELIVERABLE
  if (world.numbers.wabas.get(number.wabaId)?.payment === 'failed')
    return [131042, 'The business has a problem with its means of payment.']
  if (sent.identityHash !== undefined && sent.identityHash !== person.identityHash)
    return [137000, 'The identity of this person has changed; the hash is not the present one.']
  const marketing = sent.category === 'MARKETING' ? marketingRefusal(world, number, person) : undefined
  if (marketing) return marketing
  const now = world.clock.now()
  const open = windowOpen(world.chats.open(person.id, number.id), now)
  if (!open && sent.category === 'SERVICE') {
    return [
      131047,
      'Message failed to send because more than 24 hours have passed since the customer last replied.',
    ]
  }
  if (!open) {
    if (world.dials.enforceLimit && !world.reach.allows(number, person.id, now))
      return [131048, 'The messaging limit of this account has been reached.']
    world.reach.note(number.wabaId, person.id, now)
    if (world.dials.limitGrowth) considerGrowth(world, number)
  }
  if (sent.category === 'MARKETING' && capped(person)) world.marketingCap.note(person.id, now)
  return undefined
}

const countryOf = (person: Person): string => person.bsuid.slice(0, 2)
const capped = (person: Person): boolean => isCapped(countryOf(person))

/** What keeps marketing from a person: their own stop, an experiment, where they live (platform §6.5). */
function marketingRefusal(world: World, number: BusinessNumber, person: Person): Refusal | undefined {
  const { experimentRate, marketingToUs, perUserMarketing } = world.dials
  if (person.stoppedMarketing.includes(number.id)) {
    return [
      131050,
      'This person has chosen to stop receiving marketing messages from this business on WhatsApp.',
    ]
  }
  if (world.chance.hit(experimentRate, `${person.id}:experiment`))
    return [130472, "This person's number is part of an experiment."]
  const ecosystem: Refusal = [
    131049,
    'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.',
  ]
  if (countryOf(person) === 'US' && !marketingToUs) return ecosystem
  if (perUserMarketing === 0 || !capped(person)) return undefined
  return world.marketingCap.count(person.id, world.clock.now()) >= perUserMarketing ? ecosystem : undefined
}
