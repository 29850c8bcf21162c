import { sql } from 'kysely'
import { z } from 'zod'
import { requireRole } from '../platform/authorise.ts'
import { type Page, PageQuery, toPage } from '../platform/http/index.ts'
import { type Context, notFound } from '../platform/index.ts'
import { ImportOrigin } from './import-evidence.ts'
import { daysToDecide, lapsesAt } from './lapse-claims.ts'

/** What a list claims about consents, who answers for it, and what the second member decided (C-19). */
const ImportClaims = z.object({
  /** `lapsed`: nobody decided in time, and the claims are gone. */
  state: z.enum(['waiting', 'approved', 'refused', 'lapsed']),
  /** While it waits: when it lapses. */
  lapsesAt: z.iso.datetime().nullable(),
  origin: ImportOrigin,
  statement: z.string(),
  /** SHA-256 of the file, hex; null until all of it was read */
  fileHash: z.string().nullable(),
  claims: z.number().int(),
  /** Rows without a date, source or text that could be a proof */
  incomplete: z.number().int(),
  /** People who have objected: no list brings them back */
  objected: z.number().int(),
  attestedBy: z.string(),
  attestedAt: z.iso.datetime(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  note: z.string().nullable(),
  /** Whether the member who asks may decide: not the one who brought the list. */
  mine: z.boolean(),
})

const ImportProblem = z.object({ line: z.number().int(), reason: z.string() })

export const ContactImport = z.object({
  id: z.uuid(),
  fileName: z.string(),
  state: z.enum(['running', 'finished', 'failed']),
  rowsTotal: z.number().int(),
  rowsGood: z.number().int(),
  rowsBad: z.number().int(),
  /** Line and reason of the first thousand rows that were not taken; never what stood in them. */
  problems: z.array(ImportProblem),
  claims: ImportClaims.nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
})
export type ContactImport = z.infer<typeof ContactImport>

/** @throws Problem `not_found` */
export async function getImport(ctx: Context, importId: string): Promise<ContactImport> {
  requireRole(ctx, 'marketer', 'dpo')
  const row = await select(ctx).where('i.import_id', '=', importId).executeTakeFirst()
  if (!row) throw notFound({ de: 'Diesen Import', en: 'This import' })
  return toView(ctx, row)
}

/** The business's imports, newest first. */
export async function listImports(
  ctx: Context,
  input: z.input<typeof PageQuery>,
): Promise<Page<ContactImport>> {
  requireRole(ctx, 'marketer', 'dpo')
  const query = PageQuery.parse(input)
  const all = select(ctx)
    .orderBy('i.import_id', 'desc')
    .limit(query.limit + 1)
  const rows = await (query.after ? all.where('i.import_id', '<', query.after) : all).execute()
  return toPage(
    rows,
    query.limit,
    (row) => row.import_id,
    (row) => toView(ctx, row),
  )
}

function select(ctx: Context) {
  const nameOf = (column: 'a.attested_by' | 'a.decided_by') => sql<string | null>`(
    select account.name from member join account on account.id = member.account_id
    where member.business_id = i.business_id and member.member_id = ${sql.ref(column)})`
  return ctx.db
    .selectFrom('contact_import as i')
    .leftJoin('import_attestation as a', (join) =>
      join.onRef('a.business_id', '=', 'i.business_id').onRef('a.import_id', '=', 'i.import_id'),
    )
    .selectAll('i')
    .select([
      'a.state as claim_state',
      'a.origin',
      'a.statement',
      'a.file_hash',
      'a.claims',
      'a.incomplete',
      'a.objected',
      'a.attested_by',
      'a.attested_at',
      'a.decided_at',
      'a.note',
      'a.decided_by',
      daysToDecide.as('days'),
      nameOf('a.attested_by').as('attester'),
      nameOf('a.decided_by').as('decider'),
    ])
    .where('i.business_id', '=', ctx.businessId)
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

function toView(ctx: Context, row: Row): ContactImport {
  return {
    id: row.import_id,
    fileName: row.file_name,
    state: row.state,
    rowsTotal: row.rows_total,
    rowsGood: row.rows_good,
    rowsBad: row.rows_bad,
    problems: z.array(ImportProblem).parse(row.problems),
    claims: claimsView(ctx, row),
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  }
}

function claimsView(ctx: Context, row: Row): ContactImport['claims'] {
  if (row.claim_state === null) return null
  const lapsed = row.claim_state === 'refused' && row.decided_by === null
  return ImportClaims.parse({
    state: lapsed ? 'lapsed' : row.claim_state,
    lapsesAt:
      row.claim_state === 'waiting' && row.attested_at
        ? lapsesAt(row.attested_at, row.days).toISOString()
        : null,
    origin: row.origin,
    statement: row.statement,
    fileHash: row.file_hash,
    claims: row.claims,
    incomplete: row.incomplete,
    objected: row.objected,
    // Who has left the business since has no name any more.
    attestedBy: row.attester ?? '–',
    attestedAt: row.attested_at?.toISOString(),
    decidedBy: row.decided_by ? (row.decider ?? '–') : null,
    decidedAt: row.decided_at?.toISOString() ?? null,
    note: row.note,
    mine: ctx.actor.kind === 'member' && ctx.actor.memberId === row.attested_by,
  })
}
