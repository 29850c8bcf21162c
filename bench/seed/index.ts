import { runApart } from '../run/apart.ts'
import type { Place } from '../run/place.ts'
import type { Seeded, SeedInput } from './process.ts'

/** A new shop with people and queued messages in `place`. */
export function seed(
  place: Place,
  input: { throughput: number; people: number; messages: number },
): Promise<Seeded> {
  return runApart<Seeded>(PROCESS, { place, shop: null, from: 0, ...input } satisfies SeedInput)
}

/** More people and messages for a shop that is there already. */
export function seedMore(
  place: Place,
  input: Pick<SeedInput, 'people' | 'from' | 'messages'> & Pick<Seeded, 'shop'>,
): Promise<Seeded> {
  return runApart<Seeded>(PROCESS, { place, throughput: 0, ...input } satisfies SeedInput)
}

const PROCESS = new URL('./process.ts', import.meta.url)
