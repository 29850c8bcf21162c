import type { Readable } from 'node:stream'

/** A body that has arrived, or why it did not. */
export type Arrived = Buffer | 'too_large' | 'late' | 'memory' | 'gone'

interface Arriving {
  size: number
  since: number
  settle: (arrived: Arrived) => void
}

export interface BodyLimits {
  /** Bytes of one body. */
  each: number
  /** Bytes of all bodies that are arriving or being received. */
  all: number
  /** Within which a body has to arrive. */
  ms: number
}

/**
 * Reads bodies of senders whom nobody knows yet. Only what has arrived is counted, whatever they announce; where there is
 * no room for more, the one that has been arriving the longest makes room, so that slow senders are in nobody's way.
 */
export class Bodies {
  readonly #limits: BodyLimits
  /** In the order in which they began. */
  readonly #arriving = new Set<Arriving>()
  #timer: NodeJS.Timeout | undefined
  #bytes = 0

  constructor(limits: BodyLimits) {
    this.#limits = limits
  }

  /** @param settle called once; a body counts from then on until it is given to `release` */
  read(stream: Readable, settle: (arrived: Arrived) => void): void {
    const chunks: Buffer[] = []
    const take = (chunk: Buffer) => {
      chunks.push(chunk)
      one.size += chunk.length
      this.#bytes += chunk.length
      if (one.size > this.#limits.each) one.settle('too_large')
      else this.#makeRoom()
    }
    const one: Arriving = {
      size: 0,
      since: performance.now(),
      settle: (arrived) => {
        if (!this.#arriving.delete(one)) return
        if (!Buffer.isBuffer(arrived)) {
          this.#bytes -= one.size
          // Whatever else comes is not kept.
          stream.off('data', take).resume()
        }
        settle(arrived)
      },
    }
    this.#arriving.add(one)
    this.#watch()
    const gone = () => one.settle('gone')
    stream
      .on('data', take)
      .on('end', () => one.settle(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)))
      .on('error', gone)
      .on('close', gone)
  }

  /** A body is needed no longer. */
  release(body: Buffer): void {
    this.#bytes -= body.length
  }

  #makeRoom(): void {
    for (const one of this.#arriving) {
      if (this.#bytes <= this.#limits.all) return
      if (one.size > 0) one.settle('memory')
    }
  }

  /** One timer for all, and none while nothing arrives. */
  #watch(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      const late = performance.now() - this.#limits.ms
      for (const one of this.#arriving) {
        if (one.since > late) break
        one.settle('late')
      }
      if (this.#arriving.size > 0) this.#watch()
    }, this.#limits.ms / 4).unref()
  }
}
