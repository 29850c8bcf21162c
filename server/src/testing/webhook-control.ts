import { sql } from 'kysely'
import { resolveContact } from '../contacts/index.ts'
import { newId, withTransaction } from '../platform/index.ts'
import type { WebhookStage } from './webhook-stage.ts'

/** What must go on working amid whatever else comes: nobody may be content because nothing happens at all. */
export interface Control {
  /** A signed webhook that nobody changed. */
  payload: Buffer
  /** To be asked once it was processed. @returns what it should have done and did not, null when all is well */
  broken(): Promise<string | null>
}

/**
 * One person says START, the status of our question comes, they tap on JA, and in the end they write STOP: each step stands on
 * the one before.
 * @param phone digits of somebody who has never written
 */
export async function* controls(stage: WebhookStage, phone: string): AsyncGenerator<Control> {
  const { ctx } = stage
  const wamid = `wamid.${newId()}`
  const isState = (wanted: string, what: string) => async () => {
    const state = await consentOf(stage, phone)
    return state === wanted ? null : `${what} was not obeyed: the consent is "${state}", not "${wanted}".`
  }
  yield { payload: said(stage, phone, text('START')), broken: isState('requested', 'START') }
  const question = await handOver(stage, phone)
  const status = {
    id: wamid,
    status: 'sent',
    timestamp: secondsOf(ctx.clock.now()),
    biz_opaque_callback_data: `jw1.${question.messageId}.1`,
    pricing: { billable: true, category: 'utility', type: 'regular' },
  }
  yield {
    payload: body(stage, { statuses: [status] }),
    async broken() {
      const { rows } = await sql<{ state: string }>`select state from message
        where business_id = ${ctx.businessId} and message_id = ${question.messageId}`.execute(ctx.db)
      const state = rows[0]?.state
      return state === 'sent' ? null : `A status was not booked: its message is "${state}", not "sent".`
    },
  }
  const reply = { id: `doi:yes:${question.questionId}`, title: 'JA' }
  const tap = {
    type: 'interactive',
    interactive: { type: 'button_reply', button_reply: reply },
    context: { id: wamid },
  }
  yield { payload: said(stage, phone, tap), broken: isState('confirmed', 'JA') }
  yield { payload: said(stage, phone, text('STOP')), broken: isState('withdrawn', 'STOP') }
}

const text = (words: string) => ({ type: 'text', text: { body: words } })
const secondsOf = (at: Date) => String(Math.floor(at.getTime() / 1000))

function said(stage: WebhookStage, phone: string, content: object): Buffer {
  const message = {
    from: phone,
    id: `wamid.${newId()}`,
    timestamp: secondsOf(stage.ctx.clock.now()),
    ...content,
  }
  return body(stage, { contacts: [{ wa_id: phone, profile: { name: 'Mia' } }], messages: [message] })
}

function body({ ctx, channel }: WebhookStage, value: object): Buffer {
  const { phoneNumberId, wabaId } = channel
  const changes = [{ field: 'messages', value: { metadata: { phone_number_id: phoneNumberId }, ...value } }]
  const entry = [{ id: wabaId, time: Number(secondsOf(ctx.clock.now())), changes }]
  return Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry }))
}

const contactOf = ({ ctx }: WebhookStage, phone: string) =>
  withTransaction(ctx, (tx) => resolveContact(tx, { phone: `+${phone}` }))

async function consentOf(stage: WebhookStage, phone: string): Promise<string | undefined> {
  const { contactId } = await contactOf(stage, phone)
  const { rows } = await sql<{ state: string }>`select state from consent
    where business_id = ${stage.ctx.businessId} and contact_id = ${contactId} and topic_id = ${stage.topicId}`.execute(
    stage.ctx.db,
  )
  return rows[0]?.state
}

/** The question leaves, as if a sender had taken it; what Meta answered got lost. */
async function handOver(
  stage: WebhookStage,
  phone: string,
): Promise<{ messageId: string; questionId: string | null }> {
  const { contactId } = await contactOf(stage, phone)
  const { rows } = await sql<{ messageId: string; questionId: string | null }>`
    with gone as (delete from message_queue where business_id = ${stage.ctx.businessId} and contact_id = ${contactId})
    update message set state = 'unknown', attempts = 1
    where business_id = ${stage.ctx.businessId} and contact_id = ${contactId} and kind = 'question'
    returning message_id as "messageId", dedupe_key as "questionId"`.execute(stage.ctx.db)
  const [question] = rows
  if (!question) throw new Error('Nothing was asked after START.')
  return question
}
