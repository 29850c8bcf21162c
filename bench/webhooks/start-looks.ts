import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Runtime } from '../../server/src/platform/index.ts'
import type { Store } from '../harness.ts'
import type { Place } from '../run/place.ts'
import { type Shop, shopContext } from '../seed/shop.ts'
import type { LookerInput } from './looker.ts'
import { serveLooks } from './looks.ts'

/**
 * Starts what looks whether anything is just starting, apart from what receives: its turns of the event loop are not what is measured.
 * The embedded database is one process, so there it looks from this one.
 * @returns where to ask
 */
export async function startLooks(
  { store, later }: { store: Store; later(end: () => Promise<void>): void },
  { place, runtime, shop }: { place: Place; runtime: Runtime; shop: Shop },
): Promise<string> {
  const { businessId, channelId } = shop
  if (store === 'pglite') {
    const looks = await serveLooks(shopContext(runtime, businessId), channelId)
    later(() => looks.close())
    return looks.url
  }
  const input: LookerInput = { place, businessId, channelId }
  const file = fileURLToPath(new URL('./looker.ts', import.meta.url))
  const child = fork(file, [JSON.stringify(input)], { execArgv: [] })
  later(async () => {
    const ended = once(child, 'exit')
    child.disconnect()
    await ended
  })
  const [url] = (await once(child, 'message')) as [string]
  return url
}
