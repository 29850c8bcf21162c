// Fills a place in a process of its own, so that the measured one starts with a clean memory.
import { answerParent } from '../run/apart.ts'
import { CLOCK_SHIFT, openPlace, type Place } from '../run/place.ts'
import { copyCampaign } from './copy-campaign.ts'
import { seedPeople } from './people.ts'
import { seedCampaign, setPolicy, settleDown } from './queue.ts'
import { type Shop, seedShop, shopContext } from './shop.ts'

export interface FillInput {
  place: Place
  /** Messages per second that the channel may send; for a new shop. */
  throughput: number
  /** People may get any number of campaigns; for a new shop. */
  often: boolean
  /** The shop that is there already; without it a new one is made. */
  shop: Shop | null
  /** People to add, and the index of the first. */
  people: number
  from: number
  /** Messages to queue, in as many campaigns as it takes. */
  messages: number
}

export interface Filled {
  shop: Shop
  messages: number
}

answerParent(async (input: FillInput): Promise<Filled> => {
  const { runtime, close } = await openPlace(input.place)
  const shop = input.shop ?? (await seedShop(runtime, input.throughput))
  const ctx = shopContext(runtime, shop.businessId)
  // Quiet hours are asked where it is noon; elsewhere they would decide what is measured.
  const quietHours = CLOCK_SHIFT in input.place
  if (!input.shop) await setPolicy(ctx, { often: input.often, quietHours })
  if (input.people > 0) {
    await seedPeople(ctx, shop, input.people, input.from)
    await settleDown(ctx)
  }
  const first = await seedCampaign(ctx, shop, input.messages)
  if (first.messages === 0) throw new Error('The gate lets nobody through: no message could be queued.')
  let { messages } = first
  while (messages < input.messages)
    messages += await copyCampaign(ctx, first.campaignId, input.messages - messages)
  await settleDown(ctx)
  await close()
  return { shop, messages }
})
