import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'

interface Post {
  /** The bytes as they came. */
  raw: Buffer
  headers: IncomingHttpHeaders
  /** What we answered. */
  status: number
}

interface Change {
  field: string
  value: Record<string, unknown>
}

/** A bare server that proves itself to the handshake and keeps every webhook. */
export interface Sink {
  url: string
  posts: Post[]
  /** Statuses to answer with before 200 is the answer again. */
  answers: number[]
  changes(): Change[]
  /** What came of one field, in order of arrival. */
  values(field: string): Record<string, unknown>[]
  statuses(): Record<string, unknown>[]
  messages(): Record<string, unknown>[]
  close(): Promise<void>
}

/** Starts a sink. With `port` it takes that one, to come up late where a simulator already knocks. */
export async function startSink(verifyToken = 'verify-me', port = 0): Promise<Sink> {
  const posts: Post[] = []
  const answers: number[] = []
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://sink')
    if (request.method === 'GET') {
      const known = searchParams.get('hub.verify_token') === verifyToken
      response.writeHead(known ? 200 : 403).end(known ? searchParams.get('hub.challenge') : '')
      return
    }
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const status = answers.shift() ?? 200
      posts.push({ raw: Buffer.concat(parts), headers: request.headers, status })
      response.writeHead(status).end()
    })
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the sink listens on no port')

  const changes = (): Change[] =>
    posts.filter((post) => post.status === 200).flatMap(({ raw }) => changesOf(raw))
  const inside = (key: string): Record<string, unknown>[] =>
    changes().flatMap(({ value }) => (value[key] as Record<string, unknown>[] | undefined) ?? [])
  return {
    url: `http://127.0.0.1:${address.port}/webhooks/whatsapp`,
    posts,
    answers,
    changes,
    values: (field) =>
      changes()
        .filter((change) => change.field === field)
        .map(({ value }) => value),
    statuses: () => inside('statuses'),
    messages: () => inside('messages'),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function changesOf(raw: Buffer): Change[] {
  const body = JSON.parse(raw.toString('latin1')) as { entry: { changes: Change[] }[] }
  return body.entry.flatMap((entry) => entry.changes)
}
