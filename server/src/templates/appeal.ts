import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { DAY } from '../platform/clock.ts'
import type { Language } from '../platform/http/index.ts'
import { type Context, Problem, type Sentence, withTransaction } from '../platform/index.ts'
import { changeTemplate } from './store.ts'
import { findTemplate, lockTemplate, Template } from './template.ts'

/** Where people ask Meta to look again; there is no call for it. */
const SUPPORT = 'https://business.facebook.com/business-support-home/'
/** Meta takes appeals for so long after its decision. */
const TIME_TO_APPEAL = 60 * DAY

export const AppealAnswer = z.object({
  url: z.url(),
  /** Until when Meta takes it. */
  until: z.iso.datetime().nullable(),
  note: z.string(),
  template: Template,
})
export type AppealAnswer = z.infer<typeof AppealAnswer>

const NOTE: Sentence = {
  de: 'Einen Einspruch nimmt Meta nur im Business-Support entgegen, nicht über die Schnittstelle: Öffne den Link, wähle das WhatsApp-Konto und die Vorlage, und bitte um eine neue Prüfung. Die Antwort kommt meist nach einem Tag und erscheint dann hier. Schneller ist es oft, den Text zu ändern und die Vorlage noch einmal einzureichen.',
  en: 'Meta takes an appeal in Business Support only, not through its interface: open the link, choose the WhatsApp account and the template, and ask for another review. The answer mostly comes after a day and then shows up here. It is often faster to change the text and submit the template again.',
}

/**
 * Notes that a member appeals against a rejection, a switch-off or a change of category, and says where Meta takes it: its API
 * has no call for an appeal, an edit is all it offers. @throws Problem `not_found`, `appeal_not_possible`
 */
export async function appealTemplate(
  ctx: Context,
  templateId: string,
  language: Language,
): Promise<AppealAnswer> {
  requireRole(ctx, 'marketer')
  return withTransaction(ctx, async (tx) => {
    const row = await lockTemplate(tx, templateId)
    const decided = decision(row)
    const now = tx.clock.now()
    const until = decided && new Date(decided.getTime() + TIME_TO_APPEAL)
    if (!decided || (until && until < now)) {
      throw new Problem('conflict', 'appeal_not_possible', {
        de: 'Einspruch geht gegen eine Ablehnung, eine Abschaltung oder eine neue Kategorie, 60 Tage lang.',
        en: 'An appeal is possible against a rejection, a switch-off or a new category, for 60 days.',
      })
    }
    await changeTemplate(tx, templateId, { appealed_at: row.appealed_at ?? now })
    await recordAudit(tx, { action: 'template.appeal', entity: 'template', entityId: templateId })
    const template = await findTemplate(tx, templateId)
    return { url: SUPPORT, until: until?.toISOString() ?? null, note: NOTE[language], template }
  })
}

/** When Meta decided what can be appealed against; null when there is nothing. */
function decision(row: Awaited<ReturnType<typeof lockTemplate>>): Date | null {
  if (row.state === 'rejected' || row.state === 'disabled') return row.decided_at ?? row.updated_at
  return row.category_changed_at
}
