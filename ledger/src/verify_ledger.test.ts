import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toHex } from './bytes.ts'
import { signCheckpoint } from './checkpoint.ts'
import { commit } from './commitment.ts'
import { leafBytes, REDACTION } from './leaf.ts'
import {
  flipped,
  ORIGIN,
  type SampleLog,
  sampleLeaf,
  sampleLog,
  sampleRows,
  sampleSalt,
  sampleSigner,
} from './sample_log.ts'
import { leafHash } from './tree.ts'
import { exitCodeOf, type LedgerRecord, verifyLedger } from './verify_ledger.ts'

const SIZE = 100
const CHECKPOINTS = [16, 40, 64, 100]
const genuine = await sampleLog(sampleRows(SIZE), CHECKPOINTS)

/** The report on this log with some of it changed. */
function check(changes: Partial<Pick<SampleLog, 'records' | 'checkpoints'>> = {}, log = genuine) {
  const { records, checkpoints } = { ...log, ...changes }
  return verifyLedger({ records, checkpoints, keys: [log.signer.key] })
}

function record(seq: number): LedgerRecord {
  return genuine.records[seq] ?? expect.unreachable()
}

/** The genuine rows with this one changed. */
function changed(seq: number, change: Partial<LedgerRecord>): LedgerRecord[] {
  return genuine.records.with(seq, { ...record(seq), ...change })
}

test('a genuine log is in order, streamed too', async () => {
  const report = await check()
  expect(report).toMatchObject({ ok: true, size: SIZE, vouched: SIZE, shredded: 0, unexplained: [] })
  expect(exitCodeOf(report)).toBe(0)

  async function* stream() {
    yield* genuine.records
  }
  const { checkpoints, signer } = genuine
  expect(await verifyLedger({ records: stream(), checkpoints, keys: [signer.key] })).toEqual(report)
})

test('an empty log is in order; leaves after the last checkpoint are not vouched for', async () => {
  expect(await check({ records: [], checkpoints: [] })).toMatchObject({ ok: true, size: 0, vouched: 0 })
  expect(await check({ checkpoints: genuine.checkpoints.slice(0, 2) })).toMatchObject({
    ok: true,
    size: 100,
    vouched: 40,
  })
  const twice = genuine.checkpoints.flatMap((note) => [note, note])
  expect(await check({ checkpoints: twice })).toMatchObject({ ok: true, vouched: 100 })
})

describe('one changed byte names the first wrong leaf', () => {
  test('in any byte of any leaf', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(SIZE - 1), fc.nat(), async (seq, at) => {
        const { leaf } = record(seq)
        const report = await check({ records: changed(seq, { leaf: flipped(leaf, at % leaf.length) }) })
        expect(report).toEqual({ ok: false, seq, until: seq, reason: 'leafHash' })
      }),
      { numRuns: 60 },
    )
  })

  test('in any stored hash, of the leaf or of a subtree', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(SIZE - 1), fc.nat(), fc.nat(31), async (seq, pick, byte) => {
        const { hashes } = record(seq)
        const level = pick % hashes.length
        const wrong = hashes.map((hash, i) => (i === level ? flipped(hash, byte) : hash))
        const reason = level === 0 ? 'leafHash' : 'subtreeHash'
        expect(await check({ records: changed(seq, { hashes: wrong }) })).toEqual({
          ok: false,
          seq,
          until: seq,
          reason,
        })
      }),
      { numRuns: 60 },
    )
    const [own] = record(31).hashes
    expect(await check({ records: changed(31, { hashes: own ? [own] : [] }) })).toMatchObject({
      seq: 31,
      reason: 'subtreeHash',
    })
    expect(await check({ records: changed(30, { hashes: record(31).hashes }) })).toMatchObject({
      seq: 30,
      reason: 'leafHash',
    })
    const tooMany = [...record(30).hashes, ...record(31).hashes]
    expect(await check({ records: changed(30, { hashes: tooMany }) })).toMatchObject({
      seq: 30,
      reason: 'subtreeHash',
    })
  })

  test('in the evidence or its salt', async () => {
    const opening = { payload: { wording: 'Nein' }, salt: sampleSalt(12) }
    expect(await check({ records: changed(12, { opening }) })).toMatchObject({
      seq: 12,
      until: 12,
      reason: 'commitment',
    })
    const { opening: own } = record(12)
    if (typeof own === 'string') expect.unreachable()
    const salt = { ...own, salt: flipped(own.salt, 31) }
    expect(await check({ records: changed(12, { opening: salt }) })).toMatchObject({
      seq: 12,
      reason: 'commitment',
    })
  })

  test('in any byte of a checkpoint', async () => {
    const [first = '', second = '', ...rest] = genuine.checkpoints
    const bytes = new TextEncoder().encode(second)
    for (let at = 0; at < bytes.length; at++) {
      const wrong = new TextDecoder().decode(flipped(bytes, at))
      const report = await check({ checkpoints: [first, wrong, ...rest] })
      expect(report, `byte ${at}`).toMatchObject({ ok: false, seq: 16 })
      expect(report.ok || ['badSignature', 'checkpoint'].includes(report.reason), `byte ${at}`).toBe(true)
    }
    const stranger = await sampleSigner('other.example')
    const foreign = await verifyLedger({ ...genuine, keys: [stranger.key] })
    expect(foreign).toEqual({ ok: false, seq: 0, until: 0, reason: 'badSignature' })
    expect(exitCodeOf(foreign)).toBe(40)
  })
})

describe('a changed leaf with its own hash recomputed', () => {
  const leaf = leafBytes(sampleLeaf(50, { state: 'withdrawn' }))
  const forged = { ...record(50), leaf, hashes: [leafHash(leaf)], opening: 'sealed' as const }

  test('is caught by the next subtree hash, to within two leaves', async () => {
    const records = genuine.records.with(50, forged)
    expect(await check({ records })).toEqual({ ok: false, seq: 50, until: 51, reason: 'subtreeHash' })
    // A later plain fault does not hide the earlier one.
    const both = records.with(55, { ...record(55), leaf: flipped(record(55).leaf) })
    expect(await check({ records: both })).toMatchObject({ seq: 50, until: 51, reason: 'subtreeHash' })
    // Nothing vouches for either side when no checkpoint follows.
    expect(await check({ records, checkpoints: [] })).toMatchObject({ seq: 50, until: 51 })
  })

  test('and all subtree hashes as well, is caught by the next checkpoint', async () => {
    const rows = sampleRows(SIZE).with(50, { leaf, opening: 'sealed' })
    const { records } = await sampleLog(rows, [])
    const report = await check({ records })
    expect(report).toEqual({ ok: false, seq: 40, until: 63, reason: 'root' })
    expect(exitCodeOf(report)).toBe(30)
  })
})

describe('leaves removed, reordered, inserted', () => {
  const renumbered = (records: readonly LedgerRecord[]) => records.map((row, seq) => ({ ...row, seq }))

  test('removed', async () => {
    const records = genuine.records.toSpliced(33, 1)
    expect(await check({ records })).toEqual({ ok: false, seq: 33, until: 33, reason: 'missing' })
    expect(await check({ records: renumbered(records) })).toMatchObject({ seq: 33, reason: 'misplaced' })
  })

  test('reordered', async () => {
    const records = genuine.records.with(20, record(21)).with(21, record(20))
    expect(await check({ records })).toMatchObject({ seq: 20, reason: 'missing' })
    expect(await check({ records: renumbered(records) })).toMatchObject({ seq: 20, reason: 'misplaced' })
  })

  test('inserted or repeated', async () => {
    const records = genuine.records.toSpliced(20, 0, record(19))
    expect(await check({ records })).toMatchObject({ seq: 20, reason: 'misplaced' })
    expect(await check({ records: renumbered(records) })).toMatchObject({ seq: 20, reason: 'misplaced' })
  })

  test('taken from another log', async () => {
    const rows = sampleRows(SIZE).with(9, {
      leaf: leafBytes(sampleLeaf(9, { origin: 'other.example' })),
      opening: 'sealed',
    })
    const foreign = await sampleLog(rows, CHECKPOINTS)
    expect(await check({}, foreign)).toMatchObject({ seq: 9, reason: 'misplaced' })
  })

  test('not a leaf at all', async () => {
    const rows = sampleRows(SIZE).with(9, { leaf: new TextEncoder().encode('{}'), opening: 'sealed' })
    expect(await check({}, await sampleLog(rows, CHECKPOINTS))).toMatchObject({ seq: 9, reason: 'leaf' })
  })

  test('the log is shorter than a checkpoint we know', async () => {
    const records = genuine.records.slice(0, 70)
    expect(await check({ records })).toEqual({ ok: false, seq: 70, until: 99, reason: 'missing' })
    expect(await check({ records: [] })).toMatchObject({ seq: 0, reason: 'missing' })
  })
})

test('checkpoints that go back, or fork, are reported', async () => {
  const [first = '', second = ''] = genuine.checkpoints
  expect(await check({ checkpoints: [second, first] })).toMatchObject({ seq: 40, reason: 'checkpoint' })
  const fork = await signCheckpoint({ origin: ORIGIN, size: 40, root: leafHash(new Uint8Array(0)) }, [
    genuine.signer,
  ])
  expect(await check({ checkpoints: [first, second, fork] })).toMatchObject({ ok: false, reason: 'root' })
  expect(await check({ checkpoints: [first, fork] })).toEqual({
    ok: false,
    seq: 16,
    until: 39,
    reason: 'root',
  })
  const full = await signCheckpoint({ origin: ORIGIN, size: 0, root: leafHash(new Uint8Array(0)) }, [
    genuine.signer,
  ])
  expect(await check({ checkpoints: [full] })).toMatchObject({ ok: false, seq: 0, reason: 'root' })
})

test('shredded leaves stay provable; those without a redaction leaf are listed', async () => {
  const redaction = { indexes: [3, 4], reason: 'retention' }
  const salt = sampleSalt(900)
  const rows = sampleRows(20).map((row, seq) =>
    seq === 3 || seq === 4 || seq === 8 ? { ...row, opening: 'shredded' as const } : row,
  )
  const redactionLeaf = sampleLeaf(20, {
    type: REDACTION,
    state: 'erased',
    commit: toHex(commit(redaction, salt)),
  })
  rows.push({ leaf: leafBytes(redactionLeaf), opening: { payload: redaction, salt } })
  const report = await check({}, await sampleLog(rows, [21]))
  expect(report).toMatchObject({ ok: true, size: 21, vouched: 21, shredded: 3, unexplained: [8] })
})

test('keys must be those of one log', async () => {
  const other = await sampleSigner('other.example')
  const { records, checkpoints, signer } = genuine
  await expect(verifyLedger({ records, checkpoints, keys: [] })).rejects.toMatchObject({ code: 'key' })
  await expect(verifyLedger({ records, checkpoints, keys: [signer.key, other.key] })).rejects.toMatchObject({
    code: 'key',
  })
  const next = await sampleSigner(ORIGIN, 8)
  expect(await verifyLedger({ records, checkpoints, keys: [next.key, signer.key] })).toMatchObject({
    ok: true,
  })
})
