import { DAY } from '../clock.ts'
import { Refused } from '../people.ts'
import type { World } from '../world.ts'
import { decide } from './review.ts'
import type { Template } from './store.ts'

const OPEN_FOR = 60 * DAY

/**
 * Somebody appeals against a rejection or against being disabled; the answer comes a day later.
 * @throws Refused 409 when there is nothing to appeal against, or 60 days after the rejection
 */
export function appeal(world: World, template: Template, granted: boolean): void {
  const before = template.status
  if (before !== 'REJECTED' && before !== 'DISABLED')
    throw new Refused(409, 'Only a rejected or disabled template can be appealed for.')
  if (template.rejectedAt !== undefined && template.rejectedAt < world.clock.now() - OPEN_FOR)
    throw new Refused(409, 'The time for an appeal, 60 days, is over.')
  const reason = template.rejectedReason
  decide(world, template, 'IN_APPEAL')
  world.scheduler.after(DAY, () => {
    if (template.status !== 'IN_APPEAL') return
    if (!granted) decide(world, template, before, before === 'REJECTED' ? { reason } : {})
    else {
      template.pauses = 0
      decide(world, template, before === 'DISABLED' ? 'REINSTATED' : 'APPROVED')
    }
  })
}
