import type { MediaHeader } from './content.ts'

const MB = 1024 * 1024

/** What Meta takes in the header of a template, and how large. Source: Meta, supported media types and resumable upload. */
export const FILE_LIMITS: Record<MediaHeader['format'], { bytes: number; types: readonly string[] }> = {
  image: { bytes: 5 * MB, types: ['image/jpeg', 'image/png'] },
  video: { bytes: 16 * MB, types: ['video/mp4'] },
  document: { bytes: 100 * MB, types: ['application/pdf'] },
}

/** What a file is, by its own bytes: its name and what the sender says of it prove nothing. Null: nothing we can send. */
export function typeOfFile(bytes: Buffer): { kind: MediaHeader['format']; type: string } | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])))
    return { kind: 'image', type: 'image/jpeg' }
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])))
    return { kind: 'image', type: 'image/png' }
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-')
    return { kind: 'document', type: 'application/pdf' }
  // WhatsApp plays H.264 only; what else an MP4 may hold arrives as a black frame.
  if (bytes.subarray(4, 8).toString('latin1') === 'ftyp' && bytes.includes('avc1'))
    return { kind: 'video', type: 'video/mp4' }
  return null
}
