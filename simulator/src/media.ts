import { createHash } from 'node:crypto'
import { objectId } from './ids.ts'

export interface Media {
  id: string
  mime: string
  bytes: Buffer
  sha256: Buffer
  fileName?: string
}

interface Upload {
  mime: string
  length: number
}

const MAX_BYTES = 256 * 1024 * 1024

/** Uploaded and sent files, in memory; the oldest go when they pass 256 MB together. */
export class MediaStore {
  readonly #media = new Map<string, Media>()
  readonly #uploads = new Map<string, Upload>()
  readonly #handles = new Map<string, string>()
  #bytes = 0

  add(bytes: Buffer, mime: string, fileName?: string): Media {
    const sha256 = createHash('sha256').update(bytes).digest()
    const media = { id: objectId(), mime, bytes, sha256, ...(fileName && { fileName }) }
    this.#media.set(media.id, media)
    this.#bytes += bytes.length
    for (const [id] of this.#media) {
      if (this.#bytes <= MAX_BYTES || id === media.id) break
      this.remove(id)
    }
    return media
  }

  find(id: string): Media | undefined {
    return this.#media.get(id)
  }

  remove(id: string): boolean {
    const media = this.#media.get(id)
    if (!media) return false
    this.#bytes -= media.bytes.length
    return this.#media.delete(id)
  }

  /** Begins a resumable upload. @returns its id, `upload:…` */
  begin(mime: string, length: number): string {
    const id = `upload:${Buffer.from(objectId()).toString('base64url')}`
    this.#uploads.set(id, { mime, length })
    return id
  }

  upload(id: string): Upload | undefined {
    return this.#uploads.get(id)
  }

  /** Ends a resumable upload. @returns the handle, `4::…` */
  finish(id: string, bytes: Buffer): string {
    const upload = this.#uploads.get(id)
    const media = this.add(bytes, upload?.mime ?? 'application/octet-stream')
    const handle = `4::${Buffer.from(media.id).toString('base64')}`
    this.#uploads.delete(id)
    this.#handles.set(handle, media.id)
    return handle
  }

  /** The file behind a handle of a resumable upload. */
  byHandle(handle: string): Media | undefined {
    return this.find(this.#handles.get(handle) ?? '')
  }
}
