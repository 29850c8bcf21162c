import { GraphFault, unknownObject } from '../errors.ts'
import type { Media } from '../media.ts'
import type { Call } from './call.ts'

const MB = 1024 * 1024
/** How long an address to load a file from works (platform §2.7). */
const URL_SECONDS = 300
/** Largest file by kind (platform §2.7). */
const LIMITS: readonly { mime: RegExp; bytes: number }[] = [
  { mime: /^image\/(jpeg|png)$/, bytes: 5 * MB },
  { mime: /^image\/webp$/, bytes: MB / 2 },
  { mime: /^video\/(mp4|3gpp)$/, bytes: 16 * MB },
  { mime: /^audio\/(aac|amr|mpeg|mp4|ogg)/, bytes: 16 * MB },
  { mime: /^(text\/plain|application\/(pdf|msword|vnd\..+))$/, bytes: 100 * MB },
]

/** `POST /{phone}/media`: multipart with `messaging_product`, `type` and `file` */
export async function uploadMedia({ world, request, query }: Call): Promise<unknown> {
  if (!request.isMultipart()) throw new GraphFault(100, 'The body must be multipart/form-data.')
  const fields = new Map<string, string>()
  let file: { bytes: Buffer; mime: string; name: string } | undefined
  for await (const part of request.parts()) {
    if (part.type === 'file')
      file = { bytes: await part.toBuffer(), mime: part.mimetype, name: part.filename }
    else fields.set(part.fieldname, String(part.value))
  }
  if ((fields.get('messaging_product') ?? query.messaging_product) !== 'whatsapp')
    throw new GraphFault(131008, "Parameter 'messaging_product' is required")
  if (!file) throw new GraphFault(131008, "Parameter 'file' is required")
  const declared = fields.get('type')
  const mime = declared?.includes('/') ? declared : file.mime
  const limit = LIMITS.find((one) => one.mime.test(mime))
  if (!limit) throw new GraphFault(131053, `Files of type ${mime} cannot be uploaded.`)
  if (file.bytes.length > limit.bytes)
    throw new GraphFault(131053, `Files of type ${mime} may have at most ${limit.bytes} bytes.`)
  return { id: world.media.add(file.bytes, mime, file.name).id }
}

/** `GET /{media}`: where to load it, and what it is; the hash in hex */
export function getMedia({ world, id }: Call): unknown {
  const media = the(world, id)
  return {
    messaging_product: 'whatsapp',
    url: `${world.url}/lookaside/${media.id}?ext=${Math.floor(world.clock.now() / 1000) + URL_SECONDS}`,
    mime_type: media.mime,
    sha256: media.sha256.toString('hex'),
    file_size: media.bytes.length,
    id: media.id,
  }
}

/** `DELETE /{media}` */
export function deleteMedia({ world, id }: Call): unknown {
  world.media.remove(the(world, id).id)
  return { success: true }
}

/** `POST /{app}/uploads?file_name&file_length&file_type`: begins a resumable upload */
export function beginUpload({ world, query }: Call): unknown {
  const { file_length, file_type } = query
  if (!file_type || !(Number(file_length) > 0))
    throw new GraphFault(100, "Parameters 'file_length' and 'file_type' are required")
  return { id: world.media.begin(file_type, Number(file_length)) }
}

/** `POST /upload:…` with the bytes: ends it and gives the handle */
export function continueUpload({ world, id, body }: Call): unknown {
  const upload = world.media.upload(id)
  if (!upload) throw unknownObject(id, 'post')
  if (!Buffer.isBuffer(body) || body.length === 0)
    throw new GraphFault(100, 'The body must hold the bytes of the file.')
  if (body.length !== upload.length) {
    throw new GraphFault(100, `The file has ${body.length} bytes, but ${upload.length} were announced.`)
  }
  return { h: world.media.finish(id, body) }
}

function the(world: Call['world'], id: string): Media {
  const media = world.media.find(id)
  if (!media) throw unknownObject(id)
  return media
}
