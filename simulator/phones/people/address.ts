import type { Person } from '../api/types.ts'

/** A number that reads well: "+491713920011" gives "+49 171 3920011". Others stay as they are. */
export function readablePhone(phone: string): string {
  const german = /^\+49(1\d\d)(\d+)$/.exec(phone)
  return german ? `+49 ${german[1]} ${german[2]}` : phone
}

/** What others see of a person: the username where there is one, else the number. */
export function addressOf(person: Pick<Person, 'phone' | 'username'>): string {
  if (person.username) return `@${person.username}`
  return person.phone ? readablePhone(person.phone) : ''
}
