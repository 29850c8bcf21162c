import { z } from 'zod'

const NumberState = z.looseObject({ status: z.string().catch('') })
const NOT_REGISTERED = ['PENDING', 'DISCONNECTED', 'OFFLINE', 'UNVERIFIED', 'MIGRATED']

/** Whether a number, as Meta describes it, is registered with the Cloud API. Source: Meta, phone number `status`. */
export function isRegistered(number: unknown): boolean {
  return !NOT_REGISTERED.includes(NumberState.parse(number).status)
}
