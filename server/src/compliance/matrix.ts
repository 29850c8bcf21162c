import { z } from 'zod'
import type { Language } from '../platform/http/index.ts'
import { citation } from '../platform/index.ts'
import { PLACES } from './matrix.gen.ts'
import { RULES } from './rules.ts'

export const MatrixRule = z.object({
  id: z.string(),
  title: z.string(),
  basis: z.string(),
  /** Why the product does not keep it by itself; null when it does. */
  notHere: z.string().nullable(),
  /** Files of the program that keep it. */
  sources: z.array(z.string()),
  /** Tests that show it; the build fails when a rule has none, or when one of them fails. */
  tests: z.array(z.object({ file: z.string(), title: z.string() })),
})
export type MatrixRule = z.infer<typeof MatrixRule>

/** The compliance matrix of this very version: each rule, where it is kept, and what shows it. */
export function complianceMatrix(language: Language): MatrixRule[] {
  return RULES.map(({ id, title, basis, notHere }) => ({
    id,
    title: title[language],
    basis: citation(basis, language),
    notHere: notHere?.[language] ?? null,
    sources: [...(PLACES[id]?.sources ?? [])],
    tests: [...(PLACES[id]?.tests ?? [])],
  }))
}
