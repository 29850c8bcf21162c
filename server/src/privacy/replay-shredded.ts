import { z } from 'zod'
import { forgetSuppression } from '../consent/index.ts'
import { type Context, createContext, type Runtime, withTransaction } from '../platform/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import { eraseInside } from './erase-inside.ts'
import { shredRestricted } from './restrict-evidence.ts'
import {
  insertShredded,
  rememberedShredded,
  type Shredded,
  type ShredKind,
  shredDigest,
  storedShredded,
  writeOrSay,
} from './shred-list.ts'

/** For a database that was put in place of another one under running processes. */
export const replayShreddedJob: Job<Record<string, never>> = {
  name: 'privacy.replay_shredded',
  schema: z.object({}).strict(),
  cron: '*/15 * * * *',
}

export interface Replayed {
  /** Keys that the list beside the database knows as destroyed and the database did not. */
  keys: number
  /** People who were there again and were erased once more. */
  people: number
}

/**
 * Holds the list of destroyed keys in the database against the one beside it, at every start and whenever a restored database was
 * found, before anything opens (C-59): what only the file knows means that the database is older than an erasure, and the
 * erasure is repeated; what only the database knows is added to the file. Safe to run at any time, by several processes.
 * @param extra lines kept elsewhere, for example on paper, when the data folder was lost with the database
 */
export async function replayShredded(runtime: Runtime, extra: readonly Shredded[] = []): Promise<Replayed> {
  const known = new Map((await storedShredded(runtime)).map((entry) => [idOf(entry), entry]))
  const remembered = new Map(rememberedShredded(runtime.config).map((entry) => [idOf(entry), entry]))
  writeOrSay(
    runtime,
    [...known, ...extra.map((entry) => [idOf(entry), entry] as const)].flatMap(([id, entry]) =>
      remembered.has(id) ? [] : entry,
    ),
  )
  const done: Replayed = { keys: 0, people: 0 }
  const missing = [...remembered.values(), ...extra].filter((entry) => !known.has(idOf(entry)))
  if (missing.length === 0) return done
  const businesses = await runtime.db.selectFrom('business').select('business_id').execute()
  for (const { business_id: businessId } of businesses) {
    const own = missing.filter((entry) => entry.businessId === businessId)
    if (own.length === 0) continue
    const ctx = createContext(runtime, businessId, { kind: 'system', job: 'privacy.replay' })
    done.people += await replayBusiness(ctx, own)
    done.keys += own.length
  }
  if (done.keys > 0) {
    runtime.log.warn(
      done,
      'the database is older than the list of destroyed keys beside it: what was erased since is erased again',
    )
  }
  return done
}

const idOf = ({ businessId, kind, digest }: Shredded) => `${businessId} ${kind} ${digest}`

async function replayBusiness(ctx: Context, entries: readonly Shredded[]): Promise<number> {
  const lost = (kind: ShredKind) =>
    new Set(entries.filter((entry) => entry.kind === kind).map((entry) => entry.digest))
  const [people, proofs, blocks] = [lost('person'), lost('proof'), lost('block')]
  const matches = (kind: ShredKind, digests: ReadonlySet<string>, subject: string) =>
    digests.has(shredDigest(ctx.businessId, kind, subject))

  const again = people.size === 0 ? [] : (await keyed(ctx)).filter((id) => matches('person', people, id))
  for (const contactId of again) {
    const shred = matches('proof', proofs, contactId)
    const own = [
      shredDigest(ctx.businessId, 'person', contactId),
      shredDigest(ctx.businessId, 'proof', contactId),
    ]
    await withTransaction(ctx, async (tx) => {
      // First, so that the file beside the database, which has them, does not get them again.
      await insertShredded(
        tx,
        entries.filter((entry) => own.includes(entry.digest)),
      )
      await eraseInside(tx, contactId, { shred, forgetBlock: false, via: 'replay' })
    })
  }
  await withTransaction(ctx, async (tx) => {
    await insertShredded(tx, entries)
    const vault = await tx.db
      .selectFrom('restricted_vault')
      .select('contact_id')
      .where('business_id', '=', tx.businessId)
      .execute()
    const over = vault.map((row) => row.contact_id).filter((id) => matches('proof', proofs, id))
    await shredRestricted(tx, over, 'retention')
    if (blocks.size > 0) {
      const block = await tx.db
        .selectFrom('suppression')
        .select('digest')
        .where('business_id', '=', tx.businessId)
        .execute()
      await forgetSuppression(
        tx,
        block.map((row) => row.digest).filter((digest) => matches('block', blocks, digest)),
      )
    }
  })
  return again.length
}

/** Everybody who has a key. */
async function keyed(ctx: Context): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('contact_key')
    .select('contact_id')
    .where('business_id', '=', ctx.businessId)
    .execute()
  return rows.map((row) => row.contact_id)
}
