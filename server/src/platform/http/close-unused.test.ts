import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import Fastify from 'fastify'
import { expect, it } from 'vitest'
import { closeUnused } from './close-unused.ts'

async function serve() {
  const app = Fastify({ forceCloseConnections: 'idle' })
  closeUnused(app)
  let asked = () => {}
  const begun = new Promise<void>((resolve) => {
    asked = resolve
  })
  let answer = () => {}
  app.get('/slow', (_request, reply) => {
    answer = () => reply.send('done')
    asked()
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  return { app, port: (app.server.address() as AddressInfo).port, begun, answer: () => answer() }
}

it('a server closes although a browser holds a connection in advance', async () => {
  const { app, port } = await serve()
  const socket = connect(port, '127.0.0.1')
  const seen = once(app.server, 'connection')
  await once(socket, 'connect')
  await seen
  const ended = once(socket, 'close')
  await app.close()
  await ended
})

it('and answers what was asked before it does', async () => {
  const { app, port, begun, answer } = await serve()
  const asking = fetch(`http://127.0.0.1:${port}/slow`)
  await begun
  const closing = app.close()
  answer()
  expect(await (await asking).text()).toBe('done')
  await closing
})
