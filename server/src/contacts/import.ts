import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { getBusiness } from '../businesses/index.ts'
import { requireRole } from '../platform/authorise.ts'
import {
  type Context,
  createContext,
  defineHook,
  newId,
  Problem,
  withTransaction,
} from '../platform/index.ts'
import { fieldTypes } from './attribute.ts'
import { writeChunk } from './import-chunk.ts'
import { ImportMapping, type ImportRow, type RowProblem, rowReader } from './import-mapping.ts'
import { openCsv } from './import-read.ts'
import { type ContactImport, getImport } from './import-view.ts'

/** Rows per transaction: big enough to be fast, small enough that a sender waits for none of them. */
const CHUNK = 500
/** Bad rows kept with line and reason; all are counted. */
const PROBLEMS_KEPT = 1_000

/** Runs in the transaction of every chunk: live pages follow an import with it. */
export const importProgressed = defineHook<{ importId: string }>('contacts.import_progressed')

/** Runs in the transaction that ends an import, whether the whole file was read or not. */
export const importFinished = defineHook<{ importId: string }>('contacts.import_finished')

const Input = z.object({ fileName: z.string().max(200), mapping: ImportMapping })

interface Upload extends z.input<typeof Input> {
  bytes: AsyncIterable<Uint8Array>
  /** Whether the upload was cut off by the size limit; asked once everything was read. */
  truncated?: () => boolean
}

/**
 * Reads a CSV file of people while it is being uploaded. Good rows stay, bad rows are reported with line and reason.
 * It can write numbers, names, languages and declared fields, and nothing else: consent is never imported (C-19).
 * @throws Problem `file_empty`, `mapping_wrong`; later errors end in the import's state and problems instead
 */
export async function importContacts(ctx: Context, upload: Upload): Promise<ContactImport> {
  requireRole(ctx, 'marketer')
  const { fileName, mapping } = Input.parse(upload)
  const { country } = await getBusiness(ctx)
  const file = await openCsv(upload.bytes, country)
  const read = rowReader(file.columns, mapping, await fieldTypes(ctx), country)
  const importId = await start(ctx, fileName)
  const progress: Progress = { total: 0, good: 0, bad: 0, problems: [] }
  let state: 'finished' | 'failed' = 'finished'
  let chunk: ImportRow[] = []
  try {
    for await (const { line, cells } of file.records) {
      progress.total++
      const row = cells ? read(line, cells) : { line, reason: 'unreadable' as const }
      if ('reason' in row) note(progress, row)
      else chunk.push(row)
      if (progress.total % CHUNK !== 0) continue
      await save(ctx, importId, chunk, progress)
      chunk = []
    }
    await save(ctx, importId, chunk, progress)
    if (upload.truncated?.()) {
      state = 'failed'
      stop(progress, 'file_too_big')
    }
  } catch (error) {
    // The rows so far stay; the page says that the rest did not come, and the log says why, without any row.
    state = 'failed'
    ctx.log.error({ importId, code: codeOf(error) }, 'import stopped')
    await save(ctx, importId, chunk, progress).catch((again: unknown) =>
      ctx.log.error({ importId, code: codeOf(again) }, 'last rows lost'),
    )
    stop(progress, 'stopped')
  }
  return finish(ctx, importId, state, progress)
}

interface Progress {
  total: number
  good: number
  bad: number
  problems: { line: number; reason: Reason }[]
}

type Reason = RowProblem | 'file_too_big' | 'stopped'

function note(progress: Progress, problem: { line: number; reason: Reason }): void {
  progress.bad++
  if (progress.problems.length < PROBLEMS_KEPT) progress.problems.push(problem)
}

/** What was not written was not reached: the numbers close, and the last line names where the file has to go on. */
function stop(progress: Progress, reason: 'stopped' | 'file_too_big'): void {
  progress.total = progress.good + progress.bad + 1
  note(progress, { line: progress.total + 1, reason })
}

async function start(ctx: Context, fileName: string): Promise<string> {
  const importId = newId()
  await withTransaction(ctx, async (tx) => {
    const now = tx.clock.now()
    await tx.db
      .insertInto('contact_import')
      .values({
        business_id: tx.businessId,
        import_id: importId,
        file_name: fileName,
        state: 'running',
        created_by: tx.actor.kind === 'member' ? tx.actor.memberId : null,
        created_at: now,
        progress_at: now,
      })
      .execute()
    await recordAudit(tx, { action: 'contact_import.start', entity: 'contact_import', entityId: importId })
  })
  return importId
}

async function save(ctx: Context, importId: string, chunk: ImportRow[], progress: Progress): Promise<void> {
  const saved = { ...progress, problems: [...progress.problems] }
  try {
    await withTransaction(ctx, async (tx) => {
      await writeChunk(tx, chunk)
      saved.good += chunk.length
      await writeProgress(tx, importId, saved)
    })
  } catch (error) {
    // One value the database refuses must not cost the other rows: they are written one by one.
    if (!isDataError(error)) throw error
    if (chunk.length > 1) {
      for (const row of chunk) await save(ctx, importId, [row], progress)
      return
    }
    const [row] = chunk
    if (row) note(progress, { line: row.line, reason: 'not_saved' })
    return
  }
  progress.good = saved.good
}

async function writeProgress(tx: Context, importId: string, progress: Progress): Promise<void> {
  await tx.db
    .updateTable('contact_import')
    .set({
      rows_total: progress.total,
      rows_good: progress.good,
      rows_bad: progress.bad,
      problems: JSON.stringify(progress.problems),
      progress_at: tx.clock.now(),
    })
    .where('business_id', '=', tx.businessId)
    .where('import_id', '=', importId)
    .execute()
  await tx.hooks.run(importProgressed, tx, { importId })
}

async function finish(
  ctx: Context,
  importId: string,
  state: 'finished' | 'failed',
  progress: Progress,
): Promise<ContactImport> {
  // A new context: when the upload broke, the one of the request may be gone.
  const own = createContext(ctx.runtime, ctx.businessId, ctx.actor)
  await withTransaction(own, async (tx) => {
    await writeProgress(tx, importId, progress)
    await tx.db
      .updateTable('contact_import')
      .set({ state, finished_at: tx.clock.now() })
      .where('business_id', '=', tx.businessId)
      .where('import_id', '=', importId)
      .execute()
    await tx.hooks.run(importFinished, tx, { importId })
    await recordAudit(tx, {
      action: 'contact_import.finish',
      entity: 'contact_import',
      entityId: importId,
      after: { state, rowsGood: progress.good, rowsBad: progress.bad },
    })
  })
  return getImport(own, importId)
}

const DatabaseError = z.object({ code: z.string() })

function codeOf(error: unknown): string {
  if (error instanceof Problem) return error.code
  const parsed = DatabaseError.safeParse(error)
  if (parsed.success) return parsed.data.code
  return error instanceof Error ? error.name : 'unknown'
}

/** SQLSTATE classes 22 (data exception) and 23 (constraint): the row's fault, not the database's. */
function isDataError(error: unknown): boolean {
  return /^2[23]/.test(codeOf(error))
}
