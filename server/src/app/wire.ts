import { businessCreated } from '../businesses/index.ts'
import { consentChanged, expireConsents, expireQuestions } from '../consent/index.ts'
import { seedRates } from '../costs/index.ts'
import type { Runtime } from '../platform/index.ts'
import type { Live } from './live.ts'

/** Joins the features: who listens to whose hook, and which jobs run. The only place where that is written down. */
export function wire(runtime: Runtime, live: Live): void {
  const { hooks, jobs } = runtime

  hooks.on(businessCreated, (tx) => seedRates(tx))
  hooks.on(consentChanged, async (tx, { contactId }) => live.tell(tx, 'contact', { contactId }))

  jobs.on(expireConsents, async () => {
    await expireQuestions(runtime)
  })
}
