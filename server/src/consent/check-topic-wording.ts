import { z } from 'zod'
import { getBusiness } from '../businesses/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, notFound } from '../platform/index.ts'
import { checkWording, type WordingFinding } from './check-wording.ts'
import { consentPolicy } from './policy.ts'
import { topicName, topicsById } from './read.ts'
import { CHAT_LANGUAGES } from './texts.ts'

export const WordingInput = z.object({
  language: z.enum(CHAT_LANGUAGES),
  body: z.string().trim().min(1).max(2000),
})

/** What is missing from a text or must not stand in it, before anything is published. */
export async function checkTopicWording(
  ctx: Context,
  topicId: string,
  input: z.input<typeof WordingInput>,
): Promise<WordingFinding[]> {
  requireRole(ctx, 'marketer', 'dpo')
  const { language, body } = WordingInput.parse(input)
  const business = await getBusiness(ctx)
  const topic = (await topicsById(ctx)).get(topicId)
  if (!topic) throw notFound({ de: 'Dieses Thema', en: 'This topic' })
  return checkWording(body, {
    language,
    businessName: business.name,
    topicName: topicName(topic, language),
    privacyUrl: business.privacyUrl,
    minimumAge: (await consentPolicy(ctx)).minimumAge,
  })
}
