import { PHONE_NUMBER_ID } from '../seed/shop.ts'

/** One message to one person, as it lies in Redis. */
export interface Job {
  messageId: number
  phone: string
  firstName: string
}

type Body = Omit<Job, 'messageId'> & { messageId: number | string }

/** What a job does. */
export interface Steps {
  /** @returns the id that WhatsApp gave the message. @throws Error unless it took it */
  send(job: Job): Promise<string>
  note(messageId: number, wamid: string): Promise<void>
  close(): Promise<void>
}

export interface StepsInput {
  responderUrl: string
  concurrency: number
}

export const PATH = `/v25.0/${PHONE_NUMBER_ID}/messages`
export const HEADERS = { authorization: 'Bearer bench-access-token', 'content-type': 'application/json' }

/** The request that Jawort makes for the same message. */
export function bodyOf({ messageId, phone, firstName }: Body): string {
  const components = [
    { type: 'body', parameters: [{ type: 'text', parameter_name: 'vorname', text: firstName }] },
    {
      type: 'button',
      sub_type: 'quick_reply',
      index: '0',
      parameters: [{ type: 'payload', payload: 'stop' }],
    },
  ]
  return JSON.stringify({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: phone,
    type: 'template',
    template: { name: 'neues', language: { code: 'de' }, components },
    biz_opaque_callback_data: String(messageId),
  })
}

/** @throws Error when WhatsApp refused */
export function wamidOf(status: number, answer: unknown): string {
  if (status !== 200) throw new Error(`WhatsApp answered ${status}`)
  return (answer as { messages: { id: string }[] }).messages[0]?.id ?? ''
}
