import type { Context, Runtime } from '../platform/index.ts'
import type { PriceBook } from './price-book.ts'

interface Known {
  book: PriceBook
  days: ReadonlySet<string>
  readAt: number
}

const memories = new WeakMap<Runtime, Map<string, Known>>()

/** The prices of each business as this process last read them. */
export function knownBooks({ runtime }: Pick<Context, 'runtime'>): Map<string, Known> {
  const memory = memories.get(runtime) ?? new Map<string, Known>()
  memories.set(runtime, memory)
  return memory
}

/** To be called when prices were changed. */
export function forgetBook(ctx: Pick<Context, 'runtime' | 'businessId'>): void {
  knownBooks(ctx).delete(ctx.businessId)
}
