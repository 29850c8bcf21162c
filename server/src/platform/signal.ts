import { z } from 'zod'
import { Outbox } from './outbox.ts'

/** Takes short texts to the other processes on the same database, and brings theirs. Best effort: a text may be lost. */
export interface Carrier {
  /**
   * @param receive called with every text that another process sent
   * @param missed called when texts may have been lost, after the connection was away
   */
  open(receive: (text: string) => void, missed: () => void): void
  /** Never rejects: what cannot be sent is lost. */
  send(text: string): Promise<void>
}

/** A name is carried to other processes at most this often. */
const NAMES_EVERY_MS = 10
/** What pages are told is carried at most this often. */
const NEWS_EVERY_MS = 250

/**
 * Wakes workers at once, in this process and, where there is a carrier, in the others (the database's NOTIFY carries the
 * names). A slow timer behind every waiter makes a lost signal a delay, never a loss. Beside the names travel news: short
 * texts for other processes, such as "this campaign changed"; they name ids only.
 */
export class Signals {
  readonly #waiting = new Map<string, Set<() => void>>()
  readonly #listeners = new Map<string, Set<(news: unknown) => void>>()
  readonly #gaps = new Set<() => void>()
  readonly #carrier: Carrier | undefined
  readonly #names: Outbox
  readonly #news: Outbox

  constructor(carrier?: Carrier) {
    this.#carrier = carrier
    this.#names = new Outbox((names) => this.#send({ names }), NAMES_EVERY_MS)
    this.#news = new Outbox((news) => this.#send({ news }), NEWS_EVERY_MS)
    carrier?.open(
      (text) => this.#receive(text),
      () => {
        for (const name of [...this.#waiting.keys()]) this.#wake(name)
        for (const listener of this.#gaps) listener()
      },
    )
  }

  /** Wakes everyone who waits for `name`, in every process. */
  raise(name: string): void {
    this.#wake(name)
    if (this.#carrier) this.#names.add(name)
  }

  /** Resolves when `name` is raised, after `timeoutMs`, or when `abort` fires; never rejects. */
  wait(name: string, timeoutMs: number, abort?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(name) ?? new Set()
      const done = () => {
        clearTimeout(timer)
        waiting.delete(done)
        abort?.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, timeoutMs)
      waiting.add(done)
      this.#waiting.set(name, waiting)
      if (abort?.aborted) done()
      else abort?.addEventListener('abort', done)
    })
  }

  /**
   * Tells the other processes; the same news within a quarter of a second goes once.
   * @param news at most 6 kB as JSON, ids only (C-47)
   */
  tellOthers(topic: string, news: unknown): void {
    if (this.#carrier) this.#news.add(JSON.stringify([topic, news]))
  }

  /** Hears what other processes tell about `topic`. @returns a function that ends it */
  onNews(topic: string, listener: (news: unknown) => void): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set()
    listeners.add(listener)
    this.#listeners.set(topic, listeners)
    return () => listeners.delete(listener)
  }

  /** Is called when news may have been lost. */
  onGap(listener: () => void): void {
    this.#gaps.add(listener)
  }

  /** Sends at once what still waits, before a process ends. */
  async flush(): Promise<void> {
    await this.#names.flush()
    await this.#news.flush()
  }

  #wake(name: string): void {
    const waiting = this.#waiting.get(name)
    this.#waiting.delete(name)
    for (const wake of waiting ?? []) wake()
  }

  async #send(message: { names?: string[]; news?: string[] }): Promise<void> {
    await this.#carrier?.send(JSON.stringify(message))
  }

  #receive(text: string): void {
    const { names, news } = readMessage(text)
    for (const name of names) this.#wake(name)
    for (const [topic, about] of news)
      for (const listener of this.#listeners.get(topic) ?? []) listener(about)
  }
}

/** What travels; news is a list of JSON texts, each a topic and what is new. */
const Message = z.object({
  names: z.array(z.string()).default([]),
  news: z.array(z.string().transform((text) => News.parse(JSON.parse(text)))).default([]),
})
const News = z.tuple([z.string(), z.unknown()])

/** Another version beside this one may say what this one does not understand: that is nothing. */
function readMessage(text: string): z.infer<typeof Message> {
  try {
    return Message.parse(JSON.parse(text))
  } catch {
    return { names: [], news: [] }
  }
}
