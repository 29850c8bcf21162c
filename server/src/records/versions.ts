import { createHash } from 'node:crypto'
import { canonical } from '@jawort/ledger'
import type { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import type { Language } from '../platform/http/index.ts'
import { type Context, notFound, Problem, withTransaction } from '../platform/index.ts'
import { notify } from '../standing/index.ts'
import { buildProcessing, buildProcessors } from './build-processing.ts'
import { compareSections, type RecordChange } from './compare.ts'
import { ProcessingContent, ProcessorsContent } from './processing-content.ts'
import { processingSections, processorSections, type RecordSection } from './processing-view.ts'

export type RecordKind = 'processing' | 'processors'

/** How each kind of record is generated and read. */
const KINDS = {
  processing: {
    build: buildProcessing,
    sections: (content: unknown, language: Language) =>
      processingSections(ProcessingContent.parse(content), language),
  },
  processors: {
    build: buildProcessors,
    sections: (content: unknown, language: Language) =>
      processorSections(ProcessorsContent.parse(content), language),
  },
} satisfies Record<
  RecordKind,
  {
    build: (ctx: Context) => Promise<z.infer<typeof ProcessingContent> | z.infer<typeof ProcessorsContent>>
    sections: (content: unknown, language: Language) => RecordSection[]
  }
>

export interface RecordVersion {
  version: number
  hash: string
  content: unknown
  createdAt: Date
  approvedAt: Date | null
  approvedBy: string | null
}

/** The record as the configuration is now, beside the version last stored. */
export interface LiveRecord {
  kind: RecordKind
  hash: string
  content: unknown
  stored: RecordVersion | null
}

/** SHA-256 of the canonical bytes (RFC 8785), in hex: the same configuration always has the same one. */
export function recordHash(content: unknown): string {
  return createHash('sha256').update(canonical(content)).digest('hex')
}

/** Generates the record; writes nothing. */
export async function liveRecord(ctx: Context, kind: RecordKind): Promise<LiveRecord> {
  const content = await KINDS[kind].build(ctx)
  const [stored = null] = await readVersions(ctx, kind, 1)
  return { kind, hash: recordHash(content), content, stored }
}

/** Generates the record for somebody to read. */
export async function readRecord(ctx: Context, kind: RecordKind): Promise<LiveRecord> {
  requireRole(ctx, 'dpo')
  return liveRecord(ctx, kind)
}

/** Stores the record as it is now, unless the last version says the same. */
export async function storeRecord(ctx: Context, kind: RecordKind): Promise<LiveRecord> {
  requireRole(ctx, 'dpo')
  await withTransaction(ctx, (tx) => captureRecord(tx, kind))
  return liveRecord(ctx, kind)
}

/** Stored versions, newest first. */
export async function listVersions(ctx: Context, kind: RecordKind): Promise<RecordVersion[]> {
  requireRole(ctx, 'dpo')
  return readVersions(ctx, kind, 200)
}

async function readVersions(ctx: Context, kind: RecordKind, most: number): Promise<RecordVersion[]> {
  const rows = await ctx.db
    .selectFrom('record_version')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .where('kind', '=', kind)
    .orderBy('version', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    version: row.version,
    hash: row.hash,
    content: row.content,
    createdAt: row.created_at,
    approvedAt: row.approved_at,
    approvedBy: row.approved_by,
  }))
}

/** @throws Problem `not_found` */
export async function findVersion(ctx: Context, kind: RecordKind, version: number): Promise<RecordVersion> {
  requireRole(ctx, 'dpo')
  const found = (await readVersions(ctx, kind, 10_000)).find((each) => each.version === version)
  if (!found) throw notFound({ de: 'Diese Fassung', en: 'This version' })
  return found
}

/** A record in words. */
export function sectionsOf(kind: RecordKind, content: unknown, language: Language): RecordSection[] {
  return KINDS[kind].sections(content, language)
}

/** What the later of two contents says differently. */
export function changesBetween(
  kind: RecordKind,
  before: unknown,
  after: unknown,
  language: Language,
): RecordChange[] {
  return compareSections(sectionsOf(kind, before, language), sectionsOf(kind, after, language))
}

/**
 * Stores a new version when the configuration says something else than the last one; runs in the caller's transaction. A
 * changed list of processors is told to the members (Art. 28(2)).
 */
export async function captureRecord(tx: Context, kind: RecordKind): Promise<RecordVersion> {
  const live = await liveRecord(tx, kind)
  if (live.stored?.hash === live.hash) return live.stored
  const version = (live.stored?.version ?? 0) + 1
  const createdAt = tx.clock.now()
  await tx.db
    .insertInto('record_version')
    .values({
      business_id: tx.businessId,
      kind,
      version,
      hash: live.hash,
      content: JSON.stringify(live.content),
      created_at: createdAt,
    })
    .execute()
  await recordAudit(tx, {
    action: 'record.store',
    entity: 'record',
    entityId: `${kind}:${version}`,
    after: { version, hash: live.hash },
  })
  if (kind === 'processors' && live.stored) {
    const changes = changesBetween(kind, live.stored.content, live.content, 'en')
    await notify(tx, {
      kind: 'records.processors_changed',
      severity: 'warning',
      entity: 'records',
      data: { names: changes.map((change) => change.row).join(', ') },
    })
  }
  return { version, hash: live.hash, content: live.content, createdAt, approvedAt: null, approvedBy: null }
}

/**
 * A member stands for the record as it is now: the version with this hash is approved, and stored before when it is new.
 * @param hash of the record that was read; if the configuration changed meanwhile, nothing is approved
 * @throws Problem `record_changed`
 */
export async function approveRecord(ctx: Context, kind: RecordKind, hash: string): Promise<RecordVersion> {
  requireRole(ctx, 'dpo')
  return withTransaction(ctx, async (tx) => {
    const current = await captureRecord(tx, kind)
    if (current.hash !== hash) {
      throw new Problem('conflict', 'record_changed', {
        de: 'Das Verzeichnis hat sich gerade geändert. Bitte lies die neue Fassung und gib sie dann frei.',
        en: 'The record has just changed. Please read the new version, then approve it.',
      })
    }
    if (current.approvedAt) return current
    const approvedAt = tx.clock.now()
    const approvedBy = tx.actor.kind === 'member' ? tx.actor.memberId : null
    await tx.db
      .updateTable('record_version')
      .set({ approved_at: approvedAt, approved_by: approvedBy })
      .where('business_id', '=', tx.businessId)
      .where('kind', '=', kind)
      .where('version', '=', current.version)
      .execute()
    await recordAudit(tx, {
      action: 'record.approve',
      entity: 'record',
      entityId: `${kind}:${current.version}`,
      after: { version: current.version, hash },
    })
    return { ...current, approvedAt, approvedBy }
  })
}
