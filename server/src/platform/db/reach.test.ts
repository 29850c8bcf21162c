import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { ManualClock, MINUTE, SECOND } from '../clock.ts'
import { DatabaseAwayError, pauseBefore, reachDatabase } from './reach.ts'

/** PostgreSQL's answer to a connection it cannot take yet, as its protocol says it. */
function refusal(code: string): Buffer {
  const fields = Buffer.from(`SFATAL\0C${code}\0Mthe database system is starting up\0\0`)
  const head = Buffer.alloc(5)
  head.write('E')
  head.writeInt32BE(fields.length + 4, 1)
  return Buffer.concat([head, fields])
}

describe('a database that is away at start', () => {
  const servers: Server[] = []
  afterEach(() => Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done)))))

  /** @returns the port of a server that treats every connection like this */
  async function place(answer: (socket: Socket) => void): Promise<number> {
    const server = createServer((socket) => socket.once('data', () => answer(socket)).on('error', () => {}))
    servers.push(server)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    return typeof address === 'object' && address ? address.port : 0
  }
  const freePort = async () => {
    const port = await place(() => {})
    await new Promise((done) => servers.pop()?.close(done))
    return port
  }
  const start = new Date('2026-11-21T08:00:00Z')

  function wait(port: number, onPause: (pauses: number) => void = () => {}) {
    const clock = new ManualClock(start)
    const pauses: number[] = []
    const lines: string[] = []
    const done = reachDatabase(`postgres://jawort:geheim@127.0.0.1:${port}/jawort`, {
      clock,
      random: () => 0.5,
      pause: async (ms) => {
        pauses.push(ms)
        clock.advance(ms)
        onPause(pauses.length)
      },
      log: {
        warn: (facts: unknown, text?: string) => void lines.push(`${text} ${JSON.stringify(facts)}`),
        info: (_facts: unknown, text?: string) => void lines.push(String(text)),
      },
    })
    return { clock, pauses, lines, done }
  }

  it('is asked again for a minute, with growing pauses; then the cure is said, without the password', async () => {
    const port = await freePort()
    const { clock, pauses, lines, done } = wait(port)
    await expect(done).rejects.toThrow(DatabaseAwayError)
    await expect(done).rejects.toThrow(
      `No PostgreSQL answers at 127.0.0.1:${port} (ECONNREFUSED), for 60 seconds now. Start it, or correct DATABASE_URL`,
    )
    await expect(done).rejects.not.toThrow('geheim')
    expect(clock.now().getTime() - start.getTime()).toBe(MINUTE)
    expect(pauses.slice(0, 5)).toEqual([188, 375, 750, 1_500, 3_000])
    expect(Math.max(...pauses)).toBeLessThanOrEqual(5 * SECOND)
    expect(lines).toHaveLength(pauses.length)
    expect(lines[0]).toBe(
      'the database does not answer yet; trying again {"reason":"ECONNREFUSED","tries":1,"pauseMs":188,"givesUpInSeconds":60}',
    )
    expect(lines.join()).not.toContain('geheim')
  })

  it('that is starting up, or hangs up without a word, is waited for too', async () => {
    const starting = wait(await place((socket) => socket.end(refusal('57P03'))))
    await expect(starting.done).rejects.toThrow('(57P03)')
    const mute = wait(await place((socket) => socket.destroy()))
    await expect(mute.done).rejects.toThrow(DatabaseAwayError)
    expect(mute.pauses.length).toBeGreaterThan(5)
  })

  it('is not waited for when only a person can mend it', async () => {
    for (const code of ['28P01', '3D000']) {
      const { pauses, done } = wait(await place((socket) => socket.end(refusal(code))))
      await expect(done).rejects.toMatchObject({ code })
      expect(pauses).toEqual([])
    }
  })

  it('pauses differ from process to process, and never by more than a half', () => {
    for (const tries of [1, 2, 5, 9, 40]) {
      const [least, most] = [pauseBefore(tries, 0), pauseBefore(tries, 0.999)]
      expect(least).toBeGreaterThanOrEqual(125)
      expect(most).toBeGreaterThan(least * 1.9)
      expect(most).toBeLessThanOrEqual(5 * SECOND)
    }
  })
})
