import { DAY } from './clock.ts'
import type { BusinessNumber, Restriction, Waba } from './numbers.ts'
import { notice } from './payloads.ts'
import { banDate, presentNumber } from './standing.ts'
import type { World } from './world.ts'

/** Tells of something that happened to an account, in `account_update` (platform §4.7). */
export function tellAccount(
  world: World,
  waba: Waba,
  event: string,
  more: Record<string, unknown> = {},
): void {
  world.webhooks(notice(waba.id, 'account_update', { event, ...more }, world.clock.now()))
}

/** Meta restricts an account for some days; the end comes without a word, as with Meta. */
export function restrict(world: World, waba: Waba, type: Restriction, days: number): void {
  const until = world.clock.now() + days * DAY
  waba.restrictions = [...waba.restrictions.filter((one) => one.type !== type), { type, until }]
  const restriction_info = [{ restriction_type: type, expiration: Math.floor(until / 1000) }]
  tellAccount(world, waba, 'ACCOUNT_RESTRICTION', { restriction_info })
}

/** Whether an account is under a restriction now. */
export const restricted = (world: World, waba: Waba | undefined, type: Restriction): boolean =>
  waba?.restrictions.some((one) => one.type === type && one.until > world.clock.now()) ?? false

/** The account will be disabled in some days, unless it is reinstated before. */
export function scheduleBan(world: World, waba: Waba, days: number): void {
  const at = world.clock.now() + days * DAY
  waba.ban = { state: 'SCHEDULE_FOR_DISABLE', at }
  const { ban } = waba
  tellBan(world, waba, 'SCHEDULE_FOR_DISABLE', at)
  world.scheduler.after(days * DAY, () => {
    if (waba.ban === ban) disable(world, waba)
  })
}

/** The account is disabled: its numbers are banned and send nothing. */
export function disable(world: World, waba: Waba): void {
  const at = world.clock.now()
  waba.ban = { state: 'DISABLE', at }
  setAll(world, waba, 'BANNED')
  tellBan(world, waba, 'DISABLE', at)
}

/** A ban is lifted, or does not come. */
export function reinstate(world: World, waba: Waba): void {
  const at = waba.ban?.at ?? world.clock.now()
  delete waba.ban
  setAll(world, waba, 'CONNECTED')
  tellBan(world, waba, 'REINSTATE', at)
}

function tellBan(world: World, waba: Waba, state: string, at: number): void {
  tellAccount(world, waba, 'DISABLED_UPDATE', {
    ban_info: { waba_ban_state: state, waba_ban_date: banDate(at) },
  })
}

function setAll(world: World, waba: Waba, status: BusinessNumber['status']): void {
  for (const number of world.numbers.of(waba.id)) {
    number.status = status
    world.events.emit('numbers', presentNumber(world, number))
  }
}
