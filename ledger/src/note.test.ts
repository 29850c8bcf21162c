import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { fromBase64, toBase64 } from './bytes.ts'
import { createSigner, formatVerifierKey, parseVerifierKey, verifierKey } from './key.ts'
import { openNote, signNote } from './note.ts'
import { sampleSigner } from './sample_log.ts'

const TEXT = 'Ja, ich will.\n\nÜber alles?\n'

describe('published vectors', () => {
  test('the example of C2SP signed-note', async () => {
    const key = parseVerifierKey('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k')
    const note =
      'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n'
    expect(await openNote(note, [key])).toEqual({ text: 'This is an example message.\n', signedBy: [key] })
  })

  test('the example of golang.org/x/mod/sumdb/note, signed anew byte for byte', async () => {
    const typedSeed = fromBase64('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz') ?? expect.unreachable()
    const signer = await createSigner('PeterNeumann', typedSeed.slice(1))
    expect(formatVerifierKey(signer.key)).toBe(
      'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    )
    const text =
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
    expect(await signNote(text, [signer])).toBe(
      `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`,
    )
  })
})

describe('keys', () => {
  test('a PKCS #8 key from anywhere signs; printed keys read back, also with a plus sign in the base64', async () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    const signer = await createSigner('log.example', privateKey.export({ format: 'der', type: 'pkcs8' }))
    expect((await openNote(await signNote(TEXT, [signer]), [signer.key])).text).toBe(TEXT)

    const printed = await Promise.all(
      Array.from({ length: 20 }, async (_, seed) =>
        formatVerifierKey((await sampleSigner('log.example', seed)).key),
      ),
    )
    expect(printed.some((key) => key.split('+').length > 3)).toBe(true)
    for (const key of printed) expect(formatVerifierKey(parseVerifierKey(key))).toBe(key)
  })

  test('what is no key is refused', async () => {
    const { key } = await sampleSigner('log.example')
    const printed = formatVerifierKey(key)
    const other = printed.replace(key.id, '00000000')
    expect(() => parseVerifierKey(other)).toThrow('does not belong to this name and key')
    expect(() => parseVerifierKey(printed.replace('log', 'lag'))).toThrow(
      'does not belong to this name and key',
    )
    expect(() => parseVerifierKey(`a+${key.id}+${toBase64(new Uint8Array(33))}`)).toThrow('only Ed25519')
    expect(() => parseVerifierKey('log.example')).toThrow('name+id+base64')
    expect(() => verifierKey('two words', key.publicKey)).toThrow('a key name')
    expect(() => verifierKey('', key.publicKey)).toThrow('a key name')
    expect(() => verifierKey('a', new Uint8Array(31))).toThrow('32 bytes')
    await expect(createSigner('a', new Uint8Array(31))).rejects.toThrow('not an Ed25519 private key')
  })
})

describe('notes', () => {
  test('any trusted key will do, strangers are passed over', async () => {
    const [ours, next, witness] = await Promise.all([
      sampleSigner('log.example', 1),
      sampleSigner('log.example', 2),
      sampleSigner('witness.example', 3),
    ])
    const note = await signNote(TEXT, [witness, ours, next])
    expect(note.split('\n— ')).toHaveLength(4)
    expect(await openNote(note, [ours.key])).toEqual({ text: TEXT, signedBy: [ours.key] })
    expect((await openNote(note, [next.key, ours.key])).signedBy).toEqual([ours.key, next.key])
    const stranger = await sampleSigner('log.example', 4)
    await expect(openNote(note, [stranger.key])).rejects.toMatchObject({ code: 'signature' })
    await expect(openNote(note, [])).rejects.toMatchObject({ code: 'signature' })
  })

  test('one bad signature of a known key refuses the note, even beside a good one', async () => {
    const [a, b] = await Promise.all([sampleSigner('a.example', 1), sampleSigner('b.example', 2)])
    const bad = { key: b.key, sign: (message: Uint8Array) => a.sign(message) }
    const note = await signNote(TEXT, [a, bad])
    expect((await openNote(note, [a.key])).signedBy).toEqual([a.key])
    await expect(openNote(note, [a.key, b.key])).rejects.toMatchObject({ code: 'signature' })
  })

  test('text that is no note text is not signed', async () => {
    const signer = await sampleSigner()
    for (const text of ['', 'no newline', 'tab\there\n', 'carriage return\r\n', '\ud800\n']) {
      await expect(signNote(text, [signer])).rejects.toMatchObject({ code: 'note' })
    }
    await expect(signNote(TEXT, [])).rejects.toThrow('at least one signer')
  })

  test('malformed notes are refused', async () => {
    const signer = await sampleSigner()
    const note = await signNote('text\n', [signer])
    const lines = [
      note.slice(0, -1),
      note.replace('\n\n', '\n'),
      note.replace('— ', '- '),
      note.replace('— ', '—  '),
      `${note}garbage\n`,
      `${note}\n`,
      note.replace(/\n$/, ' \n'),
      `${note}${'— w.example AAAAAAAAAAAA\n'.repeat(64)}`,
    ]
    for (const wrong of lines)
      await expect(openNote(wrong, [signer.key])).rejects.toMatchObject({ code: 'note' })
    const many = `${note}${'— w.example AAAAAAAAAAAA\n'.repeat(63)}`
    expect((await openNote(many, [signer.key])).text).toBe('text\n')
  })
})
