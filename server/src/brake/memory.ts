import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Config } from '../platform/config.ts'

/** Installations that one data folder remembers; more than one only where somebody tries things out. */
const REMEMBERED = 20

/** Token of an installation → the highest pulse this folder has seen. */
const Memory = z.record(z.string(), z.number())

const fileOf = ({ dataDir }: Pick<Config, 'dataDir'>) => join(dataDir, 'installation')

/** The highest pulse that processes with this data folder have seen of an installation; 0 when they never saw it. */
export function rememberedPulse(config: Pick<Config, 'dataDir'>, token: string): number {
  return read(config)[token] ?? 0
}

/**
 * Remembers a pulse outside of the database.
 * @throws Error when the folder cannot be written, as in a container without a volume
 */
export function rememberPulse(config: Pick<Config, 'dataDir'>, token: string, pulse: number): void {
  const { [token]: _, ...others } = read(config)
  const entries = [...Object.entries(others), [token, pulse]].slice(-REMEMBERED)
  const path = fileOf(config)
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  writeFileSync(`${path}.${process.pid}`, JSON.stringify(Object.fromEntries(entries)), { mode: 0o600 })
  renameSync(`${path}.${process.pid}`, path)
}

function read(config: Pick<Config, 'dataDir'>): z.infer<typeof Memory> {
  try {
    return Memory.parse(JSON.parse(readFileSync(fileOf(config), 'utf8')))
  } catch {
    // Not there yet, or spoilt: nothing is remembered, and the place still tells.
    return {}
  }
}
