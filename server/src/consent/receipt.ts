import { getBusiness } from '../businesses/index.ts'
import type { Context } from '../platform/index.ts'
import { say } from './hooks.ts'
import { NOTES } from './notes.ts'
import { consentPolicy } from './policy.ts'
import type { QuestionRow } from './read.ts'
import type { ChatLanguage } from './texts.ts'

interface Receipt {
  business: string
  /** The topics' names in the person's language. */
  names: string
  language: ChatLanguage
  at: Date
}

/**
 * A receipt of the YES for the person to keep, where the business gives one: what was agreed, when, by which version of the
 * text, and how to withdraw it. The full text stands in the question above it.
 */
export async function sendReceipt(
  tx: Context,
  question: QuestionRow,
  { business, names, language, at }: Receipt,
): Promise<void> {
  const { receipt } = await consentPolicy(tx)
  if (!receipt) return
  const wordings = await tx.db
    .selectFrom('wording')
    .select(['version', 'language', 'hash'])
    .where('business_id', '=', tx.businessId)
    .where('wording_id', 'in', question.wording_ids)
    .orderBy('wording_id')
    .execute()
  const { timeZone } = await getBusiness(tx)
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    at,
  )
  const version = wordings
    .map((wording) => `${wording.version} (${wording.language}, ${wording.hash.slice(0, 8)})`)
    .join(', ')
  await tx.hooks.run(say, tx, {
    contactId: question.contact_id,
    channelId: question.channel_id,
    kind: 'welcome',
    body: {
      type: 'text',
      text: { body: NOTES[language].receipt({ business, topics: names, date, version }) },
    },
    dedupeKey: `consent_receipt:${question.question_id}`,
  })
}
