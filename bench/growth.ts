import type { Bench, BenchContext } from './harness.ts'
import { paceOf } from './run/pace.ts'
import { startResponder } from './run/start-responder.ts'
import { seed, seedMore } from './seed/index.ts'
import { memoryLimit, sendQueued } from './send/index.ts'

const UNPACED = 1_000_000

interface Plan {
  /** People at most; longer queues have several campaigns to the same people. */
  people: number
  /** Messages that stay in the queue while it is measured. */
  sizes: number[]
  /** Messages sent at every size, and how many of the first are not counted. */
  send: number
  skip: number
}

interface Step {
  size: number
  perSecond: number
  restMb: number
  peakMb: number
}

/** The longest queue and the shortest are measured so often, in turns: a machine's pace changes between two moments. */
const TURNS = 5

const bench: Bench = {
  name: 'growth',
  title:
    'A fixed number of messages is sent while the queue holds at least so many more: the rate must not depend on the length of the ' +
    'queue, nor must the memory of the process. The shortest queue stands in a database of its own and is measured beside the longest, ' +
    'in turns. Every measurement has a process of its own.',
  stores: ['postgres', 'pglite'],
  async run(bench) {
    const plan = planFor(bench)
    const [short, ...longer] = plan.sizes
    const longest = longer.pop()
    if (short === undefined || longest === undefined)
      throw new Error(
        `Two lengths are compared: give a size of at least ${planFor({ ...bench, size: undefined }).sizes[1]}.`,
      )
    const grow = await openQueue(bench, plan)
    const steps = [await grow(short)]
    for (const size of longer) steps.push(await grow(size))
    const stay = await openQueue(bench, plan)
    const limits: Step[] = []
    const values: Step[] = []
    for (let turn = 0; turn < TURNS; turn++) {
      limits.push(await stay(short))
      values.push(await grow(longest))
    }
    show(bench, { short, longest, limits, values, steps: [...steps, ...values] })
  },
}

/** An empty queue in a database of its own. @returns fills it up to a size and some more, and sends these */
async function openQueue(bench: BenchContext, plan: Plan): Promise<(size: number) => Promise<Step>> {
  const place = await bench.place({ atNoon: true })
  let people = 0
  let left = 0
  let shop: Parameters<typeof seedMore>[1]['shop'] | undefined
  return async (size) => {
    bench.say(`queueing ${size} and ${plan.send} more …`)
    const messages = size + plan.send - left
    const more = Math.max(0, Math.min(messages, plan.people) - people)
    const input = { people: more, messages }
    const filled: { shop: NonNullable<typeof shop> } = shop
      ? await seedMore(place, { ...input, shop, from: people })
      : await seed(place, { ...input, throughput: UNPACED, often: true })
    shop = filled.shop
    people += more
    bench.say('sending …')
    const responder = await startResponder()
    const sent = await sendQueued({ place, responderUrl: responder.url, messages: plan.send, all: false })
    const stats = await responder.stats()
    await responder.stop()
    left = size + plan.send - stats.requests
    const endedAt = stats.thousands[plan.send / 1000 - 1] ?? stats.lastAt
    const perSecond = paceOf(stats, { messages: plan.send, skip: plan.skip, endedAt })
    bench.say(`${size} queued: ${Math.round(perSecond)} messages/s, ${sent.peakMb} MB`)
    return { size, perSecond, restMb: sent.restMb, peakMb: sent.peakMb }
  }
}

function planFor({ quick, size, store }: BenchContext): Plan {
  if (quick) return { people: 150, sizes: [100, 300], send: 200, skip: 0 }
  const sizes = store === 'pglite' ? [2_000, 20_000, 200_000] : [10_000, 100_000, 1_000_000, 3_000_000]
  // The first seconds are slower at every length: plans are made, and what is compiled warms up.
  const [send, skip] = store === 'pglite' ? [5_000, 2_000] : [30_000, 10_000]
  return { people: 1_000_000, sizes: sizes.filter((one) => one <= (size ?? one)), send, skip }
}

interface Seen {
  short: number
  longest: number
  /** The shortest queue and the longest, in turns. */
  limits: readonly Step[]
  values: readonly Step[]
  /** Everything about the growing queue, as it grew. */
  steps: readonly Step[]
}

function show(bench: BenchContext, { short, longest, limits, values, steps }: Seen): void {
  const rate = (some: readonly Step[]) => {
    const sorted = some.map((step) => step.perSecond).sort((a, b) => a - b)
    return sorted[Math.floor(sorted.length / 2)] ?? 0
  }
  bench.report({
    value: rate(values),
    unit: 'messages/s',
    limit: rate(limits),
    against: `the rate with ${short} queued; the value is with ${longest}, each the median of ${TURNS}, in turns`,
  })
  const peak = (some: readonly Step[]) => Math.max(...some.map((step) => step.peakMb))
  const bySize = [...Map.groupBy([...limits, ...steps], (step) => step.size)]
  bench.report({
    name: 'growth.memory',
    value: peak(values),
    unit: 'MB',
    ...memoryLimit(bench.store, Math.min(...limits.map((step) => step.restMb))),
  })
  bench.plot({
    file: 'growth',
    title: 'Rate and memory over the length of the queue',
    x: { label: 'messages queued', scale: 'log' },
    y: [{ label: 'messages per second' }, { label: 'memory of the process, MB' }],
    lines: [
      { name: 'messages per second', points: bySize.map(([size, some]) => [size, rate(some)]) },
      { name: 'memory (right)', axis: 1, points: bySize.map(([size, some]) => [size, peak(some)]) },
    ],
  })
}

export default bench
