import { answerQuestion, consentWithdrawn, questionAccepted, requestConsent, say } from '../consent/index.ts'
import { resolveContact } from '../contacts/index.ts'
import { enqueueSaid, withholdQueued } from '../dispatch/index.ts'
import { storeInbound } from '../inbox/index.ts'
import { type Runtime, withTransaction } from '../platform/index.ts'
import { wamidDigest } from '../whatsapp/index.ts'
import type { TestBusiness } from './business.ts'

/** Joins consent, dispatch and inbox as the application does. */
export function wireChats({ hooks }: Runtime): void {
  hooks.on(say, enqueueSaid)
  hooks.on(consentWithdrawn, withholdQueued)
}

/** Message ids as Meta makes them: base64 that spells the person's number. */
export function wamidFor(phone: string, serial: string): string {
  return `wamid.${Buffer.from(`\u001c\u0018\u000c${phone.replace('+', '')}\u0015\u0002${serial}`).toString('base64')}`
}

export interface Chatting {
  phone: string
  name: string
  text: string
}

/** The person's first message, as intake hands it on. @returns the contact */
export async function write(
  { ctx, channelId }: TestBusiness,
  { phone, name, text }: Chatting,
  wamid = wamidFor(phone, text),
): Promise<string> {
  return withTransaction(ctx, async (tx) => {
    const { contactId } = await resolveContact(tx, { phone, name })
    const at = tx.clock.now()
    await storeInbound(tx, {
      contactId,
      channelId,
      message: { content: { type: 'text', text }, forwarded: false, wamid, at, contextWamid: null },
      receivedAt: at,
    })
    return contactId
  })
}

/** The whole double opt-in of one person to the newsletter. @returns the contact */
export async function optIn(business: TestBusiness, person: Chatting): Promise<string> {
  const { ctx, channelId, topics } = business
  const contactId = await write(business, person)
  return withTransaction(ctx, async (tx) => {
    const at = tx.clock.now()
    await requestConsent(tx, {
      contactId,
      channelId,
      topicIds: [topics.newsletter],
      language: 'de',
      sourceId: null,
      at,
      evidence: { text: person.text, pageUrl: 'https://blattwerk.example/blumen', sourceName: 'Startseite' },
      wamid: wamidFor(person.phone, person.text),
    })
    const { question_id: questionId } = await tx.db
      .selectFrom('consent_question')
      .select('question_id')
      .where('contact_id', '=', contactId)
      .orderBy('question_id', 'desc')
      .executeTakeFirstOrThrow()
    const { message_id: messageId } = await tx.db
      .selectFrom('message')
      .select('message_id')
      .where('dedupe_key', '=', questionId)
      .executeTakeFirstOrThrow()
    const wamid = wamidFor(person.phone, 'question')
    await tx.db
      .updateTable('message')
      .set({ state: 'delivered', wamid_digest: wamidDigest(tx, wamid), accepted_at: at })
      .where('message_id', '=', messageId)
      .execute()
    await tx.db.deleteFrom('message_queue').where('message_id', '=', messageId).execute()
    await questionAccepted(tx, { questionId, messageId, wamid, at })
    await answerQuestion(tx, {
      questionId,
      answer: 'yes',
      contactId,
      channelId,
      contextWamid: wamid,
      wamid: wamidFor(person.phone, 'JA'),
      at: new Date(at.getTime() + 1000),
      caption: 'JA',
    })
    return contactId
  })
}
