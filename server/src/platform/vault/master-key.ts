import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'

/**
 * The master key: from the environment, or from `master.key` beside the embedded database, made on first start.
 * Whoever loses it loses every sealed field; it must be backed up apart from the database.
 */
export function loadMasterKey(config: Config): string {
  if (config.masterKey) return config.masterKey
  const path = join(config.dataDir, 'master.key')
  if (existsSync(path)) return readFileSync(path, 'utf8').trim()
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  const key = randomBytes(32).toString('base64')
  writeFileSync(path, `${key}\n`, { mode: 0o600, flag: 'wx' })
  return key
}
