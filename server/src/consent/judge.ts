import { isHeld, releaseUnclearStop } from '../contacts/index.ts'
import type { Context } from '../platform/index.ts'
import { answerQuestion } from './answer.ts'
import { businessOf } from './business.ts'
import { holdTooYoung, leaveStranger } from './doubt.ts'
import { readWill, type Will } from './grammar.ts'
import { holdUntilClear, KEEP_PAYLOAD } from './hold.ts'
import { parseOptOut } from './opt-out.ts'
import { parseAnswer } from './question.ts'
import { stopWords } from './stop-words.ts'
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
  /** A picture, a voice message, a document …; its contents are never read, only what was typed under it. */
  media?: { kind: string; caption: string | null } | null
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
  | 'wrong_person'
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
  const words = inbound.text ?? inbound.tap?.caption ?? inbound.media?.caption ?? null
  if (words === null && inbound.media) return judgeUnread(tx, inbound, inbound.media)
  // Someone else's words, forwarded, are not the person's will.
  if (words === null || inbound.forwarded) return null
  const will = await readOwnWill(tx, words)
  return inbound.media ? judgeCaption(tx, inbound, will) : obey(tx, inbound, will, words)
}

/** Does what a person's own words ask for. */
async function obey(tx: Context, inbound: Inbound, will: Will, words: string): Promise<Judgement | null> {
  switch (will.kind) {
    case 'stop':
      await withdraw(tx, {
        ...place(inbound),
        topicId: null,
        how: 'stop_word',
        text: words,
        ...(will.language ? { language: will.language } : {}),
      })
      return 'stop'
    case 'unclear_stop':
      await holdUntilClear(tx, inbound, will.language)
      return 'hold'
    case 'wrong_person':
      await leaveStranger(tx, { ...place(inbound), text: words }, will.language)
      return 'wrong_person'
    case 'age_hint':
      return (await holdTooYoung(tx, inbound, will)) ? 'hold' : null
    case 'info':
    case 'access':
    case 'settings':
      return will.kind
    default:
      return null
  }
}

/** Words under a picture may be about the picture: what sounds like leaving is asked back, never taken at its word. */
async function judgeCaption(tx: Context, inbound: Inbound, will: Will): Promise<Judgement | null> {
  const doubt = will.kind === 'stop' || will.kind === 'unclear_stop' || will.kind === 'wrong_person'
  if (!doubt && will.kind !== 'age_hint') return null
  await holdUntilClear(tx, inbound, will.language)
  return 'hold'
}

/**
 * Nobody listens to voice messages or looks at pictures but members. While a person is held, the answer to our question
 * may be in there: it waits for a member.
 */
async function judgeUnread(
  tx: Context,
  { contactId, forwarded }: Inbound,
  { kind }: { kind: string },
): Promise<Judgement | null> {
  if (forwarded || kind === 'sticker') return null
  return (await isHeld(tx, contactId)) ? 'hold' : null
}

/** A business may be called "Stop & Shop": its own name says nothing about the will of the one who writes it. */
async function readOwnWill(tx: Context, words: string): Promise<Will> {
  const will = await readWithOwnWords(tx, words)
  if (will.kind !== 'stop' && will.kind !== 'unclear_stop') return will
  const { name } = await businessOf(tx)
  if (readWill(name).kind === 'none' || !words.includes(name)) return will
  return readWithOwnWords(tx, words.replaceAll(name, ' '))
}

/** The words a business adds can only make more messages a stop, never fewer. */
async function readWithOwnWords(tx: Context, words: string): Promise<Will> {
  const builtIn = readWill(words)
  if (builtIn.kind === 'stop') return builtIn
  const extraStopWords = await stopWords(tx)
  if (extraStopWords.length === 0) return builtIn
  const will = readWill(words, { extraStopWords })
  return will.kind === 'stop' || (will.kind === 'unclear_stop' && builtIn.kind === 'none') ? will : builtIn
}

function place(inbound: Inbound) {
  return { contactId: inbound.contactId, channelId: inbound.channelId, at: inbound.at, wamid: inbound.wamid }
}
