import { createHash, type Hash } from 'node:crypto'
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
import { writeClaims } from './import-claims.ts'
import { requireMember } from './import-decide.ts'
import type { EvidenceMapping } from './import-evidence.ts'
import { ImportMapping, type ImportRow, type RowProblem, rowReader } from './import-mapping.ts'
import { openCsv } from './import-read.ts'
import { type SealedPerson, sealPeople } from './import-seal.ts'
import { type ContactImport, getImport } from './import-view.ts'

/** Rows per transaction: more would not be faster, and a sender who meets one of them waits a tenth of a second. */
const CHUNK = 2_000
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
 * It can write numbers, names, languages, declared fields, and what a list claims about consents: consent itself is never
 * imported (C-19). A member answers for a list with claims, and a second one decides about them.
 * @throws Problem `file_empty`, `mapping_wrong`, `member_needed`; later errors end in the import's state and problems instead
 */
export async function importContacts(ctx: Context, upload: Upload): Promise<ContactImport> {
  requireRole(ctx, 'marketer')
  const { fileName, mapping } = Input.parse(upload)
  const { country } = await getBusiness(ctx)
  if (mapping.evidence) requireMember(ctx)
  const hash = createHash('sha256')
  const file = await openCsv(hashing(upload.bytes, hash), country)
  const read = rowReader(file.columns, mapping, await fieldTypes(ctx), country, {
    wordings: mapping.evidence ? await ownWordings(ctx) : new Set(),
    today: ctx.clock.now().toISOString().slice(0, 10),
  })
  const importId = await start(ctx, fileName, mapping.evidence)
  const progress: Progress = { total: 0, good: 0, bad: 0, problems: [], line: 0 }
  let state: 'finished' | 'failed' = 'finished'
  let chunk = emptyChunk()
  // The next chunk is read and sealed while the database writes the last one; never more than these two are held.
  let writing = Promise.resolve()
  const write = async () => {
    const full = chunk
    chunk = emptyChunk(full.line)
    const people = await sealPeople(ctx, full.rows)
    await writing
    writing = save(ctx, { importId, claims: mapping.evidence !== undefined }, full, people, progress)
    // Whoever waits for it next hears of an error; until then it must not end the process.
    writing.catch(() => {})
  }
  try {
    for await (const batch of file.batches) {
      for (const { line, cells } of batch)
        add(chunk, cells ? read(line, cells) : { line, reason: 'unreadable' })
      if (chunk.total >= CHUNK) await write()
    }
    await write()
    await writing
    if (upload.truncated?.()) {
      state = 'failed'
      stop(progress, 'file_too_big')
    }
  } catch (error) {
    // The rows so far stay; the page says that the rest did not come, and the log says why, without any row.
    state = 'failed'
    ctx.log.error({ importId, code: codeOf(error) }, 'import stopped')
    // What came before the upload broke is written too, unless the database broke: nothing may follow a gap.
    await writing
      .then(write)
      .then(() => writing)
      .catch((again: unknown) => ctx.log.error({ importId, code: codeOf(again) }, 'last rows lost'))
    stop(progress, 'stopped')
  }
  return finish(ctx, importId, state, progress, state === 'finished' ? hash.digest('hex') : null)
}

/** Hashes the file as it comes by: the hash is kept beside the claims, so that the file can be shown to be the same. */
async function* hashing(bytes: AsyncIterable<Uint8Array>, hash: Hash): AsyncIterable<Uint8Array> {
  for await (const piece of bytes) {
    hash.update(piece)
    yield piece
  }
}

async function ownWordings(ctx: Context): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('wording')
    .select('wording_id')
    .where('business_id', '=', ctx.businessId)
    .execute()
  return new Set(rows.map((row) => row.wording_id))
}

type Reason = RowProblem | 'file_too_big' | 'stopped'

interface RowError {
  line: number
  reason: Reason
}

/** Lines of the file that are written together. */
interface Chunk {
  total: number
  rows: ImportRow[]
  bad: RowError[]
  /** Where its last record begins. */
  line: number
}

/** What is written. */
interface Progress {
  total: number
  good: number
  bad: number
  problems: RowError[]
  /** Where the last record begins. */
  line: number
}

const emptyChunk = (line = 0): Chunk => ({ total: 0, rows: [], bad: [], line })

function add(chunk: Chunk, row: ImportRow | RowError): void {
  chunk.total++
  chunk.line = row.line
  if ('reason' in row) chunk.bad.push(row)
  else chunk.rows.push(row)
}

function after(progress: Progress, { total, rows, bad, line }: Chunk): Progress {
  const room = Math.max(0, PROBLEMS_KEPT - progress.problems.length)
  return {
    total: progress.total + total,
    good: progress.good + rows.length,
    bad: progress.bad + bad.length,
    problems: room === 0 ? progress.problems : [...progress.problems, ...bad.slice(0, room)],
    line,
  }
}

/** What was not written was not reached: the numbers close, and the last line names where the file has to go on. */
function stop(progress: Progress, reason: 'stopped' | 'file_too_big'): void {
  const line = progress.line + 1
  Object.assign(progress, after(progress, { total: 1, rows: [], bad: [{ line, reason }], line }))
}

async function start(ctx: Context, fileName: string, evidence: EvidenceMapping | undefined): Promise<string> {
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
    if (evidence) {
      await tx.db
        .insertInto('import_attestation')
        .values({
          business_id: tx.businessId,
          import_id: importId,
          state: 'waiting',
          origin: evidence.origin,
          statement: evidence.statement,
          attested_by: requireMember(tx),
          attested_at: now,
        })
        .execute()
    }
    await recordAudit(tx, {
      action: 'contact_import.start',
      entity: 'contact_import',
      entityId: importId,
      after: evidence ? { origin: evidence.origin, statement: evidence.statement } : {},
    })
  })
  return importId
}

/** Writes a chunk and what it means for the progress, together. */
async function save(
  ctx: Context,
  into: { importId: string; claims: boolean },
  chunk: Chunk,
  people: readonly SealedPerson[],
  progress: Progress,
): Promise<void> {
  const saved = after(progress, chunk)
  try {
    await withTransaction(ctx, async (tx) => {
      await writeChunk(tx, people)
      if (into.claims) await writeClaims(tx, into.importId, people)
      await writeProgress(tx, into.importId, saved)
    })
    Object.assign(progress, saved)
  } catch (error) {
    // One value the database refuses must not cost the other rows: it is closed in on, half by half.
    if (!isDataError(error) || chunk.rows.length === 0) throw error
    for (const part of halves(chunk)) {
      await save(ctx, into, part, await sealPeople(ctx, part.rows), progress)
    }
  }
}

/** @returns the chunk in two parts; with one row left, the row is the problem */
function halves({ rows, ...rest }: Chunk): Chunk[] {
  const [row] = rows
  if (rows.length < 2) {
    const bad = row ? [...rest.bad, { line: row.line, reason: 'not_saved' as const }] : rest.bad
    return [{ ...rest, rows: [], bad }]
  }
  const first = rows.slice(0, rows.length / 2)
  const second = rows.slice(first.length)
  return [
    { total: first.length, rows: first, bad: [], line: first.at(-1)?.line ?? 0 },
    { ...rest, total: rest.total - first.length, rows: second },
  ]
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
  fileHash: string | null,
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
    await tx.db
      .updateTable('import_attestation')
      .set({ file_hash: fileHash })
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
