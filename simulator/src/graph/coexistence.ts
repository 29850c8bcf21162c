import { z } from 'zod'
import { DAY } from '../clock.ts'
import { syncContacts, tellHistory } from '../coexistence.ts'
import { GraphFault, unknownObject } from '../errors.ts'
import { type Call, parse } from './call.ts'

const schema = z.looseObject({
  messaging_product: z.literal('whatsapp'),
  sync_type: z.enum(['smb_app_state_sync', 'history']),
})

/**
 * `POST /{phone}/smb_app_data`: asks for the app's contacts or chats, each once and within a day of connecting.
 * @throws GraphFault 2593107 or 2593108
 */
export function syncAppData({ world, id, body }: Call): unknown {
  const number = world.numbers.find(id)
  if (!number) throw unknownObject(id, 'post')
  const { sync_type } = parse(schema, body)
  const facts = world.numbers.facts(number)
  if (facts.onAppSince === undefined || facts.onAppSince < world.clock.now() - DAY)
    throw new GraphFault(2593108, 'Synchronization is possible within 24 hours of connecting only.')
  if (facts.synced.includes(sync_type))
    throw new GraphFault(2593107, 'Synchronization of this kind was asked for already.')
  facts.synced.push(sync_type)
  if (sync_type === 'history') tellHistory(world, number, false)
  else {
    const known = world.people.everybody().filter((person) => world.chats.of(person.id).length > 0)
    syncContacts(world, number, known, 'add')
  }
  return { messaging_product: 'whatsapp', request_id: `${number.id}:${sync_type}` }
}
