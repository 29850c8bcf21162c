import { connect, createServer, type Server } from 'node:net'
import { expect, inject, it } from 'vitest'
import { openTestDatabase } from '../../testing/database.ts'
import { ManualClock } from '../clock.ts'
import { reachDatabase } from './reach.ts'

/** A door to PostgreSQL that can be closed at first. */
function doorTo(databaseUrl: string): { open(port: number): Promise<number>; close(): Promise<void> } {
  const { hostname, port: behind } = new URL(databaseUrl)
  let server: Server | undefined
  return {
    open(port) {
      const opened = createServer((socket) => {
        const inner = connect(Number(behind), hostname)
        socket.pipe(inner).pipe(socket)
        for (const end of [socket, inner]) end.on('error', () => socket.destroy())
      })
      server = opened
      return new Promise((resolve, reject) => {
        opened.once('error', reject)
        opened.listen(port, '127.0.0.1', () => {
          const address = opened.address()
          resolve(typeof address === 'object' && address ? address.port : 0)
        })
      })
    },
    close: () => new Promise((done) => (server ? server.close(() => done()) : done())),
  }
}

it.runIf(inject('store') === 'postgres')(
  'a start waits for PostgreSQL and goes on when it comes',
  async () => {
    const database = await openTestDatabase()
    const door = doorTo(database.url ?? '')
    const port = await door.open(0)
    await door.close()
    const url = new URL(database.url ?? '')
    url.host = `127.0.0.1:${port}`
    const clock = new ManualClock('2026-11-21T08:00:00Z')
    const lines: unknown[] = []
    let pauses = 0
    await reachDatabase(url.href, {
      clock,
      random: () => 0,
      pause: async (ms) => {
        clock.advance(ms)
        if (++pauses === 3) await door.open(port)
      },
      log: {
        warn: (_facts: unknown, text?: string) => void lines.push(text),
        info: (facts: unknown, text?: string) => void lines.push([facts, text]),
      },
    })
    expect(lines).toHaveLength(4)
    expect(lines[3]).toEqual([{ tries: 4 }, 'the database answers'])
    await door.close()
    await database.close()
  },
)
