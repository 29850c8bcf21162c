import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'
import { actionFor } from '../whatsapp/index.ts'
import { monthOfMessage } from './month.ts'

/** Meta took a message and said later, by a `failed` status, that we go too fast: nobody else would have fared better. */
export interface LateRefusal {
  code: number
  /** When the message was requested. */
  requestAt: Date
}

interface Failed {
  messageId: string
  channelId: string
  code: number
}

/** Tells whoever holds the channels; they look when they renew their lease. */
export async function noteLateRefusals(ctx: Context, failures: readonly Failed[]): Promise<void> {
  const last = new Map<string, Failed>()
  for (const failure of failures) if (slowsAll(failure.code)) last.set(failure.channelId, failure)
  for (const { messageId, channelId, code } of last.values()) {
    await sql`
      update channel_lease l set refused_code = ${code}, refused_request_at = m.sending_at from message m
      where l.business_id = ${ctx.businessId} and l.channel_id = ${channelId} and m.business_id = ${ctx.businessId}
        and m.month = ${monthOfMessage(messageId)} and m.message_id = ${messageId}`.execute(ctx.db)
  }
}

function slowsAll(code: number): boolean {
  const action = actionFor(code)
  return action.do === 'retry' && !('max' in action)
}
