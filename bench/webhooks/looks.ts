import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { waitForStarts } from '../../server/src/dispatch/startable.ts'
import { type Context, withTransaction } from '../../server/src/platform/index.ts'

interface Looks {
  url: string
  close(): Promise<void>
}

/**
 * Answers each request after a look whether any message is just starting, as a withdrawal looks: whatever starts after the answer knows what was
 * durable before the request.
 */
export async function serveLooks(ctx: Context, channelId: string): Promise<Looks> {
  const server = createServer(async (_request, response) => {
    await withTransaction(ctx, (tx) => waitForStarts(tx, [channelId]))
    response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
