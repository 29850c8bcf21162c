import type { Context } from '../platform/index.ts'
import { answerQuestion } from './answer.ts'
import { readWill } from './grammar.ts'
import { parseAnswer } from './question.ts'
import { CHAT_LANGUAGES, type ChatLanguage } from './texts.ts'
import { withdraw } from './withdraw.ts'

/** The part of an inbound message that consent needs. */
export interface Inbound {
  contactId: string
  channelId: string
  wamid: string
  at: Date
  forwarded: boolean
  contextWamid: string | null
  /** Typed text, never quoted text; null for other kinds. */
  text: string | null
  /** Payload and caption of a tapped button or list row; null for other kinds. */
  tap: { payload: string; caption: string } | null
}

/** Payload of the opt-out button on our own templates; beats any text. */
export function optOutPayload(topicId: string | null): string {
  return `optout:${topicId ?? 'all'}`
}

export type Judgement =
  | 'stop'
  | 'hold'
  | 'confirmed'
  | 'refused'
  | 'withdrawn'
  | 'asked_again'
  | 'ignored_answer'

/**
 * Reads a person's will out of an inbound message, STOP before anything else, for every sender; it cannot be switched
 * off (C-28). Runs in the transaction that records the message.
 * @returns what it meant, or null when it was an ordinary message
 */
export async function judgeInbound(tx: Context, inbound: Inbound): Promise<Judgement | null> {
  const optOut = inbound.tap && /^optout:(all|[0-9a-f-]{36})$/.exec(inbound.tap.payload)?.[1]
  if (optOut && inbound.tap) {
    await withdraw(tx, {
      ...place(inbound),
      topicId: optOut === 'all' ? null : optOut,
      how: 'button',
      text: inbound.tap.caption,
    })
    return 'stop'
  }
  const answer = inbound.tap && parseAnswer(inbound.tap.payload)
  if (answer && inbound.tap) {
    const outcome = await answerQuestion(tx, {
      ...answer,
      ...place(inbound),
      contextWamid: inbound.contextWamid,
      caption: inbound.tap.caption,
    })
    return outcome === 'ignored' ? 'ignored_answer' : outcome
  }
  // A tap on a quick reply without a payload of ours carries its caption: "Abmelden" there is as clear as typed.
  const words = inbound.text ?? inbound.tap?.caption ?? null
  // Someone else's words, forwarded, are not the person's will.
  if (words === null || inbound.forwarded) return null
  const will = readWill(words)
  if (will.kind === 'stop') {
    await withdraw(tx, {
      ...place(inbound),
      topicId: null,
      how: 'stop_word',
      text: words,
      ...languageOf(will.language),
    })
    return 'stop'
  }
  if (will.kind === 'unclear_stop') {
    await hold(tx, inbound.contactId)
    return 'hold'
  }
  return null
}

function place(inbound: Inbound) {
  return { contactId: inbound.contactId, channelId: inbound.channelId, at: inbound.at, wamid: inbound.wamid }
}

function languageOf(tag: string | undefined): { language?: ChatLanguage } {
  const language = CHAT_LANGUAGES.find((known) => known === tag)
  return language ? { language } : {}
}

/** Fail safe (C-29): no marketing until a member has read the message. */
async function hold(tx: Context, contactId: string): Promise<void> {
  await tx.db
    .updateTable('contact')
    .set({ hold_reason: 'unclear_stop', updated_at: tx.clock.now() })
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .where('hold_reason', 'is', null)
    .execute()
}
