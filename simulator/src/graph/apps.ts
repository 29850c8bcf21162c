import { GraphFault } from '../errors.ts'
import type { World } from '../world.ts'
import type { Call } from './call.ts'

const SCOPES = ['whatsapp_business_management', 'whatsapp_business_messaging', 'business_management']

/** `GET /debug_token?input_token=…`: what a token may do */
export function debugToken(world: World, inputToken: string | undefined): unknown {
  if (!inputToken) throw new GraphFault(100, "Parameter 'input_token' is required")
  const app_id = world.setup?.appId
  if (inputToken !== world.setup?.token) {
    const error = { code: 190, message: 'The access token could not be decrypted', subcode: 467 }
    return { data: { app_id, is_valid: false, error, scopes: [] } }
  }
  const target_ids = [...world.numbers.wabas.keys()]
  return {
    data: {
      app_id,
      type: 'SYSTEM_USER',
      application: 'Jawort',
      data_access_expires_at: 0,
      expires_at: 0,
      is_valid: true,
      issued_at: Math.floor(world.clock.now() / 1000),
      scopes: SCOPES,
      granular_scopes: SCOPES.slice(0, 2).map((scope) => ({ scope, target_ids })),
      user_id: '100000000000001',
    },
  }
}

/** `GET /{app}` */
export const getApp = ({ id }: Call): unknown => ({ id, name: 'Jawort', link: 'http://127.0.0.1/' })
