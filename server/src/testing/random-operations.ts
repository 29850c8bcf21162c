import fc from 'fast-check'
import type { Kind } from '../dispatch/kinds.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../platform/index.ts'
import type { Steer, Will } from './random-acts.ts'
import type { Answer, News } from './random-senders.ts'

/** One thing that can happen. */
export type Op =
  | { do: 'take' | 'start' | 'die'; who: number }
  | { do: 'claim'; who: number; messages: number }
  | { do: 'answer'; picks: [number, Answer][] }
  | { do: 'news'; picks: [number, News][] }
  | { do: 'rewrite'; nth: number }
  | { do: 'person'; nth: number; will: Will }
  | { do: 'campaign'; nth: number; how: Steer }
  | { do: 'template'; state: 'approved' | 'paused' }
  | { do: 'service'; nth: number; kind: Exclude<Kind, 'campaign'> }
  | { do: 'wait'; ms: number }
  | { do: 'doubt' | 'tick' | 'judged' }

const many = <T>(times: number, what: T): T[] => Array.from({ length: times }, () => what)
const nth = fc.nat(40)
const who = fc.constantFrom(0, 0, 0, 1)
const code = fc.constantFrom(131000, 131056, 131049, 130429, 131026, 132015, 190)
const answer = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Answer>('accepted', 'held', 'unknown') },
  code,
)
const news = fc.oneof({ weight: 3, arbitrary: fc.constantFrom<News>('sent', 'delivered', 'read') }, code)
const picks = <T>(what: fc.Arbitrary<T>) =>
  fc.array(fc.tuple(nth, what), { minLength: 1, maxLength: 12, size: 'max' })
const claim = { do: fc.constant('claim' as const), who, messages: fc.integer({ min: 1, max: 12 }) }
const person = { do: fc.constant('person' as const), nth }
const leave = fc.record({ ...person, will: fc.constantFrom<Will>('stop', 'stop', 'erase') })
const kind = fc.constantFrom('question' as const, 'reply' as const, 'template' as const, 'welcome' as const)
const wait = [
  ...many(6, 7 * SECOND),
  ...many(3, 2 * MINUTE),
  ...many(2, 11 * MINUTE),
  2 * HOUR,
  12 * HOUR,
  DAY,
  3 * DAY,
]
const steers: Steer[] = [
  ...many(3, 'pause' as const),
  ...many(9, 'resume' as const),
  ...many(2, 'release' as const),
  'cancel',
]
const one = (weight: number, arbitrary: fc.Arbitrary<Op>) => ({
  weight,
  arbitrary: arbitrary.map((op) => [op]),
})
/** What happens, one after the other; shrinks by leaving things out. */
export const operations: fc.Arbitrary<Op[]> = fc
  .array(
    fc.oneof(
      // What a process does in one go, unless something comes in between.
      { weight: 6, arbitrary: fc.record(claim).map((op): Op[] => [op, { do: 'start', who: op.who }]) },
      // Somebody leaves between the claim and its requests.
      {
        weight: 5,
        arbitrary: fc
          .tuple(fc.record(claim), fc.array(leave, { minLength: 1, maxLength: 3 }))
          .map(([op, leaving]): Op[] => [op, ...leaving, { do: 'start', who: op.who }]),
      },
      one(5, fc.record(claim)),
      one(3, fc.record({ do: fc.constantFrom('take' as const, 'start' as const, 'start' as const), who })),
      one(1, fc.record({ do: fc.constant('die' as const), who })),
      one(9, fc.record({ do: fc.constant('answer' as const), picks: picks(answer) })),
      one(4, fc.record({ do: fc.constant('news' as const), picks: picks(news) })),
      one(4, fc.record({ do: fc.constant('rewrite' as const), nth })),
      one(
        4,
        fc.record({
          ...person,
          will: fc.constantFrom<Will>('stop', 'stop', 'stop', 'return', 'return', 'erase'),
        }),
      ),
      one(
        2,
        fc.record({
          ...person,
          will: fc.constantFrom<Will>('hold', 'unhold', 'restrict', 'unrestrict', 'suppress'),
        }),
      ),
      one(3, fc.record({ do: fc.constant('campaign' as const), nth, how: fc.constantFrom(...steers) })),
      one(
        1,
        fc.record({
          do: fc.constant('template' as const),
          state: fc.constantFrom('approved' as const, 'paused' as const),
        }),
      ),
      one(2, fc.record({ do: fc.constant('service' as const), nth, kind })),
      one(4, fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(...wait) })),
      one(2, fc.record({ do: fc.constantFrom('doubt' as const, 'tick' as const) })),
    ),
    { minLength: 15, maxLength: 40, size: 'max' },
  )
  .map((phrases) => phrases.flat())
