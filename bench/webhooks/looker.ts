// Looks in a process of its own, which ends with the one that started it (start-looks.ts).
import { openPlace, type Place } from '../run/place.ts'
import { shopContext } from '../seed/shop.ts'
import { serveLooks } from './looks.ts'

/** What the process is started with, as JSON. */
export interface LookerInput {
  place: Place
  businessId: string
  channelId: string
}

const { place, businessId, channelId } = JSON.parse(process.argv[2] ?? '') as LookerInput
const opened = await openPlace(place)
const looks = await serveLooks(shopContext(opened.runtime, businessId), channelId)
process.once('disconnect', async () => {
  await looks.close()
  await opened.close()
  process.exit(0)
})
process.send?.(looks.url)
