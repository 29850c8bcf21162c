import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { optOutPayload } from '../consent/index.ts'
import { openContacts } from '../contacts/index.ts'
import { enqueueMessage } from '../dispatch/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, notFound, withTransaction } from '../platform/index.ts'
import {
  filesOf,
  linkCode,
  mediaAtWhatsApp,
  renderTemplateBody,
  resolveVariables,
} from '../templates/index.ts'
import { findCampaign, MESSAGE_STATES } from './campaign.ts'
import { expectReady, loadParts } from './readiness.ts'

export const TestInput = z.object({ contactId: z.uuid() })
export const TestAnswer = z.object({
  messageId: z.uuid(),
  state: z.enum(MESSAGE_STATES),
  reason: z.string().optional(),
})

/**
 * Sends the campaign to one contact, for example the member's own number. It is a marketing message like any other: it
 * needs that contact's consent and passes the gate; it only does not count towards the frequency cap.
 * @throws Problem `not_found`, `campaign_not_ready`, `consent_missing`
 */
export async function testCampaign(
  ctx: Context,
  campaignId: string,
  input: z.input<typeof TestInput>,
): Promise<z.infer<typeof TestAnswer>> {
  requireRole(ctx, 'marketer')
  const { contactId } = TestInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    const row = await findCampaign(tx, campaignId)
    const { channel, template, topicId, variables } = await expectReady(tx, await loadParts(tx, row))
    const contact = await tx.db
      .selectFrom('contact')
      .select('attributes')
      .where('business_id', '=', tx.businessId)
      .where('contact_id', '=', contactId)
      .where('erased_at', 'is', null)
      .executeTakeFirst()
    if (!contact) throw notFound({ de: 'Diesen Kontakt', en: 'This contact' })
    const name = (await openContacts(tx, [contactId])).get(contactId)?.name ?? null
    const attributes = z.record(z.string(), z.unknown()).parse(contact.attributes)
    const values = resolveVariables(variables, { name, attributes })
    const { messageId } = await enqueueMessage(tx, {
      contactId,
      channelId: channel.id,
      kind: 'test',
      category: 'marketing',
      topicId,
      templateId: template.id,
      body: {
        ...renderTemplateBody(template.content, template.name, template.language, values, {
          optOutPayload: optOutPayload(topicId),
          campaignCode: linkCode(campaignId),
          media: await mediaAtWhatsApp(tx, channel.id, filesOf(template.content)),
        }),
      },
    })
    await recordAudit(tx, {
      action: 'campaign.test',
      entity: 'campaign',
      entityId: campaignId,
      after: { contactId, messageId },
    })
    return { messageId, state: 'queued' }
  })
}
