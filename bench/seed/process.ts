// Fills a place in a process of its own, so that the measured one starts with a clean memory.
import { answerParent } from '../run/apart.ts'
import { openPlace, type Place } from '../run/place.ts'
import { seedPeople } from './people.ts'
import { liftPolicy, seedCampaign, settleDown } from './queue.ts'
import { type Shop, seedShop, shopContext } from './shop.ts'

export interface SeedInput {
  place: Place
  /** Messages per second that the channel may send; for a new shop. */
  throughput: number
  /** The shop that is there already; without it a new one is made. */
  shop: Shop | null
  /** People to add, and the index of the first. */
  people: number
  from: number
  /** Messages to queue, in campaigns to as many people as there are. */
  messages: number
}

export interface Seeded {
  shop: Shop
  messages: number
}

answerParent(async (input: SeedInput): Promise<Seeded> => {
  const { runtime, close } = await openPlace(input.place)
  const shop = input.shop ?? (await seedShop(runtime, input.throughput))
  const ctx = shopContext(runtime, shop.businessId)
  if (!input.shop) await liftPolicy(ctx)
  if (input.people > 0) await seedPeople(ctx, shop, input.people, input.from)
  await settleDown(ctx)
  let messages = 0
  while (messages < input.messages) {
    const queued = await seedCampaign(ctx, shop, input.messages - messages)
    if (queued === 0) throw new Error('The gate lets nobody through: no message could be queued.')
    messages += queued
  }
  await settleDown(ctx)
  await close()
  return { shop, messages }
})
