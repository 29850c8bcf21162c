import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Two processes on one embedded database lose data silently, so the second one must not start. */
export class DatabaseBusyError extends Error {}

/**
 * Takes the folder for this process by creating `lock` exclusively; a lock whose process is gone is taken over.
 * @returns a function that gives the folder free
 * @throws DatabaseBusyError naming the process that holds it
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'lock')
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx', mode: 0o600 })
      return () => rmSync(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = Number(readFileSync(path, 'utf8'))
      if (isAlive(holder)) {
        throw new DatabaseBusyError(
          `The embedded database in ${folder} is in use by process ${holder}. ` +
            'Stop that process first, or set DATABASE_URL to a PostgreSQL that several processes can share.',
        )
      }
      rmSync(path, { force: true })
    }
  }
  throw new DatabaseBusyError(
    `The embedded database in ${folder} is being taken by another process right now.`,
  )
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
