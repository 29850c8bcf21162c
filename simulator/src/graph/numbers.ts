import { z } from 'zod'
import { GraphFault, unknownObject } from '../errors.ts'
import type { BusinessNumber } from '../numbers.ts'
import type { World } from '../world.ts'
import { type Call, page, parse, pick } from './call.ts'

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
  const { registered } = world.numbers.facts(number)
  const able = registered && ['CONNECTED', 'FLAGGED'].includes(number.status)
  const waba = world.numbers.wabas.get(number.wabaId)
  return {
    id: number.id,
    verified_name: number.verifiedName,
    display_phone_number: number.displayPhoneNumber,
    quality_rating: number.quality,
    code_verification_status: 'VERIFIED',
    platform_type: 'CLOUD_API',
    throughput: { level: number.throughput },
    status: registered ? number.status : 'DISCONNECTED',
    name_status: 'APPROVED',
    whatsapp_business_manager_messaging_limit: number.limit,
    messaging_limit_tier: number.limit,
    is_official_business_account: false,
    account_mode: 'SANDBOX',
    is_pin_enabled: world.numbers.facts(number).pin !== undefined,
    conversational_automation: world.numbers.facts(number).automation && {
      id: number.id,
      ...world.numbers.facts(number).automation,
    },
    webhook_configuration: { application: waba?.overrideCallback ?? world.setup?.callbackUrl },
    health_status: {
      can_send_message: able ? 'AVAILABLE' : 'BLOCKED',
      entities: [
        { entity_type: 'PHONE_NUMBER', id: number.id, can_send_message: able ? 'AVAILABLE' : 'BLOCKED' },
      ],
    },
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

const pinSchema = z.looseObject({
  messaging_product: z.literal('whatsapp'),
  pin: z.string().regex(/^\d{6}$/),
})

/** `POST /{phone}/register` @throws GraphFault 133005 for a wrong PIN */
export function registerNumber({ world, id, body }: Call): unknown {
  const facts = world.numbers.facts(the(world, id))
  const { pin } = parse(pinSchema, body)
  if (facts.pin !== undefined && facts.pin !== pin)
    throw new GraphFault(133005, 'The PIN is not the one of this number.')
  facts.pin = pin
  facts.registered = true
  return { success: true }
}

const changeSchema = z.looseObject({
  pin: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
})

/** `POST /{phone}`: another PIN for the two-step verification */
export function changeNumber({ world, id, body }: Call): unknown {
  const facts = world.numbers.facts(the(world, id))
  const { pin } = parse(changeSchema, body)
  if (pin !== undefined) facts.pin = pin
  return { success: true }
}

const automationSchema = z.looseObject({
  prompts: z.array(z.string().min(1).max(80)).max(4).optional(),
  commands: z
    .array(
      z.looseObject({
        command_name: z.string().min(1).max(32),
        command_description: z.string().min(1).max(256),
      }),
    )
    .max(30)
    .optional(),
})

/** `POST /{phone}/conversational_automation`: ice breakers and commands; what is left out stays */
export function changeAutomation({ world, id, body }: Call): unknown {
  const facts = world.numbers.facts(the(world, id))
  const { prompts, commands } = parse(automationSchema, body)
  facts.automation = { ...facts.automation, ...(prompts && { prompts }), ...(commands && { commands }) }
  return { success: true }
}

/** `POST /{phone}/deregister` */
export function deregisterNumber({ world, id }: Call): unknown {
  world.numbers.facts(the(world, id)).registered = false
  return { success: true }
}

const settingsSchema = z.looseObject({
  user_identity_change: z.looseObject({ enable_identity_key_check: z.boolean() }).optional(),
})

/** `POST /{phone}/settings`: identity check, storage, and whatever else is set */
export function changeSettings({ world, id, body }: Call): unknown {
  const number = the(world, id)
  const facts = world.numbers.facts(number)
  const wish = parse(settingsSchema, body)
  facts.settings = { ...facts.settings, ...wish }
  const check = wish.user_identity_change?.enable_identity_key_check
  if (check !== undefined) number.identityCheck = check
  return { success: true }
}

/** `GET /{phone}/settings` */
export function getSettings({ world, id }: Call): unknown {
  return { ...world.numbers.facts(the(world, id)).settings, id }
}

const profileSchema = z.looseObject({
  messaging_product: z.literal('whatsapp'),
  about: z.string().min(1).max(139).optional(),
  address: z.string().max(256).optional(),
  description: z.string().max(512).optional(),
  email: z.string().max(128).optional(),
  websites: z.array(z.string().max(256)).max(2).optional(),
  vertical: z.string().optional(),
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
