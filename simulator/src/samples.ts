import { crc32, deflateSync } from 'node:zlib'

const SIDE = 240

/** A small PNG with a soft gradient: the picture a simulated person sends. */
export function sampleImage(): Buffer {
  const rows = Buffer.alloc(SIDE * (1 + SIDE * 3))
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const at = y * (1 + SIDE * 3) + 1 + x * 3
      rows[at] = 90 + Math.floor((x / SIDE) * 140)
      rows[at + 1] = 150 + Math.floor((y / SIDE) * 80)
      rows[at + 2] = 190 - Math.floor(((x + y) / SIDE) * 40)
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(SIDE, 0)
  head.writeUInt32BE(SIDE, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const frame = Buffer.alloc(body.length + 8)
  frame.writeUInt32BE(data.length, 0)
  body.copy(frame, 4)
  frame.writeUInt32BE(crc32(body), body.length + 4)
  return frame
}

/** A film too short to see anything: just the box that says it is one. */
export const sampleVideo = (): Buffer =>
  Buffer.from('000000186674797069736f6d0000020069736f6d6d703432', 'hex')

/** A PDF with one empty page. */
export const sampleDocument = (): Buffer =>
  Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
    'latin1',
  )

/** A sticker of one pixel. */
export const sampleSticker = (): Buffer =>
  Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64')

/** One second of silence in AMR (fifty "no data" frames): the voice message a simulated person sends. */
export const sampleVoice = (): Buffer =>
  Buffer.concat([Buffer.from('#!AMR\n', 'latin1'), Buffer.alloc(50, 0x7c)])
