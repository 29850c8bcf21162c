import type { ChatButton, ChatMessage, Sent } from './chat.ts'
import { block, writeText } from './inbound.ts'
import type { BusinessNumber } from './numbers.ts'
import { type Person, Refused } from './people.ts'
import { readChat } from './sending.ts'
import { tap } from './taps.ts'
import type { World } from './world.ts'

export interface CrowdCounts {
  count: number
  optedIn: number
  asked: number
  delivered: number
  read: number
  tapped: number
  stopped: number
  blocked: number
}

interface Member {
  received: number
  stopsOnMarketing: boolean
  stopped: boolean
}

export interface Gathering {
  count: number
  optInText?: string | undefined
  namePrefix?: string | undefined
  /** How many of them stop at the first marketing message. */
  stopping: number
  perSecond: number
}

const FIRST_PHONE = 4_915_120_000_000
const GIVEN = [
  'Mia',
  'Emma',
  'Ben',
  'Paul',
  'Lina',
  'Noah',
  'Hanna',
  'Leon',
  'Ida',
  'Finn',
  'Clara',
  'Elias',
  'Ella',
  'Anton',
  'Lea',
  'Emil',
]
const FAMILY = [
  'Albers',
  'Brandt',
  'Conrad',
  'Dietz',
  'Ebert',
  'Franke',
  'Graf',
  'Heinz',
  'Jansen',
  'Kluge',
  'Lorenz',
  'Maurer',
  'Nolte',
]
const YES = /^\W*(ja|yes|s[ií]|oui|sim|tak)\b/i
const OPT_OUT = /stop|abmeld|abbestell|unsubscribe|opt.?out|d[ée]sabonn|disiscriv|baja|afmeld/i
const TELL_MS = 250

/** Thousands of people who read, tap, stop and block by the dials, the same way every time for the same seed. */
export class Crowd {
  readonly #members = new Map<string, Member>()
  #counts: CrowdCounts = empty()
  #made = 0
  #telling = false

  counts(): CrowdCounts {
    return { ...this.#counts, count: this.#members.size }
  }

  /** Makes people; with an opt-in text each writes it, spread over time. @returns the first and last id. */
  gather(world: World, number: BusinessNumber, wish: Gathering): { created: number; ids: [string, string] } {
    const ids: string[] = []
    for (let made = 0; made < wish.count; made++) {
      const person = this.#make(world, wish.namePrefix)
      this.#members.set(person.id, { received: 0, stopsOnMarketing: made < wish.stopping, stopped: false })
      ids.push(person.id)
      const { optInText } = wish
      if (optInText !== undefined) {
        world.scheduler.after((made * 1000) / wish.perSecond, () => {
          if (world.people.find(person.id) !== person) return
          writeText(world, person, number, { body: optInText })
          this.#tell(world)
        })
      }
    }
    this.#tell(world)
    return { created: ids.length, ids: [ids[0] ?? '', ids.at(-1) ?? ''] }
  }

  /** Somebody who was of the crowd before a restart behaves by the dials again. */
  adopt(person: Person): void {
    this.#members.set(person.id, { received: 0, stopsOnMarketing: false, stopped: false })
  }

  /** Key for chance that counts a person's messages, so that each one is a new throw. */
  turn(personId: string): string {
    return `${personId}:${this.#members.get(personId)?.received ?? 0}`
  }

  /** A message reached somebody of the crowd; what they do about it is planned here. */
  received(world: World, person: Person, number: BusinessNumber, view: ChatMessage, sent: Sent): void {
    const member = this.#members.get(person.id)
    if (!member) return
    const turn = this.turn(person.id)
    member.received += 1
    this.#counts.delivered += 1
    this.#tell(world)
    const yes = question(view)
    if (yes) this.#counts.asked += 1
    const marketing = sent.category === 'MARKETING'
    const stops =
      marketing &&
      (member.stopsOnMarketing || world.chance.hit(world.dials.stopRate, `${turn}:stop`)) &&
      !member.stopped
    const reads = yes !== undefined || stops || world.chance.hit(world.dials.readRate, `${turn}:read`)
    if (!reads) return
    const readAfter = world.chance.between(world.dials.readMs, `${turn}:when`)
    const actAfter = world.chance.between(world.dials.readMs, `${turn}:act`)
    world.scheduler.after(Math.max(1, readAfter), () => {
      if (world.people.find(person.id) !== person) return
      this.#counts.read += readChat(world, person, number)
      this.#tell(world)
      const act = (): void => this.#act(world, person, number, { view, turn, yes, stops, marketing, member })
      world.scheduler.after(Math.max(1, Math.floor(actAfter / 2)), () => ignoringRefusals(act))
    })
  }

  clear(): void {
    this.#members.clear()
    this.#counts = empty()
    this.#made = 0
    this.#telling = false
  }

  #act(
    world: World,
    person: Person,
    number: BusinessNumber,
    seen: {
      view: ChatMessage
      turn: string
      yes: ChatButton | undefined
      stops: boolean
      marketing: boolean
      member: Member
    },
  ): void {
    const { view, turn, yes, stops, marketing, member } = seen
    if (world.people.find(person.id) !== person || person.blockedNumbers.includes(number.id)) return
    if (yes) {
      if (!world.chance.hit(world.dials.optInYesRate, `${turn}:yes`)) return
      tap(world, person, { messageId: view.id, index: yes.index })
      this.#counts.optedIn += 1
    } else if (stops) {
      const button = view.buttons?.find(isOptOut)
      if (button && world.chance.hit(0.3, `${turn}:how`))
        tap(world, person, { messageId: view.id, index: button.index })
      else writeText(world, person, number, { body: 'STOP' })
      member.stopped = true
      this.#counts.stopped += 1
    } else if (marketing && world.chance.hit(world.dials.blockRate, `${turn}:block`)) {
      block(world, person, number, true)
      this.#counts.blocked += 1
    } else if (world.chance.hit(world.dials.tapRate, `${turn}:tap`)) {
      const choices = view.buttons?.filter((button) => !isOptOut(button)) ?? []
      const button = choices[Math.floor(world.chance.roll(`${turn}:which`) * choices.length)]
      if (!button) return
      tap(world, person, { messageId: view.id, index: button.index })
      this.#counts.tapped += 1
    }
    this.#tell(world)
  }

  #make(world: World, prefix: string | undefined): Person {
    do this.#made += 1
    while (world.people.byPhone(String(FIRST_PHONE + this.#made)) || world.people.find(`crowd-${this.#made}`))
    const n = this.#made
    const given = GIVEN[Math.floor(world.chance.roll(`given:${n}`) * GIVEN.length)]
    const family = FAMILY[Math.floor(world.chance.roll(`family:${n}`) * FAMILY.length)]
    const name = prefix ? `${prefix} ${n}` : `${given} ${family}`
    return world.people.add(
      { id: `crowd-${n}`, name, phone: `+${FIRST_PHONE + n}`, crowd: true, language: 'de' },
      world.clock.now(),
    )
  }

  /** Tells the phones the new counts, a few times a second at most. */
  #tell(world: World): void {
    if (this.#telling) return
    this.#telling = true
    world.scheduler.after(TELL_MS, () => {
      this.#telling = false
      world.events.emit('crowd', this.counts())
    })
  }
}

const empty = (): CrowdCounts => ({
  count: 0,
  optedIn: 0,
  asked: 0,
  delivered: 0,
  read: 0,
  tapped: 0,
  stopped: 0,
  blocked: 0,
})

const isOptOut = (button: ChatButton): boolean =>
  OPT_OUT.test(button.text) || (button.payload ?? button.id ?? '').startsWith('optout')

/** The YES button of a question about consent, if the message asks one. */
function question(view: ChatMessage): ChatButton | undefined {
  const asked = view.buttons?.filter((button) => button.kind === 'reply' || button.kind === 'quick_reply')
  return asked?.find(
    (button) => (button.id ?? button.payload ?? '').startsWith('doi:yes') || YES.test(button.text),
  )
}

/** Somebody who was blocked or reset meanwhile simply does nothing. */
function ignoringRefusals(run: () => void): void {
  try {
    run()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
}
