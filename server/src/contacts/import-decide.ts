import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, notFound, Problem, withTransaction } from '../platform/index.ts'
import { type ContactImport, getImport } from './import-view.ts'

export const DecideImportInput = z.object({
  decision: z.enum(['approve', 'refuse']),
  /** What was looked at, or why not. */
  note: z.string().trim().min(3).max(1000),
})

/**
 * The second pair of eyes: a member who did not bring the list says whether its claims may stand (C-19). Approved claims are
 * shown on the people's cards and nothing else; refused ones are deleted. Once decided it stays decided.
 * @throws Problem `not_found`, `member_needed`, `four_eyes`, `import_not_finished`, `already_decided`
 */
export async function decideImport(
  ctx: Context,
  importId: string,
  input: z.input<typeof DecideImportInput>,
): Promise<ContactImport> {
  requireRole(ctx, 'marketer', 'dpo')
  const { decision, note } = DecideImportInput.parse(input)
  const memberId = requireMember(ctx)
  return withTransaction(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom('import_attestation')
      .select(['state', 'attested_by', 'file_hash'])
      .where('business_id', '=', tx.businessId)
      .where('import_id', '=', importId)
      .forUpdate()
      .executeTakeFirst()
    if (!row) throw notFound({ de: 'Diese Liste', en: 'This list' })
    if (row.state !== 'waiting') throw DECIDED
    if (row.attested_by === memberId) throw FOUR_EYES
    if (decision === 'approve' && row.file_hash === null) throw NOT_FINISHED
    const state = decision === 'approve' ? 'approved' : 'refused'
    await tx.db
      .updateTable('import_attestation')
      .set({ state, decided_by: memberId, decided_at: tx.clock.now(), note })
      .where('business_id', '=', tx.businessId)
      .where('import_id', '=', importId)
      .execute()
    if (state === 'refused') {
      await tx.db
        .deleteFrom('import_claim')
        .where('business_id', '=', tx.businessId)
        .where('import_id', '=', importId)
        .execute()
    }
    await recordAudit(tx, {
      action: `contact_import.${decision}`,
      entity: 'contact_import',
      entityId: importId,
      after: { note },
    })
    return getImport(tx, importId)
  })
}

/** Who answers for a list must be a person, not a key or a job. @throws Problem `member_needed` */
export function requireMember(ctx: Context): string {
  if (ctx.actor.kind === 'member') return ctx.actor.memberId
  throw new Problem('forbidden', 'member_needed', {
    de: 'Für die Herkunft einer Liste muss ein Mitglied einstehen. Bitte melde dich an und versuche es noch einmal.',
    en: 'A member has to answer for where a list comes from. Please sign in and try again.',
  })
}

const FOUR_EYES = new Problem('forbidden', 'four_eyes', {
  de: 'Du hast diese Liste selbst hochgeladen. Prüfen muss sie ein anderes Mitglied; du kannst unter Einstellungen jemanden einladen.',
  en: 'You brought this list yourself. Another member has to check it; you can invite somebody in the settings.',
})
const NOT_FINISHED = new Problem('conflict', 'import_not_finished', {
  de: 'Diese Datei wurde nicht ganz gelesen. Bitte lass sie noch einmal hochladen und prüfe dann die neue Liste.',
  en: 'This file was not read to its end. Please have it uploaded again, and check the new list then.',
})
const DECIDED = new Problem('conflict', 'already_decided', {
  de: 'Über diese Liste ist schon entschieden.',
  en: 'This list has been decided on already.',
})
