import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DatabaseBusyError, lockFolder } from './lock.ts'
import { openDatabase } from './open.ts'

const SCRIPT = `
  import { lockFolder } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))}
  try {
    lockFolder(process.argv[1])
    console.log('taken')
  } catch (error) {
    console.log(error.constructor.name + ': ' + error.message)
    process.exit(0)
  }
  setInterval(() => {}, 1000)
`

const running: ChildProcess[] = []

/** Another process that wants the folder; resolves when it has said what came of it. */
function opener(folder: string): Promise<{ pid: number; said: string; child: ChildProcess }> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', SCRIPT, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.push(child)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.stdout?.once('data', (data: Buffer) =>
      resolve({ pid: child.pid ?? 0, said: data.toString().trim(), child }),
    )
  })
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('exit', () => resolve()))
}

describe('the lock of a data folder', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jawort-lock-'))
  })
  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  it('refuses the second process and names the first and the cure', async () => {
    const first = await opener(folder)
    expect(first.said).toBe('taken')
    const second = await opener(folder)
    expect(second.said).toContain('DatabaseBusyError')
    expect(second.said).toContain(`process ${first.pid}.`)
    expect(second.said).toContain('DATABASE_URL')
    await expect(openDatabase({ databaseUrl: undefined, dataDir: folder })).rejects.toThrow(DatabaseBusyError)
    expect(existsSync(join(folder, 'database'))).toBe(false)
  })

  it('is taken over from a process that died without giving it free', async () => {
    const first = await opener(folder)
    const gone = ended(first.child)
    first.child.kill('SIGKILL')
    await gone
    expect(readFileSync(join(folder, 'lock'), 'utf8')).toContain(String(first.pid))
    expect((await opener(folder)).said).toBe('taken')
  })

  it('goes to exactly one of several processes that find the same stale lock', async () => {
    writeFileSync(join(folder, 'lock'), '999999999')
    const openers = await Promise.all(Array.from({ length: 4 }, () => opener(folder)))
    expect(openers.filter(({ said }) => said === 'taken')).toHaveLength(1)
    expect(existsSync(join(folder, 'lock.judging'))).toBe(false)
  })

  it('refuses a second opener in the same process, until the first gives it free', () => {
    const free = lockFolder(folder)
    expect(() => lockFolder(folder)).toThrow(`process ${process.pid}.`)
    free()
    lockFolder(folder)()
    expect(existsSync(join(folder, 'lock'))).toBe(false)
  })

  it.each(['', 'nonsense', '0', '-1'])('takes a lock that says %j for a stale one', (content) => {
    writeFileSync(join(folder, 'lock'), content)
    lockFolder(folder)()
  })

  it.runIf(existsSync('/proc/self/stat'))(
    'is not fooled by another process that was given the same number, as in every container',
    () => {
      const free = lockFolder(folder)
      const own = readFileSync(join(folder, 'lock'), 'utf8')
      free()
      expect(own).toMatch(new RegExp(`^${process.pid} [0-9a-f-]{36}:\\d+$`))
      writeFileSync(join(folder, 'lock'), own.replace(/\d+$/, '1'))
      lockFolder(folder)()
    },
  )
})
