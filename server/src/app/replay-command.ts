import { readFileSync } from 'node:fs'
import type { Config } from '../platform/config.ts'
import { parseShredded, replayShredded } from '../privacy/index.ts'
import type { Arguments } from './cli.ts'
import { Live } from './live.ts'
import { openRuntime } from './runtime.ts'
import { wire } from './wire.ts'

/**
 * `jawort replay-shredded <file>`: erases again what a list of destroyed keys names and a restored database brought back, for when the
 * data folder was lost with the database and only a printed or saved list knows.
 */
export async function replayShreddedCommand(config: Config, args: Arguments): Promise<number> {
  const path = args.positionals[1]
  const entries = path ? parseShredded(readFileSync(path, 'utf8')) : []
  if (entries.length === 0) {
    console.error(
      path
        ? `There is no line of a list of destroyed keys in ${path}.`
        : 'Use: jawort replay-shredded <file>',
    )
    return 2
  }
  const { runtime, database } = await openRuntime(config)
  try {
    // Whoever keeps something about a person hears of the erasure here as well.
    wire(runtime, new Live())
    await runtime.jobs.prepare()
    const { keys, people } = await replayShredded(runtime, entries)
    console.log(
      `${entries.length} keys on the list, ${keys} of them new here; ${people} people erased again.`,
    )
    return 0
  } finally {
    await runtime.jobs.stop(1_000)
    await database.close()
  }
}
