import { connect } from 'node:net'

/** How an upload ends badly: nothing of it may be kept. */
export const FAULTS = ['closed', 'reset', 'longer', 'shorter', 'broken_chunk'] as const
/** How bytes come over the network. */
export type Manner = 'whole' | 'in_pieces' | 'chunked' | (typeof FAULTS)[number]

export interface Upload {
  payload: Buffer
  signature: string | undefined
}

/** What this sender claims at most; what Meta sends never is longer. */
const LONGEST = 3 * 1024 * 1024
const PATIENCE_MS = 20_000

/**
 * Sends a webhook over a connection of its own.
 * @param place where it is cut, from 0 to 1
 * @returns the status of the answer; 0 when the connection ended without one
 */
export function upload(
  port: number,
  { payload, signature }: Upload,
  how: Manner,
  place: number,
): Promise<number> {
  const cut = Math.floor(place * payload.length)
  const [start, end] = [payload.subarray(0, cut), payload.subarray(cut)]
  const headers = [
    'POST /webhooks/whatsapp HTTP/1.1',
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    'Connection: close',
    ...(signature === undefined ? [] : [`X-Hub-Signature-256: ${signature}`]),
    ...(how === 'chunked' || how === 'broken_chunk'
      ? ['Transfer-Encoding: chunked']
      : [`Content-Length: ${claimed(how, payload.length, cut)}`]),
  ]
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' })
    let answer = ''
    socket.setTimeout(PATIENCE_MS, () => {
      socket.destroy()
      reject(new Error(`A webhook that was sent "${how}" got neither an answer nor an end.`))
    })
    socket.setEncoding('latin1').on('data', (part: string) => {
      answer += part
    })
    // Whoever is cut off may be hung up on in turn.
    socket.on('error', () => {})
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)))
    socket.write(`${headers.join('\r\n')}\r\n\r\n`)
    switch (how) {
      case 'whole':
      case 'shorter':
        socket.write(payload)
        return
      case 'in_pieces':
        socket.write(start, () => setTimeout(() => socket.write(end), 5))
        return
      case 'chunked':
        socket.write(
          Buffer.concat([...[start, end].filter(({ length }) => length > 0).flatMap(chunk), LAST_CHUNK]),
        )
        return
      case 'broken_chunk':
        socket.write(Buffer.concat([...chunk(payload), Buffer.from('no length\r\n')]))
        return
      case 'longer':
        socket.write(payload, () => setTimeout(() => socket.end(), 5))
        return
      case 'closed':
        socket.write(start, () => setTimeout(() => socket.end(), 5))
        return
      case 'reset':
        socket.write(start, () => setTimeout(() => socket.resetAndDestroy(), 5))
    }
  })
}

/** A promise that is not kept takes up room of those that are: the largest, so that it is noticed when it is not given back. */
function claimed(how: Manner, length: number, cut: number): number {
  if (how === 'longer' || how === 'closed' || how === 'reset') return LONGEST + length
  return how === 'shorter' ? cut : length
}

const LAST_CHUNK = Buffer.from('0\r\n\r\n')
const chunk = (bytes: Buffer) => [Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]
