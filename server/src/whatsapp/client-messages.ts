import { z } from 'zod'
import { type GraphCore, Success } from './client-core.ts'
import { knownAs } from './errors.ts'
import type { OutboundMessage } from './outbound.ts'
import type { GraphError, GraphResult } from './result.ts'

export interface Accepted {
  wamid: string
  /** Only for templates: Meta may hold a message back while it watches the quality of the first ones. */
  status: 'accepted' | 'held' | 'paused'
}

const Sent = z.looseObject({
  messages: z
    .array(z.looseObject({ id: z.string().min(1), message_status: z.string().optional().catch(undefined) }))
    .min(1),
})

/** A message that finds no connection for so long is not sent: its person may have withdrawn meanwhile. */
const START_WITHIN_MS = 500

/** What goes to people. Source: Meta, Messages. */
export function messageCalls({ call }: GraphCore) {
  return {
    /** Sends one message: address, content, callback data. */
    async sendMessage(phoneNumberId: string, body: OutboundMessage): Promise<GraphResult<Accepted>> {
      const result = await call(Sent, {
        method: 'POST',
        path: `${phoneNumberId}/messages`,
        body,
        startWithinMs: START_WITHIN_MS,
      })
      if (result.ok === false) return { ok: false, error: asTold(result.error) }
      if (result.ok === 'unknown') return result
      const [message] = result.value.messages
      if (!message) return { ok: 'unknown', detail: 'the answer names no message' }
      return { ok: true, value: { wamid: message.id, status: acceptedAs(message.message_status) } }
    },
    markRead: (phoneNumberId: string, wamid: string) =>
      call(Success, {
        method: 'POST',
        path: `${phoneNumberId}/messages`,
        body: { messaging_product: 'whatsapp', status: 'read', message_id: wamid },
      }),
  }
}

const asTold = (error: GraphError): GraphError => ({ ...error, code: knownAs(error.code, error.subcode) })

function acceptedAs(status: string | undefined): Accepted['status'] {
  if (status === 'held_for_quality_assessment') return 'held'
  return status === 'paused' ? 'paused' : 'accepted'
}
