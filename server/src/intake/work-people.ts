import { type Context, type Runtime, withTransaction } from '../platform/index.ts'
import { attempt, isAway } from './attempt.ts'
import { processPersonUpdate } from './process-person.ts'
import { contextOf, finishPerson, peopleWaiting, takePerson, type WaitingUpdate } from './store.ts'

/** Updates of one business. A round is short, so that whoever writes meanwhile is not kept waiting for all of it. */
const LOOKED_AT = 30
/** People whose updates are processed at the same time; on the embedded database they take turns. */
const PEOPLE_AT_ONCE = 10

export interface Round {
  processed: number
  /** Whether more may wait than one round takes; whatever comes meanwhile wakes the worker again. */
  more: boolean
  /** Whether something waits that another worker has in hand: it may come back. */
  busy: boolean
}

/**
 * A round over the people who wrote, longest waiting first; a few of each business. Whose updates can be neither processed nor
 * put aside is in nobody's way.
 */
export async function workPeople(runtime: Runtime, stop?: AbortSignal): Promise<Round> {
  const waiting = await peopleWaiting(runtime, LOOKED_AT)
  const seen = waiting.reduce((sum, { updates }) => sum + updates, 0)
  const round: Round = { processed: 0, more: seen >= LOOKED_AT, busy: false }
  const next = async () => {
    for (let person = waiting.shift(); person && !stop?.aborted; person = waiting.shift()) {
      const ctx = contextOf(runtime, person.businessId)
      try {
        // Added only after the wait: several of these run at once.
        const { processed, busy } = await workPerson(ctx, person.personDigest)
        round.processed += processed
        round.busy ||= busy
      } catch (error) {
        if (isAway(error)) throw error
        runtime.log.error({ err: error, business: ctx.businessId }, 'the updates of a person wait on')
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(PEOPLE_AT_ONCE, waiting.length) }, next))
  // Where nothing could be done, looking again at once would find the same.
  round.more &&= round.processed > 0
  return round
}

/** Everything one person did, in order, each in its own transaction, so that a STOP never waits for what came before. */
async function workPerson(ctx: Context, digest: string): Promise<Pick<Round, 'processed' | 'busy'>> {
  for (let processed = 0; ; processed++) {
    let current: WaitingUpdate | undefined
    const done = await attempt(
      ctx,
      () => current,
      () =>
        withTransaction(ctx, async (tx) => {
          const turn = await takePerson(tx, digest)
          if (turn === 'busy') return turn
          if (!turn.first) return 'nothing'
          current = turn.first
          const contactId = await processPersonUpdate(tx, turn.first)
          await finishPerson(tx, turn.first, contactId)
          return turn.more ? 'more' : 'last'
        }),
    )
    if (done === 'busy' || done === 'nothing') return { processed, busy: done === 'busy' }
    if (done === 'last') return { processed: processed + 1, busy: false }
  }
}
