import { commit, EMPTY_FRONTIER, loadFrontier, newSalt, rootOf, signCheckpoint, toHex } from '@jawort/ledger'
import { sql } from 'kysely'
import { personKeys, sealPerson } from '../../server/src/contacts/index.ts'
import { openLog } from '../../server/src/ledger/log.ts'
import { numberEntries, type Sealed } from '../../server/src/ledger/number.ts'
import { lastCheckpoint, storedHashes } from '../../server/src/ledger/store.ts'
import { binaryArray } from '../../server/src/platform/db/index.ts'
import { type Context, newId } from '../../server/src/platform/index.ts'
import { withdrawal } from './event.ts'
import type { Shop } from './shop.ts'

/** Entries per signed checkpoint, as the sealer makes them. */
const SEALED = 500
/** Checkpoints per transaction. */
const BATCHES = 2

/**
 * Makes the ledger longer by `count` sealed entries of these people, one of each at a time, as recording and sealing would have left
 * them: evidence sealed for each person, leaves, hashes, and a signed checkpoint for every 500. Each row is written once, with its
 * place; foreign keys are not asked.
 */
export async function seedLedger(
  ctx: Context,
  shop: Shop,
  contactIds: readonly string[],
  count: number,
): Promise<void> {
  const { origin, signer } = await openLog(ctx)
  const keys = await personKeys(ctx, contactIds)
  const last = await lastCheckpoint(ctx)
  let frontier = last ? await loadFrontier(last.size, storedHashes(ctx)) : EMPTY_FRONTIER
  await ctx.db.connection().execute(async (db) => {
    await sql`set session_replication_role = replica`.execute(db)
    let writing: Promise<unknown> = Promise.resolve()
    for (let done = 0; done < count; ) {
      const at = ctx.clock.now()
      const events: { id: string; contactId: string; evidence: Buffer; salt: Buffer }[] = []
      const sealed: (Sealed & { commitment: string })[] = []
      const checkpoints: { size: number; root: string; note: string }[] = []
      for (let batch = 0; batch < BATCHES && done < count; batch++) {
        const entries = Array.from({ length: Math.min(SEALED, count - done) }, (_, n) => {
          const contactId = contactIds[(done + n) % contactIds.length] ?? ''
          const key = keys.get(contactId)
          if (!key) throw new Error('A person of the bench has no key.')
          const event = withdrawal(shop, contactId, at)
          const id = newId()
          const payload = {
            ...event.evidence,
            eventId: id,
            contactId,
            type: event.type,
            at: at.toISOString(),
          }
          const salt = newSalt()
          events.push({
            id,
            contactId,
            evidence: sealPerson(ctx, key, contactId, `evidence:${id}`, JSON.stringify(payload)),
            salt: sealPerson(ctx, key, contactId, `salt:${id}`, toHex(salt)),
          })
          const { type, state, topicKey: purpose, wordingHash } = event
          const commitment = toHex(commit(payload, salt))
          return { entryId: id, type, state, purpose, wordingHash, rulePack: 'eu@2026-11', at, commitment }
        })
        const numbered = numberEntries(origin, frontier, entries)
        frontier = numbered.frontier
        sealed.push(
          ...numbered.sealed.map((row, n) => ({ ...row, commitment: entries[n]?.commitment ?? '' })),
        )
        const root = rootOf(frontier)
        const note = await signCheckpoint({ origin, size: frontier.size, root }, [signer])
        checkpoints.push({ size: frontier.size, root: toHex(root), note })
        done += entries.length
      }
      // The next ones are made while these are written.
      await writing
      const { type, state, topicKey, wordingHash } = withdrawal(shop, '', at)
      writing = sql`
        with events as (
          insert into consent_event (business_id, event_id, contact_id, channel_id, topic_id, type, state, at, recorded_at,
            evidence_sealed, salt_sealed)
          select ${ctx.businessId}::uuid, e.id::uuid, e.contact::uuid, ${shop.channelId}::uuid, ${shop.topicId}::uuid, ${type}, ${state},
            ${at}::timestamptz, ${at}::timestamptz, e.evidence, e.salt
          from unnest(${texts(events.map((e) => e.id))}::text[], ${texts(events.map((e) => e.contactId))}::text[],
            ${bytes(events.map((e) => e.evidence))}::bytea[], ${bytes(events.map((e) => e.salt))}::bytea[])
            as e (id, contact, evidence, salt)),
        checkpoints as (
          insert into ledger_checkpoint (business_id, size, root, note, signed_at)
          select ${ctx.businessId}::uuid, c.size, c.root, c.note, ${at}::timestamptz
          from unnest(${checkpoints.map((c) => c.size)}::bigint[], ${texts(checkpoints.map((c) => c.root))}::text[],
            ${texts(checkpoints.map((c) => c.note))}::text[]) as c (size, root, note))
        insert into ledger_entry (business_id, entry_id, type, state, purpose, wording_hash, rule_pack, at, commitment,
          seq, leaf, hashes)
        select ${ctx.businessId}::uuid, l.id::uuid, ${type}, ${state}, ${topicKey}, ${wordingHash}, 'eu@2026-11', ${at}::timestamptz,
          l.commitment, l.seq, l.leaf, string_to_array(l.hashes, ' ')
        from unnest(${texts(sealed.map((s) => s.entryId))}::text[], ${texts(sealed.map((s) => s.commitment))}::text[],
          ${sealed.map((s) => s.seq)}::bigint[], ${texts(sealed.map((s) => s.leaf))}::text[],
          ${texts(sealed.map((s) => s.hashes.join(' ')))}::text[]) as l (id, commitment, seq, leaf, hashes)`.execute(
        db,
      )
      writing.catch(() => {})
    }
    await writing
    await sql`set session_replication_role = origin`.execute(db)
  })
}

const texts = (values: readonly string[]) => binaryArray('text', values)
const bytes = (values: readonly Buffer[]) => binaryArray('bytea', values)
