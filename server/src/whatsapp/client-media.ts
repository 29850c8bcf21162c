import { FormData } from 'undici'
import { z } from 'zod'
import type { GraphCore } from './client-core.ts'
import { Success } from './client-core.ts'
import { download, type File } from './download.ts'
import type { GraphResult } from './result.ts'

const Id = z.looseObject({ id: z.string() })
const Handle = z.looseObject({ h: z.string() })
const Found = z.looseObject({
  url: z.url(),
  mime_type: z.string().catch('application/octet-stream'),
  sha256: z.string().optional().catch(undefined),
  file_size: z.coerce.number().optional().catch(undefined),
})

/** Files, up and down. Source: Meta, Media; Resumable upload. */
export function mediaCalls(core: GraphCore, baseUrl: string) {
  const { call, token } = core
  return {
    /** Uploads a file to send it by id; kept by Meta for 30 days. */
    uploadMedia(phoneNumberId: string, file: Uint8Array<ArrayBuffer>, type: string, fileName: string) {
      const form = new FormData()
      form.set('messaging_product', 'whatsapp')
      form.set('type', type)
      form.set('file', new Blob([file], { type }), fileName)
      return call(Id, { method: 'POST', path: `${phoneNumberId}/media`, body: form })
    },
    deleteMedia: (mediaId: string, phoneNumberId: string) =>
      call(Success, { method: 'DELETE', path: mediaId, query: { phone_number_id: phoneNumberId } }),
    /**
     * What a person sent, by its id; Meta keeps it seven days for us. Asks for the address and fetches it, with the token, from
     * Meta's own hosts only.
     * @param most bytes at most; refused with `LOCAL_ERROR.tooLarge` above
     */
    async downloadMedia(mediaId: string, phoneNumberId: string, most: number): Promise<GraphResult<File>> {
      const found = await call(Found, {
        method: 'GET',
        path: mediaId,
        query: { phone_number_id: phoneNumberId },
      })
      if (found.ok !== true) return found
      const { url, mime_type: type, sha256, file_size: size } = found.value
      return download({ url, token, baseUrl, type, sha256, size, most })
    },
    /**
     * Uploads an example for a template's header, a picture of any kind, a video or a document, or a profile picture; the
     * handle goes into the template (resumable upload, two calls).
     */
    async uploadHeader(
      appId: string,
      file: Buffer,
      type: string,
      fileName: string,
    ): Promise<GraphResult<{ handle: string }>> {
      const session = await call(Id, {
        method: 'POST',
        path: `${appId}/uploads`,
        query: { file_name: fileName, file_length: String(file.length), file_type: type },
      })
      if (session.ok !== true) return session
      const uploaded = await call(Handle, {
        method: 'POST',
        path: session.value.id,
        body: file,
        headers: {
          authorization: `OAuth ${token}`,
          file_offset: '0',
          'content-type': 'application/octet-stream',
        },
      })
      return uploaded.ok === true ? { ok: true, value: { handle: uploaded.value.h } } : uploaded
    },
  }
}
