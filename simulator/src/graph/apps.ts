import { GraphFault } from '../errors.ts'
import type { World } from '../world.ts'
import type { Call } from './call.ts'

/** `GET /debug_token?input_token=…`: what a token may do */
export function debugToken(world: World, inputToken: string | undefined): unknown {
  if (!inputToken) throw new GraphFault(100, "Parameter 'input_token' is required")
  const app_id = world.setup?.appId
  const grant = world.tokens.find(inputToken)
  const expired = grant !== undefined && grant.expiresAt > 0 && grant.expiresAt <= world.clock.now()
  if (grant === undefined || expired) {
    const error = expired
      ? { code: 190, message: 'Error validating access token: Session has expired.', subcode: 463 }
      : { code: 190, message: 'The access token could not be decrypted', subcode: 467 }
    return { data: { app_id, is_valid: false, error, scopes: [] } }
  }
  const target_ids = [...world.numbers.wabas.keys()]
  return {
    data: {
      app_id,
      type: 'SYSTEM_USER',
      application: 'Jawort',
      data_access_expires_at: 0,
      expires_at: Math.floor(grant.expiresAt / 1000),
      is_valid: true,
      issued_at: Math.floor(world.clock.now() / 1000),
      scopes: grant.scopes,
      granular_scopes: grant.scopes
        .filter((scope) => scope.startsWith('whatsapp'))
        .map((scope) => ({ scope, target_ids })),
      user_id: '100000000000001',
    },
  }
}

/** `GET /{app}` */
export const getApp = ({ id }: Call): unknown => ({ id, name: 'Jawort', link: 'http://127.0.0.1/' })
