import type { Runtime } from '../platform/index.ts'

/** Digests of verify tokens belong to the installation, since the handshake comes before any business is known. */
const INSTALLATION = 'installation'

interface Target {
  businessId: string
  channelId: string
}

type Reader = Pick<Runtime, 'db' | 'vault'>

/** Which channels a webhook is for, by what Meta names in it. A WABA may carry several channels. */
export async function findChannels(
  runtime: Reader,
  kind: 'phone_number' | 'waba',
  keys: readonly string[],
): Promise<(Target & { key: string })[]> {
  if (keys.length === 0) return []
  const rows = await runtime.db
    .selectFrom('channel_route')
    .select(['key', 'business_id', 'channel_id'])
    .where('kind', '=', kind)
    .where('key', 'in', [...keys])
    .execute()
  return rows.map((row) => ({ key: row.key, businessId: row.business_id, channelId: row.channel_id }))
}

/** Whether any channel was set up with this verify token; compared by keyed digest, so neither time nor a dump tells it. */
export async function isVerifyToken(runtime: Reader, token: string): Promise<boolean> {
  const row = await runtime.db
    .selectFrom('channel_route')
    .select('key')
    .where('kind', '=', 'verify_token')
    .where('key', '=', verifyTokenDigest(runtime, token))
    .executeTakeFirst()
  return row !== undefined
}

export function verifyTokenDigest(runtime: Pick<Runtime, 'vault'>, token: string): string {
  return runtime.vault.digest(INSTALLATION, 'verify_token', token)
}
