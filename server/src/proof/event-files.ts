import {
  canonical,
  type Files,
  MANIFEST,
  PACK,
  type PackReport,
  parseProof,
  parseVerifierKey,
  verifyPack,
} from '@jawort/ledger'
import { sql } from 'kysely'
import { inclusionProofFor, ledgerKey, signPack, stampedCheckpoint } from '../ledger/index.ts'
import { type Context, Problem } from '../platform/index.ts'
import type { ProofEvent, ProofFacts } from './facts.ts'

const utf8 = new TextEncoder()

/** The files that prove: the log's key, the wordings, and for every event leaf, proof, evidence and salt. */
export async function eventFiles(
  ctx: Context,
  { events, wordings }: ProofFacts,
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>([[PACK.key, utf8.encode(await ledgerKey(ctx))]])
  for (const { hash, body } of wordings) files.set(PACK.wording(hash), utf8.encode(body))
  const proved = [...events.map(fromEvent), ...(await redactionsOf(ctx, events))]
  for (const [at, { entryId, seq, opening }] of proved.entries()) {
    const folder = folderOf(at)
    // The first state that somebody outside has dated; while there is none, the newest.
    const stamped = seq === null ? undefined : await stampedCheckpoint(ctx, seq)
    if (stamped) files.set(PACK.time(stamped.size), stamped.token)
    const proof = await inclusionProofFor(ctx, entryId, stamped)
    const { extra: leaf } = parseProof(proof)
    if (!leaf) throw new Error('A proof of ours carries its leaf.')
    files.set(`${folder}/${PACK.leaf}`, leaf)
    files.set(`${folder}/${PACK.proof}`, utf8.encode(proof))
    if (!opening) continue
    files.set(`${folder}/${PACK.payload}`, canonical(opening.payload))
    files.set(`${folder}/${PACK.salt}`, utf8.encode(opening.salt))
  }
  return files
}

/** Where the files of the event at this place lie; places count from 0. */
export function folderOf(at: number): string {
  return `${PACK.events}${String(at + 1).padStart(4, '0')}`
}

interface Proved {
  entryId: string
  seq: number | null
  opening: { payload: unknown; salt: string } | null
}

function fromEvent({ eventId, seq, opening }: ProofEvent): Proved {
  return { entryId: eventId, seq, opening }
}

/** The entries that say that evidence of these events was destroyed, and why; nobody's evidence, never destroyed. */
async function redactionsOf(ctx: Context, events: readonly ProofEvent[]): Promise<Proved[]> {
  const gone = events.filter(({ opening }) => opening === null)
  if (gone.length === 0) return []
  const seqs = gone.flatMap(({ seq }) => seq ?? [])
  const { rows } = await sql<{ entry_id: string; seq: number; payload: unknown; salt: string }>`
    select r.entry_id, g.seq, r.payload, r.salt from ledger_redaction r
    join ledger_entry g on g.business_id = r.business_id and g.entry_id = r.entry_id
    where r.business_id = ${ctx.businessId} and g.seq is not null
      and exists (select 1 from jsonb_array_elements_text(r.payload -> 'indexes') i where i::bigint = any(${seqs}::bigint[]))
    order by g.seq`.execute(ctx.db)
  return rows.map(({ entry_id, seq, payload, salt }) => ({
    entryId: entry_id,
    seq,
    opening: { payload, salt },
  }))
}

/**
 * Checks the files as whoever gets the pack will check them.
 * @throws Problem `ledger_damaged` when they do not hold
 */
export async function checkFiles(ctx: Context, files: Files): Promise<PackReport> {
  const note = await signPack(ctx, files)
  const report = await verifyPack(new Map(files).set(MANIFEST, utf8.encode(note)), [
    parseVerifierKey(await ledgerKey(ctx)),
  ])
  if (report.verdict === 'valid' || report.verdict === 'shredded') return report
  ctx.log.error({ verdict: report.verdict }, 'proof.pack.damaged')
  throw new Problem('conflict', 'ledger_damaged', {
    de: 'Für diese Einwilligung lässt sich kein Nachweis ausstellen, weil am Nachweisbuch oder an den Belegen etwas verändert wurde. Bitte lass das Nachweisbuch prüfen.',
    en: 'No proof can be given for this consent, because something in the ledger or in the evidence was changed. Please have the ledger checked.',
  })
}
