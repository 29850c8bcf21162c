import { releaseUnclearStop } from '../contacts/index.ts'
import type { Context } from '../platform/index.ts'
import { answerQuestion } from './answer.ts'
import { businessOf } from './business.ts'
import { readWill, type Will } from './grammar.ts'
import { holdUntilClear, KEEP_PAYLOAD } from './hold.ts'
import { parseOptOut } from './opt-out.ts'
import { parseAnswer } from './question.ts'
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

export type Judgement =
  | 'stop'
  | 'kept'
  | 'hold'
  | 'confirmed'
  | 'refused'
  | 'withdrawn'
  | 'asked_again'
  | 'ignored_answer'
  /** Asks the chat itself: why do I get this (C-74), what do you keep about me (C-37), let me choose. Others answer. */
  | 'info'
  | 'access'
  | 'settings'

/**
 * Reads a person's will out of an inbound message, STOP before anything else, for every sender; it cannot be switched
 * off (C-28). Runs in the transaction that records the message.
 * @returns what it meant, or null when it was an ordinary message
 */
export async function judgeInbound(tx: Context, inbound: Inbound): Promise<Judgement | null> {
  const optOut = inbound.tap && parseOptOut(inbound.tap.payload)
  if (optOut && inbound.tap) {
    await withdraw(tx, { ...place(inbound), ...optOut, how: 'button', text: inbound.tap.caption })
    return 'stop'
  }
  if (inbound.tap?.payload === KEEP_PAYLOAD) {
    await releaseUnclearStop(tx, inbound.contactId)
    return 'kept'
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
  const will = await readOwnWill(tx, words)
  if (will.kind === 'stop') {
    await withdraw(tx, {
      ...place(inbound),
      topicId: null,
      how: 'stop_word',
      text: words,
      ...(will.language ? { language: will.language } : {}),
    })
    return 'stop'
  }
  if (will.kind === 'unclear_stop' || will.kind === 'age_hint' || will.kind === 'wrong_person') {
    await holdUntilClear(tx, inbound, will.language)
    return 'hold'
  }
  if (will.kind === 'info' || will.kind === 'access' || will.kind === 'settings') return will.kind
  return null
}

/** A business may be called "Stop & Shop": its own name says nothing about the will of the one who writes it. */
async function readOwnWill(tx: Context, words: string): Promise<Will> {
  const will = readWill(words)
  if (will.kind !== 'stop' && will.kind !== 'unclear_stop') return will
  const { name } = await businessOf(tx)
  if (readWill(name).kind === 'none' || !words.includes(name)) return will
  return readWill(words.replaceAll(name, ' '))
}

function place(inbound: Inbound) {
  return { contactId: inbound.contactId, channelId: inbound.channelId, at: inbound.at, wamid: inbound.wamid }
}
