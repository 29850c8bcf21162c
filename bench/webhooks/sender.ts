// Meta's side of the wire: as many webhooks as the other side takes, or at a steady rate, over keep-alive connections.
import { connect, type Socket } from 'node:net'
import { answerParent } from '../run/apart.ts'
import { messageRequest, statusRequest } from './bodies.ts'
import { Turns } from './turns.ts'

export interface SendInput {
  port: number
  connections: number
  /** Statuses are about these messages, in turn: each is sent, delivered, read. */
  messageIds: string[]
  /** People write STOP, one webhook each, instead of statuses. */
  stops?: Stopping
  /** The first status to send; statuses with other numbers are other statuses. */
  from: number
  count: number
  /** Per second; null is as fast as they are answered. */
  rate: number | null
  /** The other side ends it before, by hanging up. */
  untilHungUp?: boolean
}

/** Who writes STOP: people whose message is about to be sent. */
interface Stopping {
  /** Digits of everybody who waits for a message, in the order of their turns. */
  waiting: string[]
  /** How many turns ahead somebody may be, at most. */
  ahead: number
  whatsAppUrl: string
  /** Where one asks whether anything is just starting (looks.ts). */
  looksUrl: string
}

/** One STOP; milliseconds since 1970, in whole ones so that it never looks faster than it was. */
interface SentStop {
  digits: string
  /** When it should have left, which at a steady rate does not depend on the answers before. */
  dueAt: number
  /** When it was answered, and a look that began then had ended. */
  safeAt: number
}

export interface SentWebhooks {
  perSecond: number
  /** Answers that were not 200. */
  refused: number
  /** From when it was due to the answer, at a steady rate; from request to answer otherwise. */
  p50: number
  p99: number
  longest: number
  stops: SentStop[]
  /** Milliseconds since 1970. */
  endedAt: number
}

answerParent(async (input: SendInput): Promise<SentWebhooks> => {
  const statuses = input.stops ? [] : allStatuses(input)
  const turns = input.stops && new Turns(input.stops.waiting, input.stops.whatsAppUrl)
  const wires = await Promise.all(Array.from({ length: input.connections }, () => Wire.open(input.port)))
  const times: number[] = []
  const stops: SentStop[] = []
  let next = 0
  let refused = 0
  const began = performance.now()
  const beganAt = Date.now()
  const due = (index: number) =>
    input.rate === null ? performance.now() : began + (index * 1000) / input.rate
  await Promise.all(
    wires.map(async (wire) => {
      for (let index = next++; index < input.count; index = next++) {
        const at = due(index)
        const early = at - performance.now()
        if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
        const digits = turns?.next(input.stops?.ahead ?? 0)
        const status = await wire.send(
          digits === undefined ? (statuses[index] as Buffer) : stopOf(input, digits, index),
        )
        if (status === 0 && input.untilHungUp) break
        if (status !== 200) refused++
        times.push(performance.now() - at)
        if (digits === undefined || !input.stops) continue
        await fetch(input.stops.looksUrl)
        stops.push({ digits, dueAt: Math.floor(beganAt + at - began), safeAt: Date.now() + 1 })
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  turns?.stop()
  for (const wire of wires) wire.close()
  times.sort((a, b) => a - b)
  const quantile = (q: number) => times[Math.min(times.length - 1, Math.floor(times.length * q))] ?? 0
  return {
    perSecond: times.length / seconds,
    refused,
    p50: quantile(0.5),
    p99: quantile(0.99),
    longest: quantile(1),
    stops,
    endedAt: Date.now(),
  }
})

/** Made before the first one leaves: signing would slow the others down. */
function allStatuses({ port, messageIds, from, count }: SendInput): Buffer[] {
  return Array.from({ length: count }, (_, index) => {
    const number = from + index
    const messageId = messageIds[Math.floor(number / 3) % messageIds.length] ?? ''
    return statusRequest(hostOf(port), messageId, number)
  })
}

function stopOf({ port, from }: SendInput, digits: string, index: number): Buffer {
  return messageRequest(hostOf(port), digits, 'STOP', `stop${from + index}`)
}

const hostOf = (port: number) => `127.0.0.1:${port}`

/** One connection; the next request leaves when the answer to the last one is complete. */
class Wire {
  readonly #socket: Socket
  #answer = ''
  #hungUp = false
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
    socket.on('error', () => this.#hangUp())
    socket.on('close', () => this.#hangUp())
  }

  /** @returns the status of the answer; 0 when there is none, because the other side hung up */
  send(request: Buffer): Promise<number> {
    return new Promise((resolve) => {
      if (this.#hungUp) return resolve(0)
      this.#done = resolve
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#socket.destroy()
  }

  #hangUp(): void {
    this.#hungUp = true
    this.#done?.(0)
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
