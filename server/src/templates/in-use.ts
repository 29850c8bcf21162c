import { type Context, Problem } from '../platform/index.ts'

type CampaignState = 'draft' | 'scheduled' | 'freezing' | 'running' | 'paused'

/** @throws Problem `template_in_use` while a campaign in one of these states needs the template */
export async function expectUnused(
  ctx: Pick<Context, 'db' | 'businessId'>,
  templateId: string,
  states: readonly CampaignState[],
): Promise<void> {
  const campaign = await ctx.db
    .selectFrom('campaign')
    .select('name')
    .where('business_id', '=', ctx.businessId)
    .where('template_id', '=', templateId)
    .where('state', 'in', states)
    .executeTakeFirst()
  if (!campaign) return
  throw new Problem('conflict', 'template_in_use', {
    de: `Die Kampagne „${campaign.name}“ braucht diese Vorlage, wie sie ist. Ändere oder beende die Kampagne zuerst, oder dupliziere die Vorlage.`,
    en: `The campaign “${campaign.name}” needs this template as it is. Change or end the campaign first, or duplicate the template.`,
  })
}
