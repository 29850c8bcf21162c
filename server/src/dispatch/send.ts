import type { GraphClient, GraphError } from '../whatsapp/index.ts'
import { actionFor, type ErrorAction, LOCAL_ERROR } from '../whatsapp/index.ts'
import type { Claimed } from './claim.ts'
import type { Composed } from './compose.ts'
import { decide } from './outcome.ts'

/** What became of one request. */
export type Outcome =
  | { result: 'accepted' | 'held'; wamid: string }
  | { result: 'failed'; code: number }
  /** `counts`: it was the message's own fault, which is allowed a few times only. */
  | { result: 'retry'; code: number; afterSeconds: number; counts: boolean }
  | { result: 'unknown' }
  /** Was not started: the person withdrew meanwhile, or we are stopping. */
  | { result: 'released' }

/** A claimed message and its outcome, with the error behind it when more than this message is concerned. */
export interface Sent {
  message: Claimed
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
  if (!body) return { message, outcome: { result: 'failed', code: LOCAL_ERROR.unsendable }, error: null }
  if (body === 'unreadable') {
    const code = LOCAL_ERROR.unreadable
    return { message, outcome: afterRefusal(message, code, actionFor(code)), error: null }
  }
  const answer = await client.sendMessage(phoneNumberId, body)
  if (answer.ok === 'unknown') return { message, outcome: { result: 'unknown' }, error: null }
  if (answer.ok) {
    const { status, wamid } = answer.value
    // A paused template answers with an id too, but nothing will come of it.
    if (status === 'paused') return { message, outcome: { result: 'failed', code: 132015 }, error: null }
    return { message, outcome: { result: status, wamid }, error: null }
  }
  const { error } = answer
  if (error.code === LOCAL_ERROR.notStarted) return { message, outcome: { result: 'released' }, error: null }
  return { message, outcome: afterRefusal(message, error.code, error.action, error.retryAfter), error }
}

function afterRefusal(message: Claimed, code: number, action: ErrorAction, retryAfter?: number): Outcome {
  const decision = decide(action, message, retryAfter)
  if (decision.message === 'failed') return { result: 'failed', code }
  const { afterSeconds, counts } = decision
  return { result: 'retry', code, afterSeconds, counts }
}
