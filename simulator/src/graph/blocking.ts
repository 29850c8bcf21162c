import { z } from 'zod'
import { DAY } from '../clock.ts'
import { GraphFault, unknownObject } from '../errors.ts'
import { digitsOf } from '../ids.ts'
import type { NumberFacts } from '../numbers.ts'
import type { Person } from '../people.ts'
import { type Call, page, parse } from './call.ts'

const MOST = 64_000

const schema = z.looseObject({
  messaging_product: z.literal('whatsapp'),
  block_users: z
    .array(
      z
        .looseObject({ user: z.string().optional(), user_id: z.string().optional() })
        .refine(({ user, user_id }) => user ?? user_id, { message: 'user or user_id is required' }),
    )
    .min(1),
})

interface Named {
  input: string
  wa_id?: string
  user_id?: string
}

/** `POST /{phone}/block_users`: only who wrote in the last 24 h. @throws GraphFault 139100 when some could not be */
export function blockUsers(call: Call): unknown {
  const facts = factsOf(call)
  return change(call, 'added_users', (person) => {
    const last = call.world.chats.open(person.id, call.id).lastFromPerson
    if (last === undefined || last < call.world.clock.now() - DAY)
      return 'This person did not write in the last 24 hours.'
    if (facts.blocked.size >= MOST) return `At most ${MOST} people can be blocked.`
    facts.blocked.add(person.id)
    return undefined
  })
}

/** `DELETE /{phone}/block_users` @throws GraphFault 139100 */
export function unblockUsers(call: Call): unknown {
  const facts = factsOf(call)
  return change(call, 'removed_users', (person) =>
    facts.blocked.delete(person.id) ? undefined : 'This person is not blocked.',
  )
}

/** `GET /{phone}/block_users` */
export function listBlocked(call: Call): unknown {
  const people = [...factsOf(call).blocked].flatMap((id) => call.world.people.find(id) ?? [])
  return page(people, call, (person) => ({ messaging_product: 'whatsapp', ...nameOf(person) }))
}

function change(call: Call, done: string, act: (person: Person) => string | undefined): unknown {
  const { block_users } = parse(schema, call.body)
  const good: Named[] = []
  const failed: unknown[] = []
  for (const { user, user_id } of block_users) {
    const input = user ?? user_id ?? ''
    const { people } = call.world
    const person = user === undefined ? people.byBsuid(input) : people.byPhone(digitsOf(input))
    const why = person ? act(person) : 'There is nobody with this number on WhatsApp.'
    if (why === undefined) good.push({ input, ...(person && nameOf(person)) })
    else {
      const message = 'Failed to block or unblock the user'
      failed.push({ input, errors: [{ message, code: 139100, error_data: { details: why } }] })
    }
  }
  const block_users_answer = { [done]: good, ...(failed.length > 0 && { failed_users: failed }) }
  const answer = { messaging_product: 'whatsapp', block_users: block_users_answer }
  if (failed.length === 0) return answer
  throw new GraphFault(139100, 'Some people could not be blocked or unblocked.', { beside: answer })
}

const nameOf = (person: Person): Omit<Named, 'input'> => ({
  ...(person.phone && !person.username && { wa_id: digitsOf(person.phone) }),
  user_id: person.bsuid,
})

function factsOf({ world, id }: Call): NumberFacts {
  const number = world.numbers.find(id)
  if (!number) throw unknownObject(id)
  return world.numbers.facts(number)
}
