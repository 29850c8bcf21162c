import { recordAudit } from '../../audit/index.ts'
import { requireRole } from '../../platform/authorise.ts'
import { type Context, newId, Problem, withTransaction } from '../../platform/index.ts'
import { fileUnusable } from '../fetch-file.ts'
import { FILE_LIMITS, typeOfFile } from '../file-type.ts'
import { findFile, type TemplateFile } from './file.ts'

const PIECE = 1024 * 1024

interface Upload {
  name: string
  bytes: Buffer
}

/**
 * Keeps a file for headers; what it is, its own bytes say.
 * @param read takes the upload, once it is known that the member may; null when there is none
 * @throws Problem `file_missing`, `file_unknown`, `file_unusable` (too large)
 */
export async function addFile(ctx: Context, read: () => Promise<Upload | null>): Promise<TemplateFile> {
  requireRole(ctx, 'marketer')
  const upload = await read()
  if (!upload) {
    throw new Problem('invalid', 'file_missing', { de: 'Es kam keine Datei an.', en: 'No file arrived.' })
  }
  const { bytes } = upload
  const name = upload.name.trim().slice(0, 200) || 'file'
  const found = typeOfFile(bytes)
  if (!found) {
    throw new Problem('invalid', 'file_unknown', {
      de: 'Diese Datei kann WhatsApp nicht zeigen. Nimm ein JPEG oder PNG, ein MP4 (H.264) oder ein PDF.',
      en: 'WhatsApp cannot show this file. Use a JPEG or PNG, an MP4 (H.264) or a PDF.',
    })
  }
  if (bytes.length > FILE_LIMITS[found.kind].bytes)
    throw fileUnusable(found.kind, 'file', 'zu groß', 'too large')
  return withTransaction(ctx, async (tx) => {
    const fileId = newId()
    const key = { business_id: tx.businessId, file_id: fileId }
    await tx.db
      .insertInto('template_file')
      .values({ ...key, name, ...found, size: bytes.length, created_at: tx.clock.now() })
      .execute()
    for (let part = 0; part * PIECE < bytes.length; part++) {
      await tx.db
        .insertInto('template_file_part')
        .values({ ...key, part, bytes: bytes.subarray(part * PIECE, (part + 1) * PIECE) })
        .execute()
    }
    await recordAudit(tx, {
      action: 'template_file.add',
      entity: 'template_file',
      entityId: fileId,
      after: { name, type: found.type, size: bytes.length },
    })
    return findFile(tx, fileId)
  })
}
