import { runApart } from '../run/apart.ts'
import type { Place } from '../run/place.ts'
import type { Filled, FillInput } from './fill.ts'

/** A new shop with people and queued messages in `place`; `often` lets people stand in many campaigns. */
export function seed(
  place: Place,
  input: { throughput: number; people: number; messages: number; often?: boolean },
): Promise<Filled> {
  return runApart<Filled>(FILL, { place, shop: null, from: 0, often: false, ...input } satisfies FillInput)
}

/** More people and messages for a shop that is there already. */
export function seedMore(
  place: Place,
  input: Pick<FillInput, 'people' | 'from' | 'messages'> & Pick<Filled, 'shop'>,
): Promise<Filled> {
  return runApart<Filled>(FILL, { place, throughput: 0, often: false, ...input } satisfies FillInput)
}

const FILL = new URL('./fill.ts', import.meta.url)
