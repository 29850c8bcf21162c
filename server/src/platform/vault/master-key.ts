import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'

export interface MasterKeys {
  /** 32 bytes in base64; undefined when there is none yet, or when it was lost. */
  current: string | undefined
  /** The one that is being replaced. */
  previous: string | undefined
  /** Makes the first one and keeps it where it will be looked for. */
  make(): string
  /** Where the key is kept, for sentences. */
  place: string
}

type Place = Pick<Config, 'masterKey' | 'previousMasterKey' | 'dataDir'>

/**
 * The master key: from the environment, or from `master.key` in the data folder. Whoever loses it loses every sealed field; it
 * must be backed up apart from the database.
 */
export function findMasterKeys(config: Place): MasterKeys {
  const path = join(config.dataDir, 'master.key')
  return {
    current: config.masterKey ?? read(path),
    previous: config.previousMasterKey ?? (config.masterKey ? undefined : read(`${path}.previous`)),
    make: () => write(path, randomBytes(32).toString('base64')),
    place: config.masterKey ? 'JAWORT_MASTER_KEY' : path,
  }
}

/**
 * Puts a new key in the place of the one in the data folder, which stays beside it as `master.key.previous` until `done`. Can be
 * broken off at any moment: one of the two files always holds the key that the database knows.
 * @returns undefined when the key is not kept in the data folder
 */
export function replaceMasterKeyFile(config: Place): { done(): void } | undefined {
  const path = join(config.dataDir, 'master.key')
  if (config.masterKey || !existsSync(path)) return undefined
  const previous = `${path}.previous`
  if (!existsSync(previous)) {
    // The new key is written whole before it takes the name.
    write(`${path}.new`, randomBytes(32).toString('base64'))
    writeFileSync(previous, readFileSync(path), { mode: 0o600, flag: 'wx' })
    renameSync(`${path}.new`, path)
  }
  return { done: () => rmSync(previous, { force: true }) }
}

function read(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined
}

function write(path: string, key: string): string {
  mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 })
  writeFileSync(path, `${key}\n`, { mode: 0o600 })
  return key
}
