import type { World } from '../world.ts'
import { climb } from './ladder.ts'
import { rescore } from './review.ts'
import type { Template } from './store.ts'

/** A message that waits for Meta to be sure of its template. */
interface Held {
  release(): void
  drop(): void
}

interface Gate {
  passed: number
  held: Held[]
  cleared: boolean
}

/**
 * Pacing (platform §5.7): of a marketing template that is not GREEN, so many messages go out at once; the rest waits
 * until people's reactions to those are known, and is then released or dropped together.
 */
export class Pacing {
  readonly #gates = new Map<string, Gate>()

  /** True when the next message of this template has to wait. Counts the message. */
  holds(world: World, template: Template): boolean {
    const { pacing } = world.dials
    if (pacing === 0 || template.category !== 'MARKETING' || template.quality.score === 'GREEN') return false
    const gate = this.#gate(template.id)
    if (gate.cleared) return false
    gate.passed += 1
    return gate.passed > pacing
  }

  /** Lets a message wait; the first one starts the time until the decision. */
  hold(world: World, template: Template, held: Held): void {
    const gate = this.#gate(template.id)
    gate.held.push(held)
    if (gate.held.length > 1) return
    world.scheduler.after(world.dials.pacingHoldMs, () => {
      const good = template.status === 'APPROVED' && ['UNKNOWN', 'GREEN'].includes(template.quality.score)
      this.settle(world, template, good ? 'release' : 'drop')
    })
  }

  /** How many messages of a template wait. */
  waiting(templateId: string): number {
    return this.#gates.get(templateId)?.held.length ?? 0
  }

  /** Meta decides about what waits: all of it goes out, or all of it fails and the template is paused. */
  settle(world: World, template: Template, decision: 'release' | 'drop'): void {
    const gate = this.#gate(template.id)
    const waiting = gate.held.splice(0)
    if (waiting.length === 0) return
    gate.cleared = decision === 'release'
    for (const held of waiting) held[decision]()
    if (decision === 'drop') {
      if (template.status === 'APPROVED') climb(world, template, 'pacing')
    } else if (template.quality.score === 'UNKNOWN') rescore(world, template, 'GREEN')
  }

  /** Begins anew, after a pause. */
  forget(templateId: string): void {
    this.#gates.delete(templateId)
  }

  clear(): void {
    this.#gates.clear()
  }

  #gate(id: string): Gate {
    const gate = this.#gates.get(id) ?? { passed: 0, held: [], cleared: false }
    this.#gates.set(id, gate)
    return gate
  }
}
