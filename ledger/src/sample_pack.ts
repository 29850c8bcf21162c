// A small real pack for the tests: two events of one person, in a log of seven leaves.

import { writeArchive } from './archive.ts'
import { toHex, utf8 } from './bytes.ts'
import { canonical } from './canonical.ts'
import { commit } from './commitment.ts'
import { formatVerifierKey, type Signer } from './key.ts'
import { leafBytes } from './leaf.ts'
import { MANIFEST, signManifest } from './manifest.ts'
import { formatProof } from './proof_file.ts'
import { inclusionProof } from './proofs.ts'
import { sampleLeaf, sampleLog, samplePayload, sampleSalt } from './sample_log.ts'
import { sha256 } from './sha256.ts'
import { PACK } from './verify_pack.ts'

const WORDING = utf8('Ja, schickt mir Neues! Abmelden jederzeit mit STOP.')

export type SamplePack = {
  readonly files: Map<string, Uint8Array>
  readonly signer: Signer
  readonly zip: () => Uint8Array
}

/** @param change edits the files before they are listed and signed, as a keeper of the log could */
export async function samplePack(
  change: (files: Map<string, Uint8Array>) => void = () => {},
): Promise<SamplePack> {
  const hash = toHex(sha256(WORDING))
  const rows = Array.from({ length: 7 }, (_, seq) => {
    const payload = { ...samplePayload(seq), type: 'confirmed', at: sampleLeaf(seq).t }
    const changes = { textVersionHash: hash, commit: toHex(commit(payload, sampleSalt(seq))) }
    return { leaf: leafBytes(sampleLeaf(seq, changes)), opening: { payload, salt: sampleSalt(seq) } }
  })
  const { signer, checkpoints, readHashes } = await sampleLog(rows, [7])
  const files = new Map<string, Uint8Array>([
    [PACK.key, utf8(formatVerifierKey(signer.key))],
    [PACK.wording(hash), WORDING],
    ['consent.json', utf8('{}')],
    ['proof.pdf', utf8('%PDF')],
  ])
  for (const [seq, { leaf, opening }] of rows.entries()) {
    if (seq !== 1 && seq !== 3) continue
    const folder = `${PACK.events}000${seq}`
    const hashes = await inclusionProof(seq, rows.length, readHashes)
    files.set(`${folder}/${PACK.leaf}`, leaf)
    files.set(`${folder}/${PACK.payload}`, canonical(opening.payload))
    files.set(`${folder}/${PACK.salt}`, utf8(toHex(opening.salt)))
    const proof = formatProof({ index: seq, hashes, checkpoint: checkpoints[0] ?? '' })
    files.set(`${folder}/${PACK.proof}`, utf8(proof))
  }
  change(files)
  files.set(MANIFEST, utf8(await signManifest(files, new Date('2026-11-22T05:00:00.000Z'), signer)))
  return { files, signer, zip: () => writeArchive(files) }
}
