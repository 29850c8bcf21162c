import { recordAudit } from '../audit/index.ts'
import { billingOf } from '../costs/index.ts'
import { requireRole } from '../platform/authorise.ts'
import type { Language } from '../platform/http/index.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { findCampaign } from './campaign.ts'
import { csvLine } from './csv.ts'
import { messagePage } from './messages.ts'

const HEADINGS: Record<Language, (currency: string) => string[]> = {
  de: (currency) => [
    'Name',
    'Nummer',
    'Zustand',
    'Grund',
    'Fehler',
    'Angenommen',
    'Zugestellt',
    'Gelesen',
    `Kosten (${currency})`,
  ],
  en: (currency) => [
    'Name',
    'Number',
    'State',
    'Reason',
    'Error',
    'Accepted',
    'Delivered',
    'Read',
    `Cost (${currency})`,
  ],
}

const PAGE = 500

/**
 * All messages of a campaign as CSV, page by page, so that a million rows need no memory. That people's data left the
 * system is written to the audit log before the first line.
 * @throws Problem `not_found`, `forbidden`
 */
export async function exportCampaignMessages(
  ctx: Context,
  campaignId: string,
  language: Language,
): Promise<AsyncIterable<string>> {
  requireRole(ctx, 'marketer', 'dpo')
  await withTransaction(ctx, async (tx) => {
    const { candidates } = await findCampaign(tx, campaignId)
    await recordAudit(tx, {
      action: 'campaign.export',
      entity: 'campaign',
      entityId: campaignId,
      after: { candidates },
    })
  })
  return lines(ctx, campaignId, language)
}

async function* lines(ctx: Context, campaignId: string, language: Language): AsyncGenerator<string> {
  // The mark tells spreadsheets that this is UTF-8.
  const { currency } = await billingOf(ctx)
  yield `\uFEFF${csvLine(HEADINGS[language](currency))}`
  let after: string | undefined
  do {
    const page = await messagePage(ctx, campaignId, { limit: PAGE, ...(after ? { after } : {}) }, language)
    yield page.items
      .map((row) =>
        csvLine([
          row.name,
          row.phone,
          row.state,
          row.reasonTitle,
          row.errorCode,
          row.acceptedAt,
          row.deliveredAt,
          row.readAt,
          row.cost,
        ]),
      )
      .join('')
    after = page.next ?? undefined
  } while (after)
}
