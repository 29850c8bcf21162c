import type { Bench } from './harness.ts'
import { startResponder } from './run/start-responder.ts'
import { seed } from './seed/index.ts'
import { sendQueued } from './send/index.ts'

const bench: Bench = {
  name: 'latency',
  title:
    'A channel that may send 1,000 messages per second, and answers that take 400 ms: the pace must be kept exactly. The figure is ' +
    'the mean after the ramp-up; the plot shows every second.',
  stores: ['postgres', 'pglite'],
  async run(bench) {
    const perSecond = bench.quick ? 100 : (bench.size ?? 1_000)
    const latencyMs = bench.quick ? 50 : 400
    const [rampUp, measured] = bench.quick ? [1, 2] : [3, 30]
    const messages = perSecond * (rampUp + measured + 1)
    const place = await bench.place({ atNoon: true })
    bench.say(`preparing ${messages} messages …`)
    await seed(place, { throughput: perSecond, people: messages, messages })
    const responder = await startResponder({ latencyMs })
    bench.later(() => responder.stop())
    bench.say('sending …')
    await sendQueued({ place, responderUrl: responder.url, messages, all: true })
    const { perTenth, underWay } = await responder.stats()
    const seconds = Array.from({ length: rampUp + measured }, (_, second) =>
      perTenth.slice(second * 10, second * 10 + 10).reduce((sum, one) => sum + (one ?? 0), 0),
    )
    const steady = seconds.slice(rampUp)
    bench.say(`seconds ${Math.min(...steady)}–${Math.max(...steady)} messages, ${underWay} under way`)
    bench.report({
      value: steady.reduce((sum, one) => sum + one, 0) / steady.length,
      unit: 'messages/s',
      limit: perSecond,
      against: `the channel's throughput, answers after ${latencyMs} ms`,
    })
    bench.report({
      name: 'latency.least',
      value: Math.min(...steady),
      unit: 'messages/s',
      limit: perSecond,
      against: 'the same, in the slowest second',
    })
    bench.plot({
      file: 'latency',
      title: `Messages in each second, answers after ${latencyMs} ms`,
      x: { label: 'seconds' },
      y: [{ label: 'messages per second', to: perSecond * 1.25 }],
      lines: [
        { name: 'Jawort', points: seconds.map((count, second) => [second + 1, count]) },
        {
          name: 'throughput',
          dashed: true,
          points: [
            [1, perSecond],
            [seconds.length, perSecond],
          ],
        },
      ],
    })
  },
}

export default bench
