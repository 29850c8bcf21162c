import type { GraphClient, GraphError } from '../whatsapp/index.ts'
import { LOCAL_ERROR } from '../whatsapp/index.ts'
import type { Claimed } from './claim.ts'
import type { Composed } from './compose.ts'

/** What became of one claimed message. */
export type Outcome =
  | { messageId: string; result: 'accepted' | 'held'; wamid: string }
  | { messageId: string; result: 'failed'; code: number }
  | { messageId: string; result: 'retry'; code: number; afterSeconds: number }
  | { messageId: string; result: 'unknown' }
  /** Was not started: the person withdrew meanwhile, or we are stopping. */
  | { messageId: string; result: 'released' }

/** An outcome, and the error behind it when more than this message is concerned. */
export interface Sent {
  outcome: Outcome
  error: GraphError | null
}

/** Sends one message and turns the answer into what has to be written down. Never throws. */
export async function send(
  client: GraphClient,
  phoneNumberId: string,
  message: Claimed,
  body: Composed,
): Promise<Sent> {
  const { messageId } = message
  if (!body) return { outcome: { messageId, result: 'failed', code: LOCAL_ERROR.unsendable }, error: null }
  const answer = await client.sendMessage(phoneNumberId, body)
  if (answer.ok === 'unknown') return { outcome: { messageId, result: 'unknown' }, error: null }
  if (answer.ok) {
    // A paused template answers with an id too, but nothing will come of it.
    if (answer.value.status === 'paused')
      return { outcome: { messageId, result: 'failed', code: 132015 }, error: null }
    return { outcome: { messageId, result: answer.value.status, wamid: answer.value.wamid }, error: null }
  }
  return { outcome: afterError(message, answer.error), error: answer.error }
}

/** How long a message waits whose template, number or account is stopped; somebody has to act first. */
const STOPPED_SECONDS = 60
const STOPPED_ATTEMPTS = 1_000

/** @param message its `attempts` include this one */
export function afterError(
  { messageId, attempts }: Pick<Claimed, 'messageId' | 'attempts'>,
  error: GraphError,
): Outcome {
  const { action, code } = error
  if (action.do === 'fail') return { messageId, result: 'failed', code }
  if (action.do !== 'retry') {
    if (attempts >= STOPPED_ATTEMPTS) return { messageId, result: 'failed', code }
    return { messageId, result: 'retry', code, afterSeconds: STOPPED_SECONDS }
  }
  if (attempts > action.max) return { messageId, result: 'failed', code }
  // Pair limits want 6, 24, 96 … seconds; everything else doubles up to a quarter of an hour.
  const grown =
    action.scope === 'pair'
      ? action.afterSeconds * 4 ** (attempts - 1)
      : action.afterSeconds * 2 ** Math.min(attempts - 1, 6)
  return {
    messageId,
    result: 'retry',
    code,
    afterSeconds: Math.max(error.retryAfter ?? 0, Math.min(grown, 900)),
  }
}
