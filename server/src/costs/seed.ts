import type { Context } from '../platform/index.ts'
import { startingCard } from './card.ts'
import { putRates } from './store.ts'

/** Gives a new business its price table, every row marked as not verified; part of the transaction that creates it. */
export async function seedRates(tx: Context): Promise<void> {
  await putRates(
    tx,
    startingCard().map(({ effectiveFrom, effectiveTo, ...row }) => ({
      ...row,
      effective_from: effectiveFrom,
      effective_to: effectiveTo,
      verified: false,
    })),
  )
}
