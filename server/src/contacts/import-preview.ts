import { z } from 'zod'
import { getBusiness } from '../businesses/index.ts'
import { requireRole } from '../platform/authorise.ts'
import type { Context } from '../platform/index.ts'
import { fieldTypes } from './attribute.ts'
import { guessMapping, ImportMapping } from './import-mapping.ts'
import { openCsv } from './import-read.ts'

const ROWS = 5

export const ImportPreview = z.object({
  columns: z.array(z.string()),
  sample: z.array(z.array(z.string())),
  /** `phoneColumn` is empty when no column looks like numbers. */
  guess: ImportMapping.extend({ phoneColumn: z.string(), attributes: z.record(z.string(), z.string()) }),
})

/**
 * Reads the first lines of a file and proposes what its columns mean. Nothing is stored.
 * @throws Problem `file_empty`
 */
export async function previewImport(
  ctx: Context,
  bytes: AsyncIterable<Uint8Array>,
): Promise<z.infer<typeof ImportPreview>> {
  requireRole(ctx, 'marketer')
  const { country } = await getBusiness(ctx)
  const file = await openCsv(bytes, country)
  const sample: string[][] = []
  for await (const batch of file.batches) {
    for (const { cells } of batch) if (cells) sample.push(cells.map((cell) => cell.slice(0, 200)))
    if (sample.length >= ROWS) break
  }
  const fields = await fieldTypes(ctx)
  return {
    columns: file.columns,
    sample: sample.slice(0, ROWS),
    guess: guessMapping(file.columns, sample.slice(0, ROWS), fields.keys(), country),
  }
}
