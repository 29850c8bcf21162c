import { describe, expect, it } from 'vitest'
import { readArchive, writeArchive } from './archive.ts'
import { utf8 } from './bytes.ts'
import { formatVerifierKey } from './key.ts'
import { MANIFEST, signManifest } from './manifest.ts'
import { describeCheck } from './pack_words.ts'
import { flipped, sampleSigner } from './sample_log.ts'
import { samplePack } from './sample_pack.ts'
import { EXIT_CODES } from './verdict.ts'
import { PACK, verifyPack } from './verify_pack.ts'
import { verifyPackFile } from './verify_pack_file.ts'

const FIRST = 'events/0001'

describe('verifyPackFile', () => {
  it('C-15: accepts a pack as it was handed out, and says line by line what was checked', async () => {
    const { zip, signer } = await samplePack()
    const report = await verifyPackFile(zip())
    expect(report.verdict).toBe('valid')
    expect(report.events.map(({ leaf }) => leaf.seq)).toEqual([1, 3])
    expect(report.events[0]?.wording).toContain('STOP')
    expect(report.key).toEqual(signer.key)
    expect(report.keyGiven).toBe(false)
    const lines = report.checks.map((check) => describeCheck(check, 'en'))
    expect(lines).toContain('All 12 files are there and unchanged')
    expect(lines).toContain('The entry stands in the ledger, place 3')
    expect(report.checks.filter(({ step }) => step === 'wording')).toHaveLength(2)
  })

  it('C-16: refuses the archive after any single byte of it was flipped, wherever it is', async () => {
    const { zip } = await samplePack()
    const whole = zip()
    for (let at = 0; at < whole.length; at++) {
      const { verdict } = await verifyPackFile(flipped(whole, at))
      expect(EXIT_CODES[verdict], `byte ${at} of ${whole.length}`).toBeGreaterThanOrEqual(30)
    }
  })

  it('C-16: refuses every file after any single byte of it was flipped, although the archive was packed anew', async () => {
    const { files } = await samplePack()
    for (const [path, content] of files) {
      for (let at = 0; at < content.length; at++) {
        const changed = new Map(files).set(path, flipped(content, at))
        const { verdict } = await verifyPackFile(writeArchive(changed))
        expect(EXIT_CODES[verdict], `byte ${at} of ${path}`).toBeGreaterThanOrEqual(30)
      }
    }
  })

  it('refuses what is no pack at all', async () => {
    for (const bytes of [new Uint8Array(0), utf8('PK'), utf8('hello'), writeArchive(new Map())]) {
      expect((await verifyPackFile(bytes)).verdict).toBe('tampered')
    }
  })
})

describe('verifyPack', () => {
  it.each([
    ['a file that was added', (files: Map<string, Uint8Array>) => files.set('events/0001/more', utf8('x'))],
    ['a file that was taken out', (files: Map<string, Uint8Array>) => files.delete('consent.json')],
    [
      'evidence that was taken out, which is not the same as shredded',
      (files: Map<string, Uint8Array>) => {
        files.delete(`${FIRST}/${PACK.payload}`)
        files.delete(`${FIRST}/${PACK.salt}`)
      },
    ],
    ['no list of files', (files: Map<string, Uint8Array>) => files.delete(MANIFEST)],
  ])('C-16: refuses %s', async (_, change) => {
    const { files } = await samplePack()
    change(files)
    expect((await verifyPack(files)).verdict).toBe('tampered')
  })

  it('C-16: refuses evidence that does not open its leaf even when the keeper of the log signed the list', async () => {
    const { files } = await samplePack((inside) =>
      inside.set(`${FIRST}/${PACK.payload}`, utf8('{"inbound":"NEIN"}')),
    )
    const report = await verifyPack(files)
    expect(report.verdict).toBe('tampered')
    expect(report.events).toHaveLength(1)
    expect(report.checks.find(({ verdict }) => verdict === 'tampered')).toMatchObject({
      step: 'evidence',
      subject: FIRST,
    })
  })

  it('C-16: tells a leaf that is not in the log, with code 20', async () => {
    const { files } = await samplePack((inside) => {
      for (const name of [PACK.leaf, PACK.payload, PACK.salt]) {
        inside.set(`${FIRST}/${name}`, inside.get(`events/0003/${name}`) ?? new Uint8Array(0))
      }
    })
    const { verdict } = await verifyPack(files)
    expect(EXIT_CODES[verdict]).toBe(20)
  })

  it('C-16: refuses a wording that is not the one that was shown', async () => {
    const { files } = await samplePack((inside) => {
      for (const path of inside.keys()) if (path.startsWith('wordings/')) inside.set(path, utf8('Nein.'))
    })
    const report = await verifyPack(files)
    expect(report.verdict).toBe('tampered')
    expect(report.checks.some(({ step, verdict }) => step === 'wording' && verdict === 'tampered')).toBe(true)
  })

  it('C-42: counts shredded evidence as included, with code 10', async () => {
    const { files } = await samplePack((inside) => {
      inside.delete(`${FIRST}/${PACK.payload}`)
      inside.delete(`${FIRST}/${PACK.salt}`)
    })
    const report = await verifyPack(files)
    expect(EXIT_CODES[report.verdict]).toBe(10)
    expect(report.events[0]).toMatchObject({ subject: FIRST, payload: undefined })
  })

  it('C-16: with a key from elsewhere, refuses a pack whose keeper made a log and a key of his own', async () => {
    const { files, signer } = await samplePack()
    expect((await verifyPack(files, [signer.key])).keyGiven).toBe(true)
    const other = await sampleSigner(signer.key.name, 8)
    const { verdict } = await verifyPack(files, [other.key])
    expect(EXIT_CODES[verdict]).toBe(40)

    const forged = new Map(files).set(PACK.key, utf8(formatVerifierKey(other.key)))
    forged.delete(MANIFEST)
    forged.set(MANIFEST, utf8(await signManifest(forged, new Date(0), other)))
    expect(EXIT_CODES[(await verifyPack(forged)).verdict]).toBe(40)
  })

  it.each([
    ['that is none', PACK.time(7), utf8('time')],
    ['that is cut short', PACK.time(7), Uint8Array.of(0x30, 0x82, 0x10, 0x00)],
    ['over a state that is not in the pack', PACK.time(8), utf8('time')],
  ])('C-16: refuses a time stamp %s, with code 50', async (_, path, token) => {
    const { files } = await samplePack((inside) => inside.set(path, token))
    const { verdict } = await verifyPack(files)
    expect(EXIT_CODES[verdict]).toBe(50)
  })

  it('never takes a signed checkpoint for a signed list of files', async () => {
    const { files } = await samplePack()
    const proof = new TextDecoder().decode(files.get(`${FIRST}/${PACK.proof}`))
    const checkpoint = proof.slice(proof.indexOf('\n\n') + 2)
    expect((await verifyPack(new Map(files).set(MANIFEST, utf8(checkpoint)))).verdict).toBe('tampered')
  })
})

describe('readArchive', () => {
  it('gives back what was packed, however the files were ordered', () => {
    const files = new Map([
      ['b/c.txt', utf8('Ja')],
      ['a', new Uint8Array(0)],
    ])
    expect(readArchive(writeArchive(files))).toEqual(files)
    expect(writeArchive(new Map([...files].reverse()))).toEqual(writeArchive(files))
  })

  it.each(['../a', '/a', 'a b', 'ä', ''])('packs no path like %j', (path) => {
    expect(() => writeArchive(new Map([[path, utf8('x')]]))).toThrow('plain')
  })
})
