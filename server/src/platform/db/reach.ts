import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { type Clock, MINUTE, SECOND } from '../clock.ts'
import type { Logger } from '../log.ts'

/** PostgreSQL did not answer for as long as we wait; the message names the cure. */
export class DatabaseAwayError extends Error {}

/** Containers of one set-up start together, and a database that was not shut down reads its log first: a minute is plenty. */
const PATIENCE_MS = MINUTE
const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 5 * SECOND
/** A firewall that drops packets says nothing. */
const ANSWER_WITHIN_MS = 5 * SECOND

const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  // PostgreSQL's own: going down, crashed, starting up, every connection taken.
  '57P01',
  '57P02',
  '57P03',
  '53300',
])

interface Waiting {
  clock: Clock
  log: Pick<Logger, 'warn' | 'info'>
  /** Resolves after so many milliseconds. */
  pause?: (ms: number) => Promise<unknown>
  /** From 0 to below 1: processes that start together do not ask together. */
  random?: () => number
}

/**
 * Waits until PostgreSQL lets somebody in, for a minute at most, with pauses that grow and differ from process to process.
 * What only a person can mend (a wrong password, a database that does not exist) is thrown at once.
 * @throws DatabaseAwayError
 */
export async function reachDatabase(databaseUrl: string, waiting: Waiting): Promise<void> {
  const { clock, log, pause = (ms) => setTimeout(ms), random = Math.random } = waiting
  const givesUpAt = clock.now().getTime() + PATIENCE_MS
  for (let tries = 1; ; tries++) {
    const reason = await whyAway(databaseUrl)
    if (reason === null) {
      if (tries > 1) log.info({ tries }, 'the database answers')
      return
    }
    const leftMs = givesUpAt - clock.now().getTime()
    if (leftMs <= 0) throw new DatabaseAwayError(adviceFor(databaseUrl, reason))
    const pauseMs = Math.min(leftMs, pauseBefore(tries, random()))
    log.warn(
      { reason, tries, pauseMs, givesUpInSeconds: Math.round(leftMs / SECOND) },
      'the database does not answer yet; trying again',
    )
    await pause(pauseMs)
  }
}

/** Doubles from try to try up to five seconds; half of it is chance. @param chance from 0 to below 1 @returns milliseconds */
export function pauseBefore(tries: number, chance: number): number {
  const whole = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1))
  return Math.round(whole / 2 + (whole / 2) * chance)
}

/** Asks once, on a connection of its own. @returns the code of what is in the way; null when PostgreSQL answers */
async function whyAway(databaseUrl: string): Promise<string | null> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'jawort start',
    connectionTimeoutMillis: ANSWER_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
  })
  // Told again by what is being waited for.
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return null
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === null) throw error
    return reason
  } finally {
    await client.end().catch(() => {})
  }
}

/** The driver gives no code when the connection ends, or never begins, without a word. */
function reasonOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  if (code !== null) return AWAY.has(code) || code.startsWith('08') ? code : null
  return /timeout|terminated/i.test(error.message) ? 'no answer' : null
}

/** Names the place, never the password. */
function adviceFor(databaseUrl: string, reason: string): string {
  const { hostname, port, searchParams } = new URL(databaseUrl)
  const place = searchParams.get('host') ?? `${hostname || 'localhost'}:${port || '5432'}`
  return (
    `No PostgreSQL answers at ${place} (${reason}), for ${PATIENCE_MS / SECOND} seconds now. ` +
    'Start it, or correct DATABASE_URL; then start Jawort again.'
  )
}
