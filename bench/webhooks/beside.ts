import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startDispatch } from '../../server/src/dispatch/index.ts'
import type { Runtime } from '../../server/src/platform/index.ts'
import { readStarts, type Start } from '../../torture/run/starts.ts'
import type { BenchContext } from '../harness.ts'
import type { Place } from '../run/place.ts'
import { sendQueued } from '../send/index.ts'
import { heardLater } from './heard-later.ts'

const WATCH = new URL('../../torture/run/watch-starts.ts', import.meta.url).href
const FILE = join(tmpdir(), `jawort-bench-starts-${process.pid}`)

/** A dispatcher at work beside what is measured. */
interface Beside {
  /** Waits until it has ended. @returns when it no longer sent, milliseconds since 1970 */
  ended(): Promise<number>
  /** When each request was handed to the HTTP client, by message id; once it has ended. */
  starts(): Map<string, Start>
}

/** Sends what is queued, and notes each start. The embedded database is one process, so there everything runs in it. */
export async function sendBeside(
  { store, later }: BenchContext,
  parts: { place: Place; runtime: Runtime; whatsAppUrl: string; messages: number },
): Promise<Beside> {
  later(() => rmSync(FILE, { force: true }))
  const starts = () => readStarts([FILE])
  if (store === 'pglite') {
    process.env.TORTURE_STARTS = FILE
    await import(WATCH)
    const dispatch = startDispatch(parts.runtime)
    later(() => dispatch.stop())
    return { starts, ended: () => endOf(dispatch) }
  }
  const { place, whatsAppUrl, messages } = parts
  const sent = inheriting({ TORTURE_STARTS: FILE, NODE_OPTIONS: `--import ${WATCH}` }, () =>
    heardLater(sendQueued({ place, responderUrl: whatsAppUrl, messages, all: false })),
  )
  return { starts, ended: async () => (await sent).endedAt }
}

async function endOf(dispatch: ReturnType<typeof startDispatch>): Promise<number> {
  const endedAt = Date.now()
  await dispatch.stop()
  // What was noted last goes to the file a moment later.
  await pause(1_000)
  return endedAt
}

/** A process that `start` starts at once finds these in its environment; whatever comes after does not. */
function inheriting<T>(env: Record<string, string>, start: () => T): T {
  const before = { ...process.env }
  Object.assign(process.env, env)
  try {
    return start()
  } finally {
    for (const name of Object.keys(env)) {
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    }
  }
}
