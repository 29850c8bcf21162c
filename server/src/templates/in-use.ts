import { type Context, Problem } from '../platform/index.ts'

type CampaignState = 'draft' | 'scheduled' | 'freezing' | 'running' | 'paused'

/** Campaigns in these states still want to send: their template has to stay. */
export const NEEDING: readonly CampaignState[] = ['draft', 'scheduled', 'freezing', 'running', 'paused']
/** Campaigns in these states send what was reviewed when they were launched: their template has to stay as it is. */
export const SENDING: readonly CampaignState[] = ['scheduled', 'freezing', 'running', 'paused']

/** @throws Problem `template_in_use`, naming the campaigns, while some in one of these states need the template */
export async function expectUnused(
  ctx: Pick<Context, 'db' | 'businessId'>,
  templateId: string,
  states: readonly CampaignState[],
): Promise<void> {
  const campaigns = await ctx.db
    .selectFrom('campaign')
    .select('name')
    .where('business_id', '=', ctx.businessId)
    .where('template_id', '=', templateId)
    .where('state', 'in', states)
    .orderBy('updated_at', 'desc')
    .limit(6)
    .execute()
  if (campaigns.length === 0) return
  const said = campaigns.slice(0, 5).map(({ name }) => name)
  const more = campaigns.length > 5 ? ' …' : ''
  const one = campaigns.length === 1
  const de = said.map((name) => `„${name}“`).join(', ') + more
  const en = said.map((name) => `“${name}”`).join(', ') + more
  throw new Problem('conflict', 'template_in_use', {
    de: one
      ? `Die Kampagne ${de} braucht diese Vorlage, wie sie ist. Ändere oder beende die Kampagne zuerst, oder dupliziere die Vorlage.`
      : `Diese Kampagnen brauchen die Vorlage, wie sie ist: ${de}. Ändere oder beende sie zuerst, oder dupliziere die Vorlage.`,
    en: one
      ? `The campaign ${en} needs this template as it is. Change or end the campaign first, or duplicate the template.`
      : `These campaigns need the template as it is: ${en}. Change or end them first, or duplicate the template.`,
  })
}
