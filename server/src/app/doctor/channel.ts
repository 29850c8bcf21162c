import { existsSync } from 'node:fs'
import { z } from 'zod'
import type { Config } from '../../platform/config.ts'
import { DatabaseBusyError } from '../../platform/db/index.ts'
import type { Arguments } from '../cli.ts'
import { openRuntime } from '../runtime.ts'
import { Examined, examineChannels } from './examine-channels.ts'
import { askServer, socketPath } from './socket.ts'

/**
 * `jawort doctor channel <id or number> [--language de] [--json]`: everything that one number needs, with the cure of what it
 * lacks. While the server has the embedded database open, the server is asked.
 * @returns 0 when nothing failed, 1 when something did, 2 when there is no such number
 */
export async function doctorChannelCommand(config: Config, args: Arguments): Promise<number> {
  const [, , ...words] = args.positionals
  const which = words.join('').trim()
  const language = z.enum(['de', 'en']).safeParse(args.values.language ?? 'en')
  if (!which || !language.success) {
    console.error('Use: jawort doctor channel <id or number> [--language de|en] [--json]')
    return 2
  }
  const found = await examineSomewhere(config, which)
  if (found.length === 0) {
    console.error(`There is no number "${which}" here. Connect it first: Settings, WhatsApp number.`)
    return 2
  }
  if (args.values.json) console.log(JSON.stringify({ channels: found }, null, 2))
  else for (const line of found.flatMap((one) => linesOf(one, language.data))) console.log(line)
  return found.every(({ healthy }) => healthy) ? 0 : 1
}

async function examineSomewhere(config: Config, which: string): Promise<Examined[]> {
  try {
    const { runtime, database } = await openRuntime(config)
    try {
      return await examineChannels(runtime, which)
    } finally {
      await database.close()
    }
  } catch (error) {
    if (!(error instanceof DatabaseBusyError) || !existsSync(socketPath(config))) throw error
    const answer = await askServer(config, `/channel?which=${encodeURIComponent(which)}`)
    return z.object({ channels: z.array(Examined) }).parse(answer).channels
  }
}

const MARKS = { ok: 'ok  ', warn: 'look', fail: 'FAIL', open: '?   ' }

function linesOf(channel: Examined, language: 'de' | 'en'): string[] {
  return [
    `${channel.number}, ${channel.name} (${channel.business})`,
    ...channel.steps.flatMap(({ key, state, code, detail, cure }) => {
      const line = `${MARKS[state]}  ${key}: ${detail[language]} [${code}]`
      return cure ? [line, `      ${cure[language]}`] : [line]
    }),
  ]
}
