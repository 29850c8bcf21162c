import { expect, test } from 'vitest'
import { openCheckpoint, signCheckpoint } from './checkpoint.ts'
import { signNote } from './note.ts'
import { ORIGIN, sampleSigner } from './sample_log.ts'
import { EMPTY_ROOT } from './tree.ts'

const EMPTY = { origin: ORIGIN, size: 0, root: EMPTY_ROOT }

test('a checkpoint reads as C2SP writes it, and reads back', async () => {
  const signer = await sampleSigner()
  const note = await signCheckpoint({ ...EMPTY, size: 20852163 }, [signer])
  const root = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
  expect(note.startsWith(`${ORIGIN}\n20852163\n${root}\n\n— ${ORIGIN} `)).toBe(true)
  expect(await openCheckpoint(note, [signer.key])).toEqual({ ...EMPTY, size: 20852163 })
  const extended = { ...EMPTY, extensions: ['time 1', 'more'] }
  expect(await openCheckpoint(await signCheckpoint(extended, [signer]), [signer.key])).toEqual(extended)
})

test('only a key with the name of the log can vouch for it', async () => {
  const [signer, other] = await Promise.all([sampleSigner(), sampleSigner('other.example', 8)])
  await expect(signCheckpoint(EMPTY, [other])).rejects.toThrow('no signer bears the name of the log')
  const cosigned = await signCheckpoint(EMPTY, [signer, other])
  expect((await openCheckpoint(cosigned, [signer.key, other.key])).size).toBe(0)
  await expect(openCheckpoint(cosigned, [other.key])).rejects.toMatchObject({ code: 'signature' })
})

test('a checkpoint that would say something else is not signed', async () => {
  const signer = await sampleSigner()
  const wrong = [
    { ...EMPTY, size: -1 },
    { ...EMPTY, size: 1.5 },
    { ...EMPTY, size: 2 ** 60 },
    { ...EMPTY, root: new Uint8Array(31) },
    { ...EMPTY, extensions: [''] },
    { ...EMPTY, extensions: ['one\ntwo'] },
  ]
  for (const checkpoint of wrong) {
    await expect(signCheckpoint(checkpoint, [signer])).rejects.toMatchObject({ code: 'checkpoint' })
  }
})

test('signed text that is no checkpoint is refused', async () => {
  const signer = await sampleSigner()
  const root = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
  const texts = [
    'hello\n',
    `${ORIGIN}\n01\n${root}\n`,
    `${ORIGIN}\n1\n${root.slice(1)}\n`,
    `${ORIGIN}\n1\n${root}\n\n\n`,
  ]
  for (const text of [...texts, `\n1\n${root}\n`]) {
    const note = await signNote(text, [signer])
    await expect(openCheckpoint(note, [signer.key])).rejects.toMatchObject({ code: 'checkpoint' })
  }
})
