import { type Business, getBusiness } from '../businesses/index.ts'
import type { Db } from '../platform/db/index.ts'
import type { Context } from '../platform/index.ts'

/** By transaction, and gone with it. */
const known = new WeakMap<Db, Promise<Business>>()

/** The business in whose name we answer: several steps of judging one message ask for it, and it is read once in a transaction. */
export function businessOf(tx: Context): Promise<Business> {
  if (!tx.afterCommit) return getBusiness(tx)
  const reading = known.get(tx.db) ?? getBusiness(tx)
  known.set(tx.db, reading)
  return reading
}
