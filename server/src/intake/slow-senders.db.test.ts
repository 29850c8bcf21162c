import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Api, createServer } from '../platform/http/index.ts'
import { NUMBER, SETUP, type Story, startStory, WABA } from '../testing/story.ts'
import type { BodyLimits } from './bodies.ts'
import { mountWebhooks } from './index.ts'

describe('senders that nobody knows and that do not go on', () => {
  let story: Story
  let app: Api | undefined
  let port = 0
  const sockets: Socket[] = []
  beforeAll(async () => {
    story = await startStory()
  })
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy()
    await app?.close()
  })
  afterAll(() => story.close())

  async function serve(limits: Partial<BodyLimits> = {}): Promise<void> {
    app = createServer(story.runtime)
    mountWebhooks(app, story.runtime, undefined, limits)
    await app.listen({ host: '127.0.0.1', port: 0 })
    port = (app.server.address() as AddressInfo).port
  }

  /** Announces a body and sends the beginning of one. @returns what is answered until the connection ends */
  async function begin(announced: number, sent: number): Promise<{ answer: () => Promise<string> }> {
    const socket = connect(port, '127.0.0.1')
    sockets.push(socket)
    await once(socket, 'connect')
    const head = `POST /webhooks/whatsapp HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nx-hub-signature-256: sha256=${'0'.repeat(64)}\r\ncontent-length: ${announced}\r\n\r\n`
    await new Promise<void>((resolve) => socket.write(head + ' '.repeat(sent), () => resolve()))
    return { answer: () => text(socket) }
  }
  /** A webhook as Meta sends it. */
  const post = async (size = 0) => {
    const value = {
      metadata: { phone_number_id: NUMBER },
      statuses: [{ id: `wamid.slow${Math.random()}`, status: 'sent', timestamp: '1763460000' }],
      padding: 'x'.repeat(size),
    }
    const body = JSON.stringify({ entry: [{ id: WABA, changes: [{ field: 'messages', value }] }] })
    const signature = createHmac('sha256', SETUP.appSecret).update(body).digest('hex')
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` }
    return (await fetch(`http://127.0.0.1:${port}/webhooks/whatsapp`, { method: 'POST', body, headers }))
      .status
  }

  it('keep nobody out by what they only announce', async () => {
    await serve()
    const began = await Promise.all(Array.from({ length: 40 }, () => begin(4 * 1024 * 1024, 1)))
    expect(await post()).toBe(200)
    expect(began).toHaveLength(40)
  })

  it('are given up after a while', async () => {
    await serve({ ms: 40 })
    const { answer } = await begin(4_000, 1)
    expect(await answer()).toMatch(/^HTTP\/1.1 408 /)
    expect(await post()).toBe(200)
  })
})
