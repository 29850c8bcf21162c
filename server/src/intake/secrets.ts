import { createSecretKey, type KeyObject } from 'node:crypto'
import { webhookSecrets } from '../channels/index.ts'
import { createContext, type Runtime } from '../platform/index.ts'
import { isSignedBy } from '../whatsapp/index.ts'

interface Home {
  businessId: string
  channelId: string
}

/** Secrets are read again after this, so that a rotated one is found without a restart. */
const KEEP_MS = 30_000
/** A signature that fails is checked against fresh secrets, but not more often than this. */
const RELOAD_MS = 1_000

interface Known {
  /** The app's secret, and the one before it while a rotation lasts. */
  secrets: KeyObject[]
  readAt: number
}

/** The bytes of a webhook and their signature; each app's secret is tried once, however many numbers share the app. */
export class SignedBody {
  readonly #body: Uint8Array
  readonly #header: string
  readonly #tried = new Map<KeyObject, boolean>()

  /** @param header `X-Hub-Signature-256` */
  constructor(body: Uint8Array, header: string) {
    this.#body = body
    this.#header = header
  }

  isBy(secret: KeyObject): boolean {
    const known = this.#tried.get(secret)
    if (known !== undefined) return known
    const verdict = isSignedBy(secret, this.#body, this.#header)
    this.#tried.set(secret, verdict)
    return verdict
  }
}

/** The app secrets of this installation's channels, in memory only. */
export class AppSecrets {
  readonly #runtime: Runtime
  readonly #known = new Map<string, Known>()
  /** One object per secret, so that a secret which many channels share is tried once. */
  readonly #keys = new Map<string, KeyObject>()
  /** Under load many webhooks find at the same moment that it is time to read again: they share it. */
  readonly #reading = new Map<string, Promise<KeyObject[]>>()
  #all: { homes: Home[]; readAt: number } | undefined

  constructor(runtime: Runtime) {
    this.#runtime = runtime
  }

  /**
   * Whether the channel's app signed exactly these bytes, as far as memory tells; undefined when its secrets must be read.
   * @param keepMs how old what is remembered may be; whoever has just read it takes it however long that took
   */
  knows(home: Home, body: SignedBody, keepMs = KEEP_MS): boolean | undefined {
    const known = this.#known.get(home.channelId)
    if (!known || performance.now() - known.readAt > keepMs) return undefined
    return known.secrets.some((secret) => body.isBy(secret))
  }

  /** Reads what is not in memory, and again, at most once a second, the secrets of those that did not sign the bytes. */
  async read(homes: Iterable<Home>, body: SignedBody): Promise<void> {
    const all = [...homes]
    const signers = await this.#check(all, body, KEEP_MS / 2)
    const others = all.filter((home) => !signers.has(home.channelId))
    await this.#check(others, body, RELOAD_MS)
  }

  /** The channels of the whole installation that signed the bytes; for what names no channel we know. */
  async anySigners(body: SignedBody): Promise<Home[]> {
    if (!this.#all || performance.now() - this.#all.readAt > RELOAD_MS) {
      const rows = await this.#runtime.db
        .selectFrom('channel')
        .select(['business_id as businessId', 'channel_id as channelId'])
        .execute()
      this.#all = { homes: rows, readAt: performance.now() }
    }
    const signers = await this.#check(this.#all.homes, body, KEEP_MS)
    return this.#all.homes.filter((home) => signers.has(home.channelId))
  }

  async #check(homes: Iterable<Home>, body: SignedBody, keepMs: number): Promise<Set<string>> {
    const signers = new Set<string>()
    for (const home of homes) {
      const known = this.#known.get(home.channelId)
      const fresh = known && performance.now() - known.readAt < keepMs
      const secrets = fresh ? known.secrets : await this.#readOnce(home)
      if (secrets.some((secret) => body.isBy(secret))) signers.add(home.channelId)
    }
    return signers
  }

  #readOnce(home: Home): Promise<KeyObject[]> {
    const under = this.#reading.get(home.channelId)
    if (under) return under
    const reading = this.#read(home).finally(() => this.#reading.delete(home.channelId))
    this.#reading.set(home.channelId, reading)
    return reading
  }

  async #read({ businessId, channelId }: Home): Promise<KeyObject[]> {
    const ctx = createContext(this.#runtime, businessId, { kind: 'webhook', source: 'whatsapp' })
    const secrets = (await webhookSecrets(ctx, channelId)).map((secret) => this.#keyOf(secret))
    this.#known.set(channelId, { secrets, readAt: performance.now() })
    return secrets
  }

  #keyOf(secret: string): KeyObject {
    const known = this.#keys.get(secret)
    if (known) return known
    const key = createSecretKey(Buffer.from(secret, 'utf8'))
    this.#keys.set(secret, key)
    return key
  }
}
