import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** What a load balancer is to Meta: one address, and behind it whichever process answers. */
export interface Front {
  url: string
  close(): Promise<void>
}

/** @param ports of the processes behind; those that do not listen are passed over */
export async function startFront(ports: readonly number[]): Promise<Front> {
  const open = new Set<Socket>()
  let turn = 0
  const server = createServer((outside) => {
    open.add(outside)
    outside.on('error', () => {})
    outside.once('close', () => open.delete(outside))
    const next = (left: number): void => {
      const port = ports[turn++ % ports.length]
      if (left === 0 || port === undefined) {
        outside.destroy()
        return
      }
      const inside = connect(port, '127.0.0.1')
      let connected = false
      inside.once('error', () => {
        if (connected) outside.destroy()
        else next(left - 1)
      })
      inside.once('connect', () => {
        connected = true
        open.add(inside)
        inside.once('close', () => {
          open.delete(inside)
          outside.destroy()
        })
        outside.once('close', () => inside.destroy())
        outside.pipe(inside)
        inside.pipe(outside)
      })
    }
    next(ports.length)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
