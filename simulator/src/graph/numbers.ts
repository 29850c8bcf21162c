import { z } from 'zod'
import { restricted } from '../account.ts'
import { unknownObject } from '../errors.ts'
import type { BusinessNumber } from '../numbers.ts'
import type { World } from '../world.ts'
import { type Call, page, parse, pick } from './call.ts'
import { healthOfNumber } from './health.ts'

const USUAL = [
  'verified_name',
  'code_verification_status',
  'display_phone_number',
  'quality_rating',
  'platform_type',
  'throughput',
  'id',
]

function present(world: World, number: BusinessNumber): Record<string, unknown> {
  const facts = world.numbers.facts(number)
  const waba = world.numbers.wabas.get(number.wabaId)
  const limited = restricted(world, waba, 'RESTRICTED_BIZ_INITIATED_MESSAGING')
  const status = limited && number.status === 'CONNECTED' ? 'RESTRICTED' : number.status
  return {
    id: number.id,
    verified_name: number.verifiedName,
    display_phone_number: number.displayPhoneNumber,
    quality_rating: number.quality,
    code_verification_status: facts.verified ? 'VERIFIED' : 'NOT_VERIFIED',
    platform_type: 'CLOUD_API',
    throughput: { level: number.throughput },
    status: facts.registered || number.status === 'PENDING' ? status : 'DISCONNECTED',
    name_status: facts.nameStatus,
    new_name_status: facts.newName?.status ?? 'NONE',
    ...(facts.newName && { new_display_name: facts.newName.name }),
    is_on_biz_app: facts.onAppSince !== undefined,
    conversational_automation: { id: number.id, ...facts.conversation },
    ...(facts.username && { username: facts.username.name }),
    whatsapp_business_manager_messaging_limit: number.limit,
    messaging_limit_tier: number.limit,
    is_official_business_account: false,
    account_mode: 'SANDBOX',
    is_pin_enabled: facts.pin !== undefined,
    webhook_configuration: {
      application: world.setup?.callbackUrl,
      ...(waba?.overrideCallback && { whatsapp_business_account: waba.overrideCallback }),
      ...(facts.overrideCallback && { phone_number: facts.overrideCallback }),
    },
    health_status: healthOfNumber(world, number),
  }
}

/** `GET /{phone}?fields=…` */
export function getNumber({ world, id, query }: Call): unknown {
  return pick(present(world, the(world, id)), query.fields, USUAL)
}

/** `GET /{waba}/phone_numbers` */
export function listNumbers(call: Call): unknown {
  const { world, id, query } = call
  return page(world.numbers.of(id), call, (number) => pick(present(world, number), query.fields, USUAL))
}

const VERTICALS = (
  'UNDEFINED OTHER AUTO BEAUTY APPAREL EDU ENTERTAIN EVENT_PLAN FINANCE GROCERY GOVT HOTEL HEALTH NONPROFIT ' +
  'PROF_SERVICES RETAIL TRAVEL RESTAURANT NOT_A_BIZ'
).split(' ')

const profileSchema = z.looseObject({
  messaging_product: z.literal('whatsapp'),
  about: z.string().min(1).max(139).optional(),
  address: z.string().max(256).optional(),
  description: z.string().max(512).optional(),
  email: z.string().max(128).optional(),
  websites: z.array(z.string().max(256)).max(2).optional(),
  vertical: z.enum(VERTICALS).optional(),
  profile_picture_handle: z.string().optional(),
})

/** `POST /{phone}/whatsapp_business_profile` */
export function changeProfile({ world, id, body }: Call): unknown {
  const facts = world.numbers.facts(the(world, id))
  const { messaging_product: _, profile_picture_handle, ...fields } = parse(profileSchema, body)
  const picture = profile_picture_handle ? world.media.byHandle(profile_picture_handle) : undefined
  facts.profile = {
    ...facts.profile,
    ...fields,
    ...(picture && { profile_picture_url: `${world.url}/sim/media/${picture.id}` }),
  }
  return { success: true }
}

/** `GET /{phone}/whatsapp_business_profile?fields=…` */
export function getProfile({ world, id, query }: Call): unknown {
  const { profile } = world.numbers.facts(the(world, id))
  return {
    data: [{ ...pick(profile, query.fields, Object.keys(profile)), messaging_product: 'whatsapp' }],
  }
}

function the(world: World, id: string): BusinessNumber {
  const number = world.numbers.find(id)
  if (!number) throw unknownObject(id)
  return number
}
