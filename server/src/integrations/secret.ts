import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { businessKey } from '../businesses/index.ts'
import type { Context } from '../platform/index.ts'

type Reader = Pick<Context, 'db' | 'businessId' | 'vault' | 'runtime'>

/** A new secret to sign with, as receivers' libraries take it: 32 random bytes. */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

const placeOf = (endpointId: string) => `endpoint:${endpointId}`

export async function sealSecret(ctx: Reader, endpointId: string, secret: string): Promise<Buffer> {
  return ctx.vault.seal(await businessKey(ctx), secret, placeOf(endpointId))
}

/** How secrets are kept: sealed, and the one that was replaced last beside it for a day. */
export interface SealedSecrets {
  secret_sealed: Uint8Array
  previous_sealed: Uint8Array | null
  previous_until: Date | null
}

/** The secrets that count now, the newest first; opened for one use, neither kept nor logged. */
export async function openSecrets(
  ctx: Reader & Pick<Context, 'clock'>,
  endpointId: string,
  sealed: SealedSecrets,
): Promise<string[]> {
  const key = await businessKey(ctx)
  const open = (bytes: Uint8Array) => ctx.vault.open(key, bytes, placeOf(endpointId))
  const { previous_sealed: previous, previous_until: until } = sealed
  const both = previous !== null && until !== null && until > ctx.clock.now()
  return [open(sealed.secret_sealed), ...(both ? [open(previous)] : [])]
}

/**
 * The headers of the Standard Webhooks specification: id, time of this attempt, one signature per secret.
 * @param deliveryId the same in each attempt, so that the receiver can tell what it has seen
 */
export function signedHeaders(
  secrets: readonly string[],
  deliveryId: string,
  at: Date,
  body: string,
): Record<string, string> {
  return {
    'webhook-id': deliveryId,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(deliveryId, at, body)).join(' '),
  }
}
