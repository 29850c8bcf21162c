import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/**
 * Node takes a connection over which nothing was asked yet for a busy one, and a server that closes would wait for it up to a minute. Browsers
 * and HTTP clients open such connections in advance; they are closed as the server does.
 */
export function closeUnused(app: Pick<FastifyInstance, 'server' | 'addHook'>): void {
  const open = new Set<Socket>()
  let closing = false
  const end = (socket: Socket) => {
    if (socket.bytesRead === 0) socket.destroy()
  }
  app.server.on('connection', (socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    if (closing) end(socket)
  })
  app.addHook('preClose', (done) => {
    closing = true
    for (const socket of open) end(socket)
    done()
  })
}
