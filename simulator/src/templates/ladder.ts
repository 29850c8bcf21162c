import { HOUR } from '../clock.ts'
import type { World } from '../world.ts'
import { decide, rescore } from './review.ts'
import type { Template } from './store.ts'

const STEPS = [
  { ms: 3 * HOUR, title: 'FIRST_PAUSE' },
  { ms: 6 * HOUR, title: 'SECOND_PAUSE' },
] as const

/**
 * One step up the ladder of pauses (platform §5.6): 3 h, 6 h, then disabled. Pauses for quality lift by themselves;
 * those that came from pacing wait for somebody.
 */
export function climb(world: World, template: Template, cause: 'quality' | 'pacing'): void {
  const step = STEPS[template.pauses]
  template.pauses += 1
  if (!step) {
    delete template.pausedUntil
    decide(world, template, 'DISABLED')
    return
  }
  const at = template.pauses
  decide(world, template, 'PAUSED', { title: cause === 'pacing' ? 'RATE_LIMITING_PAUSE' : step.title })
  if (cause === 'pacing') return
  template.pausedUntil = world.clock.now() + step.ms
  world.scheduler.after(step.ms, () => {
    if (template.status === 'PAUSED' && template.pauses === at) lift(world, template, 'APPROVED')
  })
}

/** A pause ends: by itself (`APPROVED`) or because somebody lifted it (`REINSTATED`). Meta looks at it afresh. */
export function lift(world: World, template: Template, event: 'APPROVED' | 'REINSTATED'): void {
  world.opinions.forget(template.id)
  world.pacing.forget(template.id)
  delete template.pausedUntil
  decide(world, template, event, { title: 'UNPAUSE' })
  if (template.quality.score === 'RED') rescore(world, template, 'UNKNOWN')
}
