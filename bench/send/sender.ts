// The dispatcher of the application in a process of its own: sends what is queued, and watches itself.
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { startDispatch } from '../../server/src/dispatch/index.ts'
import type { Db } from '../../server/src/platform/db/index.ts'
import { answerParent } from '../run/apart.ts'
import { openPlace, type Place } from '../run/place.ts'
import { askResponder } from '../run/start-responder.ts'

export interface SendInput {
  place: Place
  responderUrl: string
  /** Stop when so many requests have arrived … */
  messages: number
  /** … and, when the queue is empty then, wait until every result is written down. */
  all: boolean
}

export interface Sent {
  /** Milliseconds since 1970 when every result was in the database (or when it was told to stop). */
  endedAt: number
  /** Memory of the process, MB: before the first message, and at most. */
  restMb: number
  peakMb: number
  /** Processor time of this process while sending. */
  cpuMicros: number
  /** Messages by state afterwards. */
  states: Record<string, number>
}

const LOOK_MS = 20
/** Without any progress for this long something is wrong. */
const STUCK_MS = 30_000

answerParent(async ({ place, responderUrl, messages, all }: SendInput): Promise<Sent> => {
  const { runtime, close } = await openPlace(place, { GRAPH_BASE_URL: responderUrl })
  const responder = askResponder(responderUrl)
  const megabytes = () => Math.round(process.memoryUsage.rss() / 2 ** 20)
  const restMb = megabytes()
  let peakMb = restMb
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, megabytes())
  }, 200)
  const before = process.cpuUsage()
  const dispatch = startDispatch(runtime)
  await until(async () => (await responder.stats()).requests, messages)
  if (all) await until(async () => ((await anyOpen(runtime.db)) ? 0 : 1), 1)
  const endedAt = Date.now()
  const { user, system } = process.cpuUsage(before)
  clearInterval(watch)
  await dispatch.stop()
  const states = await countStates(runtime.db)
  await close()
  return { endedAt, restMb, peakMb, cpuMicros: user + system, states }
})

/** Waits until `progress` reaches `goal`. @throws Error when it stands still */
async function until(progress: () => Promise<number>, goal: number): Promise<void> {
  let last = -1
  let lastAt = performance.now()
  for (;;) {
    const now = await progress()
    if (now >= goal) return
    if (now > last) {
      last = now
      lastAt = performance.now()
    } else if (performance.now() - lastAt > STUCK_MS)
      throw new Error(`Sending stands still at ${now} of ${goal}.`)
    await pause(LOOK_MS)
  }
}

async function anyOpen(db: Db): Promise<boolean> {
  const { rows } = await sql`select 1 from message where state in ('queued', 'sending') limit 1`.execute(db)
  return rows.length > 0
}

async function countStates(db: Db): Promise<Record<string, number>> {
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count(*)::int as count from message group by state`.execute(db)
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}
