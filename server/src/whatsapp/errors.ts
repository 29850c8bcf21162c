import type { Sentence } from '../platform/index.ts'
import {
  type Entry,
  ERROR_RANGES,
  ERRORS,
  type ErrorAction,
  failAndTell,
  retry,
  wait,
} from './error-table.ts'

export type { ErrorAction } from './error-table.ts'

/** Codes of our own for what the Graph API does not number. */
export const LOCAL_ERROR = {
  /** The connection could not be opened: nothing was sent. */
  unreachable: -1,
  /** Our own configuration or data made the request impossible. */
  unsendable: -2,
  /** No connection came free in time: nothing was sent, and it may go later. */
  notStarted: -3,
  /** A file is larger than we take. */
  tooLarge: -4,
  /** A file is gone at Meta: it keeps what people send for seven days. */
  fileGone: -5,
  /** Meta named an address for a file that is not one of its own. */
  foreignHost: -6,
  /** A message failed by a status that gives no reason we can read. */
  unexplained: -7,
  /** What is stored of a message or its person cannot be opened. */
  unreadable: -8,
  /** Somebody between Meta and us answered, or the address is not Meta's: nothing was sent. */
  notMeta: -9,
} as const

const UNKNOWN: Sentence = { de: 'Unbekannter Fehler', en: 'Unknown error' }

function entryOf(code: number): Entry | undefined {
  return ERRORS[code] ?? ERROR_RANGES.find(({ from, to }) => code >= from && code <= to)?.entry
}

/**
 * The code under which the table knows an error about a message: "invalid parameter" means that the number is gone when its subcode
 * says so. It is what is stored and told on, so that the answer, a status and whoever hears of them mean the same.
 */
export function knownAs(code: number, subcode: number | undefined): number {
  return code === 100 && subcode === 33 ? 33 : code
}

/**
 * What to do about an error. Codes we do not know fail safe: a server error is tried again a few times,
 * anything else ends the message; either way somebody is told (`needsLook`).
 * @param status HTTP status of the answer; undefined for a `failed` status webhook
 */
export function actionFor(code: number, status?: number, subcode?: number): ErrorAction {
  const known = entryOf(knownAs(code, subcode))
  if (known) return known.action
  if (status === 429) return wait('channel', 1)
  if (status !== undefined && status >= 500) return retry('message', 10, 3)
  return failAndTell
}

/** False for a code that the table does not know. */
export function isKnownError(code: number): boolean {
  return entryOf(code) !== undefined
}

/** True when nothing stops by itself but somebody should look: an unknown code, or something that is wrong on our side. */
export function needsLook(code: number): boolean {
  const action = entryOf(code)?.action
  return action === undefined || ('tell' in action && action.tell === true)
}

/** Meta's words about an error for the log: numbers and ids of people, which it may repeat, are left out. */
export function withoutNumbers(detail: string): string {
  return detail.replaceAll(/\+?\d[\d\s()./-]{4,}\d/g, '…').slice(0, 300)
}

/** The short name of an error for reports. */
export function errorTitle(code: number): Sentence {
  return entryOf(code)?.title ?? UNKNOWN
}
