import { createHash } from 'node:crypto'
import { iso } from './clock.ts'
import { countryOf } from './countries.ts'
import { bsuidFor, digitsOf } from './ids.ts'

/** Somebody with a phone, as the control API shows them. `phone` in E.164 with plus; arrays hold phone number ids. */
export interface Person {
  id: string
  name: string
  phone: string | null
  bsuid: string
  /** Shared by linked portfolios; only where those are used. */
  parentBsuid: string | null
  username: string | null
  language: 'de' | 'en'
  crowd: boolean
  /** Changes with a new phone or a new installation of WhatsApp. */
  identityHash: string
  blockedNumbers: string[]
  stoppedMarketing: string[]
  createdAt: string
}

export interface NewPerson {
  id?: string | undefined
  name: string
  phone?: string | null | undefined
  username?: string | null | undefined
  language?: 'de' | 'en' | undefined
  crowd?: boolean
  /** Gets a parent BSUID as well. */
  withParent?: boolean | undefined
}

/** The control API refuses a request; `status` is the HTTP status. */
export class Refused extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** Everybody who is on the simulated WhatsApp. Who is not in here is "not on WhatsApp". */
export class Directory {
  readonly #byId = new Map<string, Person>()
  readonly #byDigits = new Map<string, Person>()
  readonly #byBsuid = new Map<string, Person>()
  readonly #activity = new Map<string, number>()
  #made = 0

  /** @throws Refused 409 when the id, the number or the username belongs to somebody else already. */
  add(input: NewPerson, now: number): Person {
    const digits = input.phone ? digitsOf(input.phone) : undefined
    const username = input.username ? input.username.replace(/^@/, '') : null
    if (!digits && !username) throw new Refused(400, 'A person needs a phone number or a username.')
    if (digits && this.#byDigits.has(digits))
      throw new Refused(409, 'Somebody with this phone number exists already.')
    const id = input.id ?? this.#freeId()
    if (this.#byId.has(id)) throw new Refused(409, `Somebody with the id ${id} exists already.`)
    const language = input.language ?? (digits && !/^4[139]/.test(digits) ? 'en' : 'de')
    const person: Person = {
      id,
      name: input.name,
      phone: digits ? `+${digits}` : null,
      bsuid: digits
        ? bsuidFor(countryOf(digits), digits)
        : bsuidFor(language === 'de' ? 'DE' : 'GB', `@${username}`),
      parentBsuid: null,
      username,
      language,
      crowd: input.crowd ?? false,
      identityHash: identityHash(id, 0),
      blockedNumbers: [],
      stoppedMarketing: [],
      createdAt: iso(now),
    }
    if (input.withParent) person.parentBsuid = parentOf(person.bsuid)
    if (this.#byBsuid.has(person.bsuid)) throw new Refused(409, 'Somebody with this username exists already.')
    this.#byId.set(id, person)
    this.#byBsuid.set(person.bsuid, person)
    if (person.parentBsuid) this.#byBsuid.set(person.parentBsuid, person)
    if (digits) this.#byDigits.set(digits, person)
    this.touch(person, now)
    return person
  }

  /** @throws Refused 404 */
  get(id: string): Person {
    const person = this.#byId.get(id)
    if (!person) throw new Refused(404, `There is no person ${id}.`)
    return person
  }

  find(id: string): Person | undefined {
    return this.#byId.get(id)
  }

  everybody(): Person[] {
    return [...this.#byId.values()]
  }

  byPhone(digits: string): Person | undefined {
    return this.#byDigits.get(digits)
  }

  byBsuid(bsuid: string): Person | undefined {
    return this.#byBsuid.get(bsuid)
  }

  /**
   * A new number; with it comes a new BSUID, and the old ones reach nobody any more.
   * @returns the BSUID before. @throws Refused 409 when the number is taken.
   */
  changeNumber(person: Person, phone: string): string {
    const digits = digitsOf(phone)
    if (this.#byDigits.has(digits)) throw new Refused(409, 'Somebody with this phone number exists already.')
    const previous = person.bsuid
    if (person.phone) this.#byDigits.delete(digitsOf(person.phone))
    this.#byBsuid.delete(previous)
    if (person.parentBsuid) this.#byBsuid.delete(person.parentBsuid)
    person.phone = `+${digits}`
    person.bsuid = bsuidFor(countryOf(digits), digits)
    this.#byDigits.set(digits, person)
    this.#byBsuid.set(person.bsuid, person)
    if (person.parentBsuid) {
      person.parentBsuid = parentOf(person.bsuid)
      this.#byBsuid.set(person.parentBsuid, person)
    }
    return previous
  }

  /** Notes that something happened with this person just now. */
  touch(person: Person, now: number): void {
    this.#activity.set(person.id, now)
  }

  /**
   * One page of people, newest activity first.
   * @param after the `next` of the page before
   */
  page(filter: {
    query?: string | undefined
    crowd?: boolean | undefined
    limit: number
    after?: string | undefined
  }): {
    people: Person[]
    next?: string
  } {
    const rows: { person: Person; at: number }[] = []
    for (const person of this.#byId.values()) {
      if (filter.crowd !== undefined && person.crowd !== filter.crowd) continue
      if (filter.query && !matches(person, filter.query)) continue
      rows.push({ person, at: this.#activity.get(person.id) ?? 0 })
    }
    rows.sort((a, b) => b.at - a.at || (a.person.id < b.person.id ? -1 : 1))
    const [at, ...rest] = (filter.after ?? '').split('_')
    const id = rest.join('_')
    const start = filter.after
      ? rows.findIndex((row) => row.at < Number(at) || (row.at === Number(at) && row.person.id > id))
      : 0
    if (start < 0) return { people: [] }
    const page = rows.slice(start, start + filter.limit)
    const last = page.at(-1)
    const more = start + page.length < rows.length && last
    return { people: page.map((row) => row.person), ...(more && { next: `${last.at}_${last.person.id}` }) }
  }

  clear(): void {
    for (const map of [this.#byId, this.#byDigits, this.#byBsuid, this.#activity]) map.clear()
    this.#made = 0
  }

  #freeId(): string {
    do this.#made += 1
    while (this.#byId.has(`p${this.#made}`))
    return `p${this.#made}`
  }
}

/** The parent BSUID beside a BSUID. */
const parentOf = (bsuid: string): string => bsuid.replace('.', '.ENT.')

/** A person's identity key, as its hash: the same for the same person and number of changes. */
export const identityHash = (id: string, changes: number): string =>
  createHash('sha256').update(`identity:${id}:${changes}`).digest('base64url').slice(0, 12)

function matches(person: Person, query: string): boolean {
  const wanted = query.trim().toLowerCase()
  const digits = digitsOf(wanted)
  return (
    person.name.toLowerCase().includes(wanted) ||
    (person.username ?? '').toLowerCase().includes(wanted.replace(/^@/, '')) ||
    (digits.length > 2 && (person.phone ?? '').includes(digits))
  )
}
