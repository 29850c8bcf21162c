import { createPublicKey, verify } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  cosign,
  createSigner,
  formatWitnessKey,
  openCheckpoint,
  openCosignature,
  parseWitnessKey,
  type Signer,
  sha256,
  signCheckpoint,
  toHex,
  witnessKey,
} from './index.ts'

const AT = new Date('2026-11-18T11:00:00Z')
const ORIGIN = 'jawort/blatt/1'

describe('cosignatures of witnesses (C2SP tlog-cosignature)', () => {
  let log: Signer
  let witness: Signer
  let note: string
  let line: string
  beforeAll(async () => {
    log = await createSigner(ORIGIN, new Uint8Array(32).fill(1))
    const { sign, key } = await createSigner('auditor.example', new Uint8Array(32).fill(2))
    witness = { sign, key: witnessKey('auditor.example', key.publicKey) }
    note = await signCheckpoint({ origin: ORIGIN, size: 3, root: sha256(new Uint8Array(1)) }, [log])
    line = await cosign(note, witness, AT)
  })

  it('C-16: a cosignature says who saw the checkpoint, and when', async () => {
    expect(await openCosignature(note, line, witness.key)).toEqual({ name: 'auditor.example', at: AT })
    expect(await openCosignature(note, `— other.example AAAA\n${line}`, witness.key)).toMatchObject({
      at: AT,
    })
  })

  it('signs what the specification says, as somebody else would check it', () => {
    const bytes = Buffer.from(line.split(' ')[2] ?? '', 'base64')
    const text = note.slice(0, note.indexOf('\n\n') + 1)
    const message = Buffer.from(`cosignature/v1\ntime ${AT.getTime() / 1000}\n${text}`)
    const x = Buffer.from(witness.key.publicKey).toString('base64url')
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    expect(verify(null, message, key, bytes.subarray(12))).toBe(true)
    expect(bytes.readBigUInt64BE(4)).toBe(BigInt(AT.getTime() / 1000))
    expect(bytes.subarray(0, 4).toString('hex')).toBe(witness.key.id)
  })

  it('stands under a note without disturbing the log’s own signature', async () => {
    expect(await openCheckpoint(`${note}${line}`, [log.key])).toMatchObject({ size: 3 })
  })

  it('has a key of its own kind, which is never the key of a log', () => {
    const printed = formatWitnessKey(witness.key)
    expect(parseWitnessKey(printed)).toEqual(witness.key)
    const digest = sha256(
      Buffer.concat([Buffer.from('auditor.example\n'), Buffer.from([4]), witness.key.publicKey]),
    )
    expect(witness.key.id).toBe(toHex(digest.subarray(0, 4)))
    for (const wrong of ['', 'auditor.example', printed.replace('auditor', 'other'), `${printed}A`]) {
      expect(() => parseWitnessKey(wrong)).toThrow()
    }
  })

  it('C-16: whatever byte is flipped, it is refused', async () => {
    const bytes = Buffer.from(line, 'utf8')
    for (let at = 0; at < bytes.length - 1; at++) {
      const flipped = Buffer.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ 1
      const checked = openCosignature(note, flipped.toString('utf8'), witness.key)
      await expect(checked, `byte ${at}`).rejects.toMatchObject({ code: 'signature' })
    }
    await expect(openCosignature(note.replace('\n3\n', '\n4\n'), line, witness.key)).rejects.toThrow()
  })
})
