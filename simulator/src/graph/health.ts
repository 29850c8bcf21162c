import { restricted } from '../account.ts'
import type { BusinessNumber, Waba } from '../numbers.ts'
import type { Template } from '../templates/store.ts'
import type { World } from '../world.ts'

type Ability = 'AVAILABLE' | 'LIMITED' | 'BLOCKED'

interface Trouble {
  error_code: number
  error_description: string
  possible_solution: string
}

interface Entity {
  entity_type: 'PHONE_NUMBER' | 'MESSAGE_TEMPLATE' | 'WABA' | 'BUSINESS' | 'APP'
  id: string
  can_send_message: Ability
  additional_info?: string[]
  errors?: Trouble[]
}

const trouble = (error_code: number, error_description: string, possible_solution: string): Trouble => ({
  error_code,
  error_description,
  possible_solution,
})

const ORDER: readonly Ability[] = ['AVAILABLE', 'LIMITED', 'BLOCKED']

/** The worst of all is what the whole can do (platform §9.1). */
function sum(entities: Entity[]): Record<string, unknown> {
  const worst = Math.max(...entities.map((one) => ORDER.indexOf(one.can_send_message)))
  return { can_send_message: ORDER[worst], entities }
}

/** Whether a number can send, with its account, business and app. */
export function healthOfNumber(world: World, number: BusinessNumber): Record<string, unknown> {
  return sum([numberEntity(world, number), ...around(world, number.wabaId)])
}

/** Whether an account can send. */
export const healthOfWaba = (world: World, waba: Waba): Record<string, unknown> => sum(around(world, waba.id))

/** Whether a template can be sent. */
export function healthOfTemplate(world: World, template: Template): Record<string, unknown> {
  const good = template.status === 'APPROVED'
  const errors = [
    trouble(141002, `The template is ${template.status}.`, 'Wait for the approval, or change it.'),
  ]
  return sum([
    {
      entity_type: 'MESSAGE_TEMPLATE',
      id: template.id,
      can_send_message: good ? 'AVAILABLE' : 'BLOCKED',
      ...(!good && { errors }),
    },
    ...around(world, template.wabaId),
  ])
}

function numberEntity(world: World, number: BusinessNumber): Entity {
  const { registered, nameStatus } = world.numbers.facts(number)
  const errors: Trouble[] = []
  if (!registered) errors.push(trouble(141000, 'The number is not registered.', 'Register the number.'))
  else if (!['CONNECTED', 'FLAGGED'].includes(number.status))
    errors.push(
      trouble(141000, `The number is ${number.status}.`, 'See the quality page in WhatsApp Manager.'),
    )
  const additional_info: string[] = []
  if (nameStatus === 'PENDING_REVIEW') additional_info.push('The display name has not been approved yet.')
  if (number.quality === 'RED') additional_info.push('The quality of the number is low.')
  const can_send_message =
    errors.length > 0 ? 'BLOCKED' : additional_info.length > 0 ? 'LIMITED' : 'AVAILABLE'
  return {
    entity_type: 'PHONE_NUMBER',
    id: number.id,
    can_send_message,
    ...(additional_info.length > 0 && { additional_info }),
    ...(errors.length > 0 && { errors }),
  }
}

function around(world: World, wabaId: string): Entity[] {
  const waba = world.numbers.wabas.get(wabaId)
  if (!waba) return []
  const errors: Trouble[] = []
  if (waba.ban?.state === 'DISABLE')
    errors.push(trouble(141001, 'The account is disabled.', 'Ask for a review.'))
  if (waba.payment === 'failed')
    errors.push(
      trouble(141006, 'There is a problem with the means of payment.', 'Add a means of payment that works.'),
    )
  const limited = restricted(world, waba, 'RESTRICTED_BIZ_INITIATED_MESSAGING')
  const additional_info: string[] = []
  if (limited) additional_info.push('The account may not begin conversations at present.')
  if (waba.ban?.state === 'SCHEDULE_FOR_DISABLE') additional_info.push('The account is going to be disabled.')
  const unverified = waba.verification !== 'verified'
  return [
    {
      entity_type: 'WABA',
      id: waba.id,
      can_send_message: errors.length > 0 ? 'BLOCKED' : additional_info.length > 0 ? 'LIMITED' : 'AVAILABLE',
      ...(additional_info.length > 0 && { additional_info }),
      ...(errors.length > 0 && { errors }),
    },
    {
      entity_type: 'BUSINESS',
      id: `9${waba.id.slice(1)}`,
      can_send_message: unverified ? 'LIMITED' : 'AVAILABLE',
      ...(unverified && { additional_info: ['The business is not verified.'] }),
    },
    { entity_type: 'APP', id: world.setup?.appId ?? '', can_send_message: 'AVAILABLE' },
  ]
}
