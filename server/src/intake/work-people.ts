import { type Context, withTransaction } from '../platform/index.ts'
import { attempt } from './attempt.ts'
import { processPersonUpdate } from './process-person.ts'
import { finishPerson, peopleWaiting, takePerson, type WaitingUpdate } from './store.ts'

/** A round is short, so that whoever writes meanwhile is not kept waiting for all of it. */
const PEOPLE_PER_ROUND = 30
/** People whose updates are processed at the same time; on the embedded database they take turns. */
const PEOPLE_AT_ONCE = 10

export interface Round {
  processed: number
  /** Whether something waits that another worker has in hand: it may come back. */
  busy: boolean
}

/** A round over the people of one business who wrote, longest waiting first. */
export async function workPeople(ctx: Context, stop?: AbortSignal): Promise<Round> {
  const waiting = await peopleWaiting(ctx, PEOPLE_PER_ROUND)
  const round: Round = { processed: 0, busy: false }
  const next = async () => {
    for (let digest = waiting.shift(); digest && !stop?.aborted; digest = waiting.shift()) {
      // Added only after the wait: several of these run at once.
      const { processed, busy } = await workPerson(ctx, digest)
      round.processed += processed
      round.busy ||= busy
    }
  }
  await Promise.all(Array.from({ length: Math.min(PEOPLE_AT_ONCE, waiting.length) }, next))
  return round
}

/** Everything one person did, in order, each in its own transaction, so that a STOP never waits for what came before. */
async function workPerson(ctx: Context, digest: string): Promise<Round> {
  for (let processed = 0; ; processed++) {
    let current: WaitingUpdate | undefined
    const done = await attempt(
      ctx,
      () => current,
      () =>
        withTransaction(ctx, async (tx) => {
          const first = await takePerson(tx, digest)
          if (first === 'busy' || first === undefined) return first ?? 'nothing'
          current = first
          const contactId = await processPersonUpdate(tx, first)
          await finishPerson(tx, first, contactId)
          return 'processed'
        }),
    )
    if (done === 'busy' || done === 'nothing') return { processed, busy: done === 'busy' }
  }
}
