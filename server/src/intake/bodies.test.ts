import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { type Arrived, Bodies } from './bodies.ts'

const turn = () => new Promise((resolve) => setImmediate(resolve))

function sender(bodies: Bodies) {
  const stream = new PassThrough()
  const arrived = Promise.withResolvers<Arrived>()
  bodies.read(stream, arrived.resolve)
  return { stream, arrived: arrived.promise }
}

describe('bodies that are arriving', () => {
  const limits = { each: 100, all: 150, ms: 60_000 }

  it('are given whole, in one piece or in several', async () => {
    const bodies = new Bodies(limits)
    const [one, two, none] = [sender(bodies), sender(bodies), sender(bodies)]
    one.stream.end('abc')
    two.stream.write('de')
    await turn()
    two.stream.end('f')
    none.stream.end()
    const texts = await Promise.all([one, two, none].map(({ arrived }) => arrived))
    expect(texts.map(String)).toEqual(['abc', 'def', ''])
  })

  it('make room for others, the longest first, where there is none left', async () => {
    const bodies = new Bodies(limits)
    const [waits, slow, later] = [sender(bodies), sender(bodies), sender(bodies)]
    slow.stream.write('x'.repeat(60))
    await turn()
    later.stream.write('y'.repeat(60))
    await turn()
    const quick = sender(bodies)
    quick.stream.end('z'.repeat(60))
    expect(await slow.arrived).toBe('memory')
    expect(await quick.arrived).toEqual(Buffer.from('z'.repeat(60)))
    // Who has sent nothing takes no room.
    waits.stream.end('a')
    expect(String(await waits.arrived)).toBe('a')
    // While what has arrived is being received, what is still arriving has to make room.
    const third = sender(bodies)
    third.stream.write('b'.repeat(60))
    expect(await later.arrived).toBe('memory')
    third.stream.end()
    expect(await third.arrived).toHaveLength(60)
  })

  it('are forgotten when they are received, too large or gone', async () => {
    const bodies = new Bodies(limits)
    for (let time = 0; time < 5; time++) {
      const [good, large, gone] = [sender(bodies), sender(bodies), sender(bodies)]
      gone.stream.write('x'.repeat(20))
      await turn()
      gone.stream.destroy()
      expect(await gone.arrived).toBe('gone')
      large.stream.write('x'.repeat(101))
      expect(await large.arrived).toBe('too_large')
      large.stream.end('more of it')
      await once(large.stream, 'end')
      good.stream.end('x'.repeat(100))
      bodies.release((await good.arrived) as Buffer)
    }
  })

  it('are given up after a while', async () => {
    const { stream, arrived } = sender(new Bodies({ ...limits, ms: 20 }))
    stream.write('x')
    expect(await arrived).toBe('late')
  })
})
