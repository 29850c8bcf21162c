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
  if (!create(path)) takeOver(folder, path)
  return () => rmSync(path, { force: true })
}

/** Only one process at a time may judge a lock: between reading it and replacing it, nobody else may do the same. */
function takeOver(folder: string, path: string): void {
  const judging = `${path}.judging`
  const busy = new DatabaseBusyError(
    `The embedded database in ${folder} is being taken by another process right now. ` +
      `Try again; if this stays and no other process runs, delete ${judging}.`,
  )
  if (!create(judging)) throw busy
  try {
    const holder = holderOf(path)
    if (isHeld(holder)) {
      throw new DatabaseBusyError(
        `The embedded database in ${folder} is in use by process ${holder.split(' ')[0]}. ` +
          'Stop that process first, or set DATABASE_URL to a PostgreSQL that several processes can share.',
      )
    }
    rmSync(path, { force: true })
    if (!create(path)) throw busy
  } finally {
    rmSync(judging, { force: true })
  }
}

/** @returns what the lock says; empty when its holder has just given it free */
function holderOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

/** @returns false when the file is there already */
function create(path: string): boolean {
  try {
    writeFileSync(path, ownName(), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

const ownName = () => `${process.pid} ${startOf(process.pid)}`.trim()

/**
 * A process number alone says little: in a container every start has the same one. Where the system tells when a
 * process began, a lock whose holder began at another time is stale.
 */
function isHeld(name: string): boolean {
  const [pid = '', start] = name.split(' ')
  if (!isAlive(Number(pid))) return false
  const current = startOf(Number(pid))
  return !start || !current || start === current
}

/** Boot and moment at which a process began, where the system tells (Linux); else empty. */
function startOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    // The name of the program, in brackets, may itself hold spaces and brackets; the start is field 22.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')
    return fields?.[19] ? `${boot}:${fields[19]}` : ''
  } catch {
    return ''
  }
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
