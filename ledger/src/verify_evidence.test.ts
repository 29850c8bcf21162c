import { beforeAll, describe, expect, test } from 'vitest'
import { utf8 } from './bytes.ts'
import { leafBytes } from './leaf.ts'
import { formatProof, openProof, parseProof } from './proof_file.ts'
import { inclusionProof } from './proofs.ts'
import {
  flipped,
  type SampleLog,
  sampleLeaf,
  sampleLog,
  samplePayload,
  sampleRows,
  sampleSalt,
  sampleSigner,
} from './sample_log.ts'
import { EXIT_CODES } from './verdict.ts'
import { type Evidence, verifyEvidence } from './verify_evidence.ts'

const SEQ = 5
let log: SampleLog
let genuine: Evidence

beforeAll(async () => {
  const rows = sampleRows(13)
  // Leaves that claim to stand elsewhere: their bytes are logged, yet they are not what they say.
  rows[7] = { leaf: leafBytes(sampleLeaf(9)), opening: { payload: samplePayload(9), salt: sampleSalt(9) } }
  const foreign = leafBytes(sampleLeaf(8, { origin: 'other.example' }))
  rows[8] = { leaf: foreign, opening: { payload: samplePayload(8), salt: sampleSalt(8) } }
  log = await sampleLog(rows, [13])
  genuine = await evidenceFor(SEQ)
})

async function evidenceFor(seq: number): Promise<Evidence> {
  const { leaf, opening } = log.records[seq] ?? expect.unreachable()
  if (opening === 'sealed') expect.unreachable()
  return { leaf, opening, proof: await proofFor(seq) }
}

async function proofFor(index: number, extra?: Uint8Array): Promise<string> {
  const hashes = await inclusionProof(index, 13, log.readHashes)
  return formatProof({ index, hashes, checkpoint: log.checkpoints[0] ?? '', ...(extra && { extra }) })
}

const verdictOf = async (evidence: Evidence) => (await verifyEvidence(evidence, [log.signer.key])).verdict

test('the file reads as C2SP writes it', async () => {
  const lines = genuine.proof.split('\n')
  expect(lines.slice(0, 2)).toEqual(['c2sp.org/tlog-proof@v1', 'index 5'])
  expect(lines.slice(2, 6).every((line) => /^[A-Za-z0-9+/]{43}=$/.test(line))).toBe(true)
  expect(lines.slice(6, 9)).toEqual(['', log.signer.key.name, '13'])
  expect(formatProof(parseProof(genuine.proof))).toBe(genuine.proof)
})

test('extra data travels along and is not trusted', async () => {
  const extra = utf8('how to rebuild the leaf')
  const proof = await proofFor(SEQ, extra)
  expect(proof.split('\n')[1]).toMatch(/^extra /)
  expect(parseProof(proof).extra).toEqual(extra)
  expect((await openProof(proof, genuine.leaf, [log.signer.key])).included).toBe(true)
  const other = formatProof({ ...parseProof(proof), extra: utf8('something else') })
  expect((await openProof(other, genuine.leaf, [log.signer.key])).included).toBe(true)
})

test('a log of one leaf has a proof without hashes', async () => {
  const tiny = await sampleLog(sampleRows(1), [1])
  const proof = formatProof({ index: 0, hashes: [], checkpoint: tiny.checkpoints[0] ?? '' })
  const { leaf, opening } = tiny.records[0] ?? expect.unreachable()
  if (opening === 'sealed') expect.unreachable()
  expect((await verifyEvidence({ leaf, opening, proof }, [tiny.signer.key])).verdict).toBe('valid')
})

describe('verdicts', () => {
  test('valid, with what is proved', async () => {
    const report = await verifyEvidence(genuine, [log.signer.key])
    expect(report).toMatchObject({ verdict: 'valid', leaf: { seq: SEQ }, checkpoint: { size: 13 } })
    expect(EXIT_CODES[report.verdict]).toBe(0)
  })

  test('shredded: the leaf is still proved', async () => {
    expect(await verifyEvidence({ ...genuine, opening: 'shredded' }, [log.signer.key])).toMatchObject({
      verdict: 'shredded',
      leaf: { seq: SEQ },
    })
  })

  test('not included: another leaf, or the proof of another place', async () => {
    expect(await verdictOf({ ...genuine, leaf: leafBytes(sampleLeaf(SEQ, { state: 'withdrawn' })) })).toBe(
      'notIncluded',
    )
    expect(await verdictOf({ ...genuine, proof: await proofFor(SEQ + 1) })).toBe('notIncluded')
  })

  test('tampered: evidence, salt, leaf bytes or form', async () => {
    const opening = { payload: samplePayload(SEQ), salt: sampleSalt(SEQ) }
    expect(await verdictOf({ ...genuine, opening: { ...opening, payload: samplePayload(4) } })).toBe(
      'tampered',
    )
    expect(await verdictOf({ ...genuine, opening: { ...opening, salt: flipped(opening.salt) } })).toBe(
      'tampered',
    )
    expect(await verdictOf({ ...genuine, leaf: flipped(genuine.leaf) })).toBe('tampered')
    expect(await verdictOf({ ...genuine, proof: genuine.proof.replace('@v1', '@v2') })).toBe('tampered')
    expect(await verdictOf(await evidenceFor(7))).toBe('tampered')
    expect(await verdictOf(await evidenceFor(8))).toBe('tampered')
  })

  test('bad signature: not signed by this log, or signed other words', async () => {
    const stranger = await sampleSigner(log.signer.key.name, 8)
    expect((await verifyEvidence(genuine, [stranger.key])).verdict).toBe('badSignature')
    expect(await verdictOf({ ...genuine, proof: genuine.proof.replace('\n13\n', '\n14\n') })).toBe(
      'badSignature',
    )
  })
})

test('a proof file with any one byte changed proves nothing', async () => {
  const bytes = utf8(genuine.proof)
  for (let at = 0; at < bytes.length; at++) {
    for (const bit of [0x01, 0x20, 0x80]) {
      const proof = new TextDecoder().decode(bytes.map((byte, i) => (i === at ? byte ^ bit : byte)))
      const report = await verifyEvidence({ ...genuine, proof }, [log.signer.key])
      expect(['tampered', 'badSignature', 'notIncluded'], `byte ${at}, bit ${bit}`).toContain(report.verdict)
    }
  }
  for (let length = 0; length < genuine.proof.length; length++) {
    expect(await verdictOf({ ...genuine, proof: genuine.proof.slice(0, length) })).not.toBe('valid')
  }
})

test('a leaf with any one byte changed is not proved', async () => {
  for (let at = 0; at < genuine.leaf.length; at++) {
    expect(['tampered', 'notIncluded']).toContain(
      await verdictOf({ ...genuine, leaf: flipped(genuine.leaf, at) }),
    )
  }
})
