import type { Bench, BenchContext } from './harness.ts'
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

const bench: Bench = {
  name: 'growth',
  title:
    'A fixed number of messages is sent while the queue holds at least so many more: the rate must not depend on the length of the ' +
    'queue, nor must the memory of the process. Every size has a process of its own.',
  stores: ['postgres', 'pglite'],
  async run(bench) {
    const plan = planFor(bench)
    const steps: Step[] = []
    const place = await bench.place({ atNoon: true })
    let people = 0
    let left = 0
    let shop: Parameters<typeof seedMore>[1]['shop'] | undefined
    for (const size of plan.sizes) {
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
      const { thousands, requests, firstAt, lastAt } = await responder.stats()
      await responder.stop()
      left = size + plan.send - requests
      const from = thousands[plan.skip / 1000 - 1] ?? firstAt
      const to = thousands[plan.send / 1000 - 1] ?? lastAt
      const perSecond = (plan.send - plan.skip) / ((to - from) / 1000)
      steps.push({ size, perSecond, restMb: sent.restMb, peakMb: sent.peakMb })
      bench.say(`${size} queued: ${Math.round(perSecond)} messages/s, ${sent.peakMb} MB`)
    }
    show(bench, steps)
  },
}

function planFor({ quick, size, store }: BenchContext): Plan {
  if (quick) return { people: 150, sizes: [100, 300], send: 200, skip: 0 }
  const sizes = store === 'pglite' ? [2_000, 20_000, 200_000] : [10_000, 100_000, 1_000_000, 3_000_000]
  const send = store === 'pglite' ? 5_000 : 30_000
  return { people: 1_000_000, sizes: sizes.filter((one) => one <= (size ?? one)), send, skip: 2_000 }
}

function show(bench: BenchContext, steps: readonly Step[]): void {
  const [first] = steps
  const last = steps.at(-1)
  if (!first || !last) throw new Error('The size is smaller than the shortest queue.')
  bench.report({
    value: last.perSecond,
    unit: 'messages/s',
    limit: first.perSecond,
    against: `the rate with ${first.size} queued; the value is with ${last.size}`,
  })
  bench.report({
    name: 'growth.memory',
    value: last.peakMb,
    unit: 'MB',
    ...memoryLimit(bench.store, first.restMb),
  })
  bench.plot({
    file: 'growth',
    title: 'Rate and memory over the length of the queue',
    x: { label: 'messages queued', scale: 'log' },
    y: [{ label: 'messages per second' }, { label: 'memory of the process, MB' }],
    lines: [
      { name: 'messages per second', points: steps.map(({ size, perSecond }) => [size, perSecond]) },
      { name: 'memory (right)', axis: 1, points: steps.map(({ size, peakMb }) => [size, peakMb]) },
    ],
  })
}

export default bench
