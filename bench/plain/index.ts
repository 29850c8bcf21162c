import { runApart } from '../run/apart.ts'
import type { Plain, PlainInput } from './sender.ts'

/** Fills a database of its own and sends from it with the plain sender, in a process of its own. */
export function sendPlain(input: PlainInput): Promise<Plain> {
  return runApart<Plain>(new URL('./sender.ts', import.meta.url), input)
}
