import type { Context } from '../platform/index.ts'
import { notify } from '../standing/index.ts'
import { enqueueMails } from './mail.ts'

/** Tells whoever may decide that somebody asks to be let in; in the caller's transaction. */
export async function tellApplication(tx: Context): Promise<void> {
  await notify(tx, { kind: 'admission.applied', severity: 'info', entity: 'admission' })
  await enqueueMails(tx, 'applied')
}

/** Tells the business what was decided about it; in the caller's transaction. */
export async function tellDecision(tx: Context, approve: boolean): Promise<void> {
  const what = approve ? 'approved' : 'refused'
  await notify(tx, {
    kind: `admission.${what}`,
    severity: approve ? 'success' : 'warning',
    entity: 'admission',
  })
  await enqueueMails(tx, what)
}
