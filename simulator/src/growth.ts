import { DAY, HOUR } from './clock.ts'
import { type BusinessNumber, LIMITS } from './numbers.ts'
import { notice } from './payloads.ts'
import { CEILING } from './reach.ts'
import { changeStanding } from './standing.ts'
import type { World } from './world.ts'

const CONSIDER = 6 * HOUR
const FOR_HIGH_THROUGHPUT = 100_000
const UPGRADE_MS = 60_000

/**
 * Looks whether an account used its limit well enough for the next one (platform §6.1): half of it in 7 days, no
 * number RED, and for the first step a verified business. The answer comes within six hours: a higher limit, or an
 * alert that it was put off.
 */
export function considerGrowth(world: World, number: BusinessNumber): void {
  const waba = world.numbers.wabas.get(number.wabaId)
  if (!waba || waba.considering) return
  const now = world.clock.now()
  if (number.limit === 'TIER_UNLIMITED') {
    considerThroughput(world, number, now)
    return
  }
  if (number.limit === 'TIER_250' && waba.verification !== 'verified') return
  if (world.reach.countWeek(waba.id, now) < CEILING[number.limit] / 2) return
  grow(world, number)
}

/** The business was verified: from the first limit it rises without any use. */
export function growByVerification(world: World, wabaId: string): void {
  const number = world.numbers.of(wabaId).find((one) => one.limit === 'TIER_250')
  if (number) grow(world, number)
}

function grow(world: World, number: BusinessNumber): void {
  const waba = world.numbers.wabas.get(number.wabaId)
  const from = number.limit
  const next = LIMITS[LIMITS.indexOf(from) + 1]
  if (!waba || waba.considering || !next) return
  waba.considering = true
  world.scheduler.after(CONSIDER, () => {
    if (number.limit !== from) {
      waba.considering = false
      return
    }
    if (world.numbers.of(waba.id).some((one) => one.quality === 'RED')) {
      putOff(world, waba.id)
      world.scheduler.after(DAY, () => {
        waba.considering = false
      })
      return
    }
    waba.considering = false
    changeStanding(world, number, { limit: next })
  })
}

function putOff(world: World, wabaId: string): void {
  const alert_info = {
    alert_severity: 'WARNING',
    alert_status: 'ACTIVE',
    alert_type: 'INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED',
    alert_description: 'A higher messaging limit was put off because of the quality of the messages.',
  }
  const value = { entity_type: 'BUSINESS', entity_id: wabaId, alert_info }
  world.webhooks(notice(wabaId, 'account_alerts', value, world.clock.now()))
}

/** 1,000 messages a second for who reaches 100,000 people a day; a minute of maintenance comes with it (131057). */
function considerThroughput(world: World, number: BusinessNumber, now: number): void {
  if (number.throughput === 'HIGH' || number.quality === 'RED') return
  if (world.reach.count(number.wabaId, now) < FOR_HIGH_THROUGHPUT) return
  world.numbers.facts(number).busyUntil = now + UPGRADE_MS
  changeStanding(world, number, { throughput: 'HIGH' })
}
