import { z } from 'zod'
import { getBusiness } from '../businesses/index.ts'
import { getChannel } from '../channels/index.ts'
import { findPerson, readNumber } from '../contacts/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem } from '../platform/index.ts'
import { reply } from './reply.ts'
import { windowEnd } from './view.ts'

export const TestMessageInput = z.object({
  /** The member's own number, from which they have written to the channel. */
  phone: z.string().trim().min(5).max(40),
})
export const TestMessageSent = z.object({ messageId: z.uuid() })

const TEXT = {
  de: 'Das ist eine Testnachricht: diese Nummer kann senden und hören.',
  en: 'This is a test message: this number can send and hear.',
}

/**
 * Answers a member on their own phone, to see that a number sends. Nobody is written to who did not write first: it is an answer
 * within 24 hours like any other, which the gate judges once more.
 * @throws Problem `not_found`, `number_wrong`, `write_first`
 */
export async function sendTestMessage(
  ctx: Context,
  channelId: string,
  input: z.input<typeof TestMessageInput>,
): Promise<z.infer<typeof TestMessageSent>> {
  requireRole(ctx, 'marketer')
  const channel = await getChannel(ctx, channelId)
  const { language } = await getBusiness(ctx)
  const phone = await readNumber(ctx, TestMessageInput.parse(input).phone)
  const contactId = await findPerson(ctx, { phone }, ctx.clock.now())
  if (contactId === null || !(await hasOpenWindow(ctx, contactId, channelId)))
    throw new Problem('conflict', 'write_first', {
      de: `Schreib von diesem Telefon zuerst ein Wort an ${channel.displayPhoneNumber}. Danach darf die Nummer 24 Stunden lang antworten.`,
      en: `Write a word from this phone to ${channel.displayPhoneNumber} first. After that the number may answer for 24 hours.`,
    })
  const { id } = await reply(ctx, { contactId, channelId }, { text: TEXT[language] })
  return { messageId: id }
}

async function hasOpenWindow(ctx: Context, contactId: string, channelId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('conversation')
    .select('last_inbound_at')
    .where('business_id', '=', ctx.businessId)
    .where('contact_id', '=', contactId)
    .where('channel_id', '=', channelId)
    .executeTakeFirst()
  const end = windowEnd(row?.last_inbound_at ?? null)
  return end !== null && end > ctx.clock.now()
}
