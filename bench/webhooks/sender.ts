// Meta's side of the wire: as many webhooks as the other side takes, or at a steady rate, over keep-alive connections.
import { connect, type Socket } from 'node:net'
import { answerParent } from '../run/apart.ts'
import { messageRequest, statusRequest } from './bodies.ts'

export interface SendInput {
  port: number
  connections: number
  /** Statuses are about these messages, in turn: each is sent, delivered, read. */
  messageIds: string[]
  /** Digits of people who write STOP, one webhook each, instead of statuses. */
  stops?: string[]
  /** The first status to send; statuses with other numbers are other statuses. */
  from: number
  count: number
  /** Per second; null is as fast as they are answered. */
  rate: number | null
}

export interface SentWebhooks {
  perSecond: number
  /** Answers that were not 200. */
  refused: number
  /** From when it was due to the answer, at a steady rate; from request to answer otherwise. */
  p50: number
  p99: number
  longest: number
  /** Of people who write STOP: when each request left, and when its answer was there; milliseconds since 1970. */
  stops: { sentAt: number; answeredAt: number }[]
}

answerParent(async (input: SendInput): Promise<SentWebhooks> => {
  const host = `127.0.0.1:${input.port}`
  const requests = Array.from({ length: input.count }, (_, index) => {
    const number = input.from + index
    if (input.stops) return messageRequest(host, input.stops[index] ?? '', 'STOP', `stop${number}`)
    const messageId = input.messageIds[Math.floor(number / 3) % input.messageIds.length] ?? ''
    return statusRequest(host, messageId, number)
  })
  const wires = await Promise.all(Array.from({ length: input.connections }, () => Wire.open(input.port)))
  const times = new Float64Array(input.count)
  const stops: SentWebhooks['stops'] = []
  let next = 0
  let refused = 0
  const began = performance.now()
  const due = (index: number) =>
    input.rate === null ? performance.now() : began + (index * 1000) / input.rate
  await Promise.all(
    wires.map(async (wire) => {
      for (let index = next++; index < input.count; index = next++) {
        const at = due(index)
        const early = at - performance.now()
        if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
        const sentAt = wallClock()
        const status = await wire.send(requests[index] as Buffer)
        if (status !== 200) refused++
        times[index] = performance.now() - at
        if (input.stops) stops.push({ sentAt, answeredAt: wallClock() })
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  for (const wire of wires) wire.close()
  times.sort()
  const quantile = (q: number) => times[Math.min(times.length - 1, Math.floor(times.length * q))] ?? 0
  return {
    perSecond: input.count / seconds,
    refused,
    p50: quantile(0.5),
    p99: quantile(0.99),
    longest: quantile(1),
    stops,
  }
})

const wallClock = () => performance.timeOrigin + performance.now()

/** One connection; the next request leaves when the answer to the last one is complete. */
class Wire {
  readonly #socket: Socket
  #answer = ''
  #done: ((status: number) => void) | undefined

  static async open(port: number): Promise<Wire> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('error', reject)
    })
    return new Wire(socket)
  }

  constructor(socket: Socket) {
    this.#socket = socket
    socket.setEncoding('latin1')
    socket.on('data', (chunk: string) => this.#read(chunk))
    socket.on('error', () => this.#done?.(0))
  }

  send(request: Buffer): Promise<number> {
    return new Promise((resolve) => {
      this.#done = resolve
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#socket.destroy()
  }

  #read(chunk: string): void {
    this.#answer += chunk
    const head = this.#answer.indexOf('\r\n\r\n')
    if (head < 0) return
    const length = Number(/content-length: (\d+)/i.exec(this.#answer)?.[1] ?? 0)
    if (this.#answer.length < head + 4 + length) return
    const status = Number(this.#answer.slice(9, 12))
    this.#answer = ''
    this.#done?.(status)
  }
}
