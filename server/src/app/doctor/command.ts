import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../platform/config.ts'
import { DatabaseBusyError, openDatabase } from '../../platform/db/index.ts'
import { type Clock, systemClock } from '../../platform/index.ts'
import { findMasterKeys } from '../../platform/vault/index.ts'
import type { Arguments } from '../cli.ts'
import { checkConfig, checkDisk } from './around.ts'
import { doctorChannelCommand } from './channel.ts'
import { checkDatabase } from './database.ts'
import { type Finding, fail, warn } from './finding.ts'

/**
 * `jawort doctor [--json]`: looks at everything that an installation needs, changes nothing, and says for each fault what to do.
 * @returns 0 when it works, perhaps with warnings; 1 when something does not
 */
export async function doctorCommand(config: Config, args: Arguments): Promise<number> {
  if (args.positionals[1] === 'channel') return doctorChannelCommand(config, args)
  const findings = await examine(config)
  if (args.values.json) console.log(JSON.stringify({ findings }, null, 2))
  else for (const line of findings.flatMap(linesOf)) console.log(line)
  return findings.some(({ state }) => state === 'fail') ? 1 : 0
}

export async function examine(config: Config, clock: Clock = systemClock): Promise<Finding[]> {
  return [...checkConfig(config), await checkDisk(config.dataDir), ...(await lookInside(config, clock))]
}

async function lookInside(config: Config, clock: Clock): Promise<Finding[]> {
  if (!config.databaseUrl && !existsSync(join(config.dataDir, 'database')))
    return [warn('database', `there is none yet in ${config.dataDir}`, 'Start the server: it makes one.')]
  try {
    const database = await openDatabase({ ...config, poolSize: 2 })
    try {
      return await checkDatabase(database, findMasterKeys(config), clock)
    } finally {
      await database.close()
    }
  } catch (error) {
    if (error instanceof DatabaseBusyError)
      return [
        warn(
          'database',
          'the server has it open',
          'To look inside as well, stop the server and run this again.',
        ),
      ]
    const reason = error instanceof Error ? error.message || error.name : String(error)
    return [
      fail(
        'database',
        `does not answer: ${reason}`,
        'Start it, or correct DATABASE_URL and the rights of its login.',
      ),
    ]
  }
}

const MARKS = { ok: 'ok  ', warn: 'look', fail: 'FAIL' }

function linesOf({ check, state, fact, cure }: Finding): string[] {
  const line = `${MARKS[state]}  ${check}: ${fact}`
  return cure ? [line, `      ${cure}`] : [line]
}
