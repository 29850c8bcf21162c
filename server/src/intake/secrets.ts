import { channelCredentials } from '../channels/index.ts'
import { createContext, type Runtime } from '../platform/index.ts'
import { isSignedBy } from '../whatsapp/index.ts'

interface Place {
  businessId: string
  channelId: string
}

/** Secrets are read again after this, so that a rotated one is found without a restart. */
const KEEP_MS = 30_000
/** A signature that fails is checked against fresh secrets, but not more often than this. */
const RELOAD_MS = 1_000

interface Known {
  secret: string
  readAt: number
}

const nameOf = ({ businessId, channelId }: Place) => `${businessId}:${channelId}`

/** The app secrets of this installation's channels, in memory only. */
export class AppSecrets {
  readonly #runtime: Runtime
  readonly #known = new Map<string, Known>()

  constructor(runtime: Runtime) {
    this.#runtime = runtime
  }

  /** Those of the channels whose app signed exactly these bytes. */
  async signers<P extends Place>(
    places: readonly P[],
    body: Uint8Array,
    header: string | undefined,
  ): Promise<P[]> {
    const found = await this.#check(places, body, header, KEEP_MS)
    return found.length > 0 ? found : this.#check(places, body, header, RELOAD_MS)
  }

  /** Whether any channel of the installation signed the bytes; for what names no channel we know. */
  async anySigner(body: Uint8Array, header: string | undefined): Promise<boolean> {
    const rows = await this.#runtime.db.selectFrom('channel').select(['business_id', 'channel_id']).execute()
    const places = rows.map((row) => ({ businessId: row.business_id, channelId: row.channel_id }))
    return (await this.#check(places, body, header, KEEP_MS)).length > 0
  }

  async #check<P extends Place>(
    places: readonly P[],
    body: Uint8Array,
    header: string | undefined,
    keepMs: number,
  ): Promise<P[]> {
    // Many numbers share one app: each secret is tried once.
    const verdicts = new Map<string, boolean>()
    const signers: P[] = []
    for (const place of places) {
      const secret = await this.#secret(place, keepMs)
      const verdict = verdicts.get(secret) ?? isSignedBy(secret, body, header)
      verdicts.set(secret, verdict)
      if (verdict) signers.push(place)
    }
    return signers
  }

  async #secret(place: Place, keepMs: number): Promise<string> {
    const known = this.#known.get(nameOf(place))
    const now = performance.now()
    if (known && now - known.readAt < keepMs) return known.secret
    const ctx = createContext(this.#runtime, place.businessId, { kind: 'webhook', source: 'whatsapp' })
    const { appSecret } = await channelCredentials(ctx, place.channelId)
    this.#known.set(nameOf(place), { secret: appSecret, readAt: now })
    return appSecret
  }
}
