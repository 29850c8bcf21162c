import type { Socket } from 'node:net'
import { buildConnector } from 'undici'

/**
 * Opens connections of one request at a time (HTTP/1.1) that are reset when we end them. A request that is given up is then
 * over: of one that is closed in order, the kernel goes on to deliver what it still holds, for minutes after an outage, and
 * over HTTP/2 the connection would live on with it. Whoever wrote STOP meanwhile would get the message after their receipt.
 * @param timeoutMs for the connection, and for its TLS handshake
 */
export function resettingConnector(timeoutMs: number): buildConnector.connector {
  const connect = buildConnector({ timeout: timeoutMs, allowH2: false })
  return (target, callback) => {
    const secure = target.protocol === 'https:'
    const port = target.port || (secure ? '443' : '80')
    // With the name of a certificate undici would look the address up under that.
    const { servername: _, ...plain } = { ...target, protocol: 'http:', port }
    connect(plain, (error, tcp) => {
      if (error) callback(error, null)
      else if (!secure) callback(null, resetInTheEnd(tcp, tcp))
      else
        connect({ ...target, httpSocket: tcp }, (refused, tls) => {
          if (refused) callback(refused, null)
          else callback(null, resetInTheEnd(tls, tcp))
        })
    })
  }
}

/** @param tcp the connection below: a TLS socket cannot reset it by itself (nodejs/node#49484) */
function resetInTheEnd(socket: Socket, tcp: Socket): Socket {
  const destroy = socket.destroy.bind(socket)
  socket.destroy = (error) => {
    socket.destroy = destroy
    // One that the other side has ended has nothing left to take back.
    if (socket.readyState !== 'open' || tcp.readyState !== 'open') return destroy(error)
    // Whoever listens hears the reason first: of a TLS socket whose connection is gone, Node tells the end before it.
    if (error) socket.emit('error', error)
    tcp.resetAndDestroy()
    return destroy()
  }
  return socket
}
