import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  canonical,
  MANIFEST,
  openCheckpoint,
  PACK,
  parseProof,
  parseVerifierKey,
  writeArchive,
} from '@jawort/ledger'
import { recordAudit } from '../audit/index.ts'
import { signPack } from '../ledger/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { consentRecord } from './consent-record.ts'
import { checkFiles, eventFiles, folderOf } from './event-files.ts'
import { type ConsentKey, type OpenedEvidence, proofFacts } from './facts.ts'
import { README } from './readme.ts'
import { type Checked, renderProof } from './render.ts'

const VERIFIER = join(import.meta.dirname, '../../../ledger/verifier.html')
const utf8 = new TextEncoder()

/** The page that checks packs, as it goes into every pack and is served. */
export const verifierPage = () => readFileSync(VERIFIER)

/** Where the server serves it. */
export const VERIFIER_PATH = '/verify'

/**
 * The proof pack of one consent, or of all consents of a person (C-15): the document to print, the record in the shape of
 * ISO/IEC TS 27560, everything that proves them, and the page that checks it without us. It is checked before it is handed
 * out, and every download is noted in the audit log.
 * @param opened evidence of somebody who was erased; only for who has opened the restricted vault
 * @throws Problem `forbidden`, `not_found`, `not_sealed` (wait a moment), `ledger_damaged`
 */
export async function proofPack(
  ctx: Context,
  contactId: string,
  only?: ConsentKey,
  opened?: OpenedEvidence,
): Promise<{ fileName: string; zip: Buffer }> {
  requireRole(ctx, 'dpo')
  const facts = await proofFacts(ctx, contactId, only, opened)
  const files = await eventFiles(ctx, facts)
  const report = await checkFiles(ctx, files)
  const checked: Checked = {
    ...(await newestState(files)),
    entries: report.events.length,
    shredded: report.verdict === 'shredded',
    stamps: report.checks.flatMap(({ step, detail }) =>
      step === 'time' ? [detail.split(' · ').slice(0, 2).join(' · ')] : [],
    ),
    issuedAt: ctx.clock.now(),
    verifierUrl: `${ctx.config.publicUrl.replace(/\/$/, '')}${VERIFIER_PATH}`,
  }
  const folders = new Map(facts.events.map((event, at) => [event.eventId, folderOf(at)]))
  const record = consentRecord(facts, checked, ({ eventId }) => folders.get(eventId) ?? '')
  files.set('consent.json', canonical(record))
  files.set('proof.pdf', await renderProof(facts, checked))
  files.set('verifier.html', verifierPage())
  files.set('README.txt', utf8.encode(README))
  files.set(MANIFEST, utf8.encode(await signPack(ctx, files)))
  await withTransaction(ctx, (tx) =>
    recordAudit(tx, {
      action: 'contact.proof',
      entity: 'contact',
      entityId: contactId,
      after: {
        topicId: only?.topicId ?? null,
        channelId: only?.channelId ?? null,
        entries: checked.entries,
        restricted: facts.restricted,
      },
    }),
  )
  const day = checked.issuedAt.toISOString().slice(0, 10)
  return {
    fileName: `jawort-proof-${facts.business.slug}-${contactId.slice(-8)}-${day}.zip`,
    zip: Buffer.from(writeArchive(files)),
  }
}

/** The newest signed state that the proofs in a pack rest on. */
async function newestState(files: ReadonlyMap<string, Uint8Array>) {
  const text = new TextDecoder()
  const key = text.decode(files.get(PACK.key))
  let newest: { origin: string; size: number; root: Uint8Array } | undefined
  for (const [path, content] of files) {
    if (!path.endsWith(`/${PACK.proof}`)) continue
    const { checkpoint } = parseProof(text.decode(content))
    const opened = await openCheckpoint(checkpoint, [parseVerifierKey(key)])
    if (!newest || opened.size > newest.size) newest = opened
  }
  if (!newest) throw new Error('A proof pack holds at least one event.')
  return { origin: newest.origin, size: newest.size, root: newest.root, key }
}
