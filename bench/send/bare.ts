// The bare limit: the same bodies over as many connections of the same HTTP client, and nothing else.
import { Pool } from 'undici'
import { answerParent } from '../run/apart.ts'
import { askResponder } from '../run/start-responder.ts'
import { PHONE_NUMBER_ID } from '../seed/shop.ts'

export interface BareInput {
  responderUrl: string
  connections: number
  /** Requests before it is measured. */
  ahead: number
  messages: number
}

export interface Bare {
  perSecond: number
  cpuMicros: number
}

answerParent(async ({ responderUrl, connections, ahead, messages }: BareInput): Promise<Bare> => {
  const bodies = await askResponder(responderUrl).bodies()
  const pool = new Pool(responderUrl, { connections, pipelining: 1 })
  const path = `/v25.0/${PHONE_NUMBER_ID}/messages`
  const headers = { authorization: 'Bearer bench-access-token', 'content-type': 'application/json' }
  let started = 0

  async function send(count: number): Promise<void> {
    const end = started + count
    const one = async () => {
      while (started < end) {
        const body = bodies[started++ % bodies.length] ?? ''
        const answer = await pool.request({ method: 'POST', path, headers, body })
        await answer.body.text()
      }
    }
    await Promise.all(Array.from({ length: connections }, one))
  }

  await send(ahead)
  const from = performance.now()
  const before = process.cpuUsage()
  await send(messages)
  const seconds = (performance.now() - from) / 1000
  const { user, system } = process.cpuUsage(before)
  await pool.close()
  return { perSecond: messages / seconds, cpuMicros: user + system }
})
