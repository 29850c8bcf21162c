import { recordAudit } from '../../audit/index.ts'
import { requireRole } from '../../platform/authorise.ts'
import { type Context, Problem, withTransaction } from '../../platform/index.ts'
import { findFile } from './file.ts'

/** Throws a file away that no template shows. What Meta has of it ends there by itself after 30 days. @throws Problem `not_found`, `file_in_use` */
export async function removeFile(ctx: Context, fileId: string): Promise<void> {
  requireRole(ctx, 'marketer')
  await withTransaction(ctx, async (tx) => {
    const { name, usedBy } = await findFile(tx, fileId)
    if (usedBy > 0) {
      throw new Problem('conflict', 'file_in_use', {
        de: 'Eine Vorlage zeigt diese Datei. Nimm sie dort zuerst heraus.',
        en: 'A template shows this file. Take it out there first.',
      })
    }
    await tx.db
      .deleteFrom('template_file')
      .where('business_id', '=', tx.businessId)
      .where('file_id', '=', fileId)
      .execute()
    await recordAudit(tx, {
      action: 'template_file.remove',
      entity: 'template_file',
      entityId: fileId,
      before: { name },
    })
  })
}
