import { rm } from 'node:fs/promises'
import { Live } from '../../server/src/app/live.ts'
import { type OpenRuntime, openRuntime } from '../../server/src/app/runtime.ts'
import { wire } from '../../server/src/app/wire.ts'
import { tellChanges } from '../../server/src/dispatch/index.ts'
import { loadConfig } from '../../server/src/platform/config.ts'
import { shiftedClock } from './noon.ts'

/** Where a database is and how it is opened, as the application's own environment variables. */
export type Place = Record<string, string>

/** Variable of a place whose clock is moved by so many milliseconds. */
export const CLOCK_SHIFT = 'BENCH_CLOCK_SHIFT_MS'

/** Known only to benches. */
const MASTER_KEY = Buffer.alloc(32, 9).toString('base64')

/** A folder of its own for the embedded database. */
export function embeddedPlace(folder: string): Place {
  return { JAWORT_DATA_DIR: folder, JAWORT_MASTER_KEY: MASTER_KEY }
}

/** A database on the PostgreSQL that the harness started. */
export function postgresPlace(url: string): Place {
  return { DATABASE_URL: url, JAWORT_MASTER_KEY: MASTER_KEY }
}

/** Opens a place as the application does: schema brought up to date, hooks wired, queues of jobs there but not worked on. */
export async function openPlace(
  place: Place,
  env: Record<string, string> = {},
): Promise<OpenRuntime & { close(): Promise<void> }> {
  const config = loadConfig({ LOG_LEVEL: 'warn', ...place, ...env })
  const opened = await openRuntime(config, shiftedClock(Number(place[CLOCK_SHIFT] ?? 0)))
  wire(opened.runtime, new Live())
  await opened.runtime.jobs.prepare()
  let closing: Promise<void> | undefined
  return {
    ...opened,
    close() {
      closing ??= (async () => {
        await opened.runtime.jobs.stop(1_000)
        await tellChanges(opened.runtime)
        await opened.database.close()
      })()
      return closing
    },
  }
}

/** Removes what an embedded place left on disk. */
export async function removePlace(place: Place): Promise<void> {
  if (place.JAWORT_DATA_DIR) await rm(place.JAWORT_DATA_DIR, { recursive: true, force: true })
}
