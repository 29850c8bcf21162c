import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { restricted } from '../account.ts'
import { HOUR } from '../clock.ts'
import { GraphFault, unknownObject } from '../errors.ts'
import { handshake } from '../handshake.ts'
import { digitsOf, objectId } from '../ids.ts'
import type { BusinessNumber, NumberFacts } from '../numbers.ts'
import { notice } from '../payloads.ts'
import type { World } from '../world.ts'
import { type Call, parse } from './call.ts'

const newNumber = z.looseObject({
  cc: z.string().regex(/^\d{1,3}$/),
  phone_number: z.string().regex(/^[\d\s()/-]{5,20}$/),
  verified_name: z.string().min(1).max(120),
})

/** `POST /{waba}/phone_numbers`: a number that still has to prove itself. @throws GraphFault 368 while forbidden */
export function addNumber({ world, id: wabaId, body }: Call): unknown {
  const waba = world.numbers.wabas.get(wabaId)
  if (!waba) throw unknownObject(wabaId, 'post')
  if (restricted(world, waba, 'RESTRICTED_ADD_PHONE_NUMBER_ACTION'))
    throw new GraphFault(368, 'The account may not add numbers at present.')
  const { cc, phone_number, verified_name } = parse(newNumber, body)
  const digits = cc + digitsOf(phone_number)
  if (world.numbers.byDigits(digits)) throw new GraphFault(100, 'This number belongs to an account already.')
  const id = objectId()
  const displayPhoneNumber = `+${cc} ${phone_number}`
  world.numbers.admit({
    id: waba.id,
    name: waba.name,
    numbers: [{ id, displayPhoneNumber, verifiedName: verified_name }],
  })
  const number = the(world, id)
  number.status = 'PENDING'
  number.limit = world.numbers.of(wabaId)[0]?.limit ?? 'TIER_250'
  Object.assign(world.numbers.facts(number), {
    registered: false,
    verified: false,
    nameStatus: 'PENDING_REVIEW',
  })
  return { id }
}

const request = z.looseObject({
  code_method: z.enum(['SMS', 'VOICE']),
  language: z.string().regex(/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/),
})

/** `POST /{phone}/request_code`: the code comes by SMS or call; here it waits at `/sim/numbers/:id/code` */
export function requestCode({ world, id, body }: Call): unknown {
  parse(request, body)
  const facts = world.numbers.facts(the(world, id))
  if (facts.verified) throw new GraphFault(100, 'The number is verified already.')
  facts.code = String(randomInt(0, 10 ** 6)).padStart(6, '0')
  return { success: true }
}

/** `POST /{phone}/verify_code` */
export function verifyCode({ world, id, body }: Call): unknown {
  const facts = world.numbers.facts(the(world, id))
  const code = parse(z.looseObject({ code: z.string() }), body).code.replace('-', '')
  if (facts.code === undefined || code !== facts.code)
    throw new GraphFault(100, 'The code is not the one that was sent.', { subcode: 2388093 })
  facts.verified = true
  delete facts.code
  return { success: true }
}

const pin = z.string().regex(/^\d{6}$/)
const registration = z.looseObject({ messaging_product: z.literal('whatsapp'), pin })
const REGISTRATIONS = 10
const GUESSES = 5

/** @throws GraphFault 133016 after ten registrations and deregistrations in 72 h */
function countRegistration(facts: NumberFacts, now: number): void {
  facts.registrations = facts.registrations.filter((at) => at > now - 72 * HOUR)
  if (facts.registrations.length >= REGISTRATIONS)
    throw new GraphFault(133016, 'Registering is possible ten times in 72 hours.')
  facts.registrations.push(now)
}

/** `POST /{phone}/register`: the PIN is the number's two-step verification. @throws GraphFault 133005, 133006, 133008, 133016 */
export function registerNumber({ world, id, body }: Call): unknown {
  const number = the(world, id)
  const facts = world.numbers.facts(number)
  const wish = parse(registration, body)
  if (!facts.verified) throw new GraphFault(133006, 'The number has to be verified by a code first.')
  if (facts.wrongPins >= GUESSES)
    throw new GraphFault(133008, 'Too many wrong PINs. Wait and ask for the PIN to be reset.')
  if (facts.pin !== undefined && facts.pin !== wish.pin) {
    facts.wrongPins += 1
    throw new GraphFault(133005, 'The PIN is not the one of this number.')
  }
  countRegistration(facts, world.clock.now())
  facts.wrongPins = 0
  facts.pin = wish.pin
  facts.registered = true
  if (number.status === 'PENDING') number.status = 'CONNECTED'
  return { success: true }
}

/** `POST /{phone}/deregister` @throws GraphFault 133016; 100 while the number is in the WhatsApp Business app too */
export function deregisterNumber({ world, id }: Call): unknown {
  const facts = world.numbers.facts(the(world, id))
  if (facts.onAppSince !== undefined)
    throw new GraphFault(100, 'The number is used in the app; it is disconnected there.')
  countRegistration(facts, world.clock.now())
  facts.registered = false
  return { success: true }
}

const change = z.looseObject({
  new_display_name: z.string().min(1).max(120).optional(),
  pin: pin.optional(),
  webhook_configuration: z
    .looseObject({ override_callback_uri: z.string(), verify_token: z.string().optional() })
    .optional(),
})

/** `POST /{phone}`: another PIN, another name (to be reviewed), or another address for the webhooks, with handshake */
export async function changeNumber({ world, id, body, query }: Call): Promise<unknown> {
  const number = the(world, id)
  const facts = world.numbers.facts(number)
  const wish = parse(change, body ?? query)
  if (wish.new_display_name) facts.newName = { name: wish.new_display_name, status: 'PENDING_REVIEW' }
  const override = wish.webhook_configuration
  if (override) {
    const uri = override.override_callback_uri
    if (uri !== '' && (!URL.canParse(uri) || !(await handshake(uri, override.verify_token ?? ''))))
      throw new GraphFault(100, 'The callback URL could not be verified.', { subcode: 2200 })
    if (uri === '') delete facts.overrideCallback
    else facts.overrideCallback = uri
  }
  if (wish.pin !== undefined) {
    facts.pin = wish.pin
    facts.wrongPins = 0
    const display_phone_number = digitsOf(number.displayPhoneNumber)
    const value = { display_phone_number, event: 'PIN_CHANGED', requester: world.setup?.appId }
    world.webhooks(notice(number.wabaId, 'security', value, world.clock.now()))
  }
  return { success: true }
}

const REGIONS = ['DE', 'CH', 'GB', 'AU', 'ID', 'IN', 'JP', 'SG', 'KR', 'BR', 'BH', 'ZA', 'AE', 'CA'] as const
const settings = z.looseObject({
  user_identity_change: z.looseObject({ enable_identity_key_check: z.boolean() }).optional(),
  storage_configuration: z
    .discriminatedUnion('status', [
      z.looseObject({
        status: z.literal('IN_COUNTRY_STORAGE_ENABLED'),
        data_localization_region: z.enum(REGIONS),
      }),
      z.looseObject({
        status: z.literal('NO_STORAGE_ENABLED'),
        retention_minutes: z.number().int().min(60).optional(),
      }),
      z.looseObject({ status: z.literal('DEFAULT') }),
    ])
    .optional(),
})

/** `POST /{phone}/settings`: identity check; storage, while the number is not registered. @throws GraphFault 100 */
export function changeSettings({ world, id, body }: Call): unknown {
  const number = the(world, id)
  const facts = world.numbers.facts(number)
  const wish = parse(settings, body)
  if (wish.storage_configuration && facts.registered)
    throw new GraphFault(100, 'Storage can be set while the number is not registered only.')
  facts.settings = { ...facts.settings, ...wish }
  const check = wish.user_identity_change?.enable_identity_key_check
  if (check !== undefined) number.identityCheck = check
  return { success: true }
}

/** `GET /{phone}/settings` */
export function getSettings({ world, id }: Call): unknown {
  const storage_configuration = { status: 'DEFAULT' }
  return { storage_configuration, ...world.numbers.facts(the(world, id)).settings, id }
}

function the(world: World, id: string): BusinessNumber {
  const number = world.numbers.find(id)
  if (!number) throw unknownObject(id)
  return number
}
