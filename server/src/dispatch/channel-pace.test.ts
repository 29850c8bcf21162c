import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '../platform/index.ts'
import { actionFor } from '../whatsapp/index.ts'
import { ChannelPaces } from './channel-pace.ts'
import type { Sent } from './send.ts'
import { UsageBrake } from './usage-brake.ts'

type Answer = Pick<Sent, 'outcome' | 'error'>

const accepted: Answer = { outcome: { result: 'accepted', wamid: 'wamid.1' }, error: null }
const refused = (code: number, retryAfter?: number): Answer => ({
  outcome: { result: 'retry', code, afterSeconds: 1, counts: false },
  error: {
    code,
    subcode: undefined,
    status: 400,
    title: '',
    detail: '',
    action: actionFor(code),
    retryAfter,
  },
})

describe('the pace of a channel', () => {
  const at = (pacedAt: number) => ({ wabaId: 'waba', pacedAt, startedAt: pacedAt })

  it('is one for all its runners, and each channel has its own', () => {
    let now = 0
    const paces = new ChannelPaces(new UsageBrake(() => now), () => now)
    expect(paces.of('a').allowed('waba', 80, 0)).toBe(16)
    paces.of('a').noteAnswer(refused(130429, 30), at(0))
    now += 20 * SECOND
    expect(paces.of('a').allowed('waba', 80, 0)).toBe(0)
    expect(paces.of('b').allowed('waba', 80, 0)).toBe(16)
  })

  it('halves once, too, when Meta says only afterwards that it was too fast', () => {
    const now = 60 * SECOND
    const pace = new ChannelPaces(new UsageBrake(() => now), () => now).of('a')
    const late = (agoMs: number) =>
      pace.noteLate({ code: 130429, requestAt: new Date(now - agoMs) }, 'waba', agoMs)
    late(30 * SECOND)
    expect(pace.allowed('waba', 80, 0)).toBe(16)
    late(2 * SECOND)
    late(2 * SECOND)
    late(SECOND)
    expect(pace.allowed('waba', 80, 0)).toBe(0)
    // Half of 80 a second, and half a batch of that must be there.
    expect(pace.waitMs('waba')).toBe(100)
  })

  it('rests for a whole account when the late answer says so', () => {
    const now = 60 * SECOND
    const paces = new ChannelPaces(new UsageBrake(() => now), () => now)
    paces.of('a').noteLate({ code: 80007, requestAt: new Date(now) }, 'waba', 0)
    expect(paces.of('b').allowed('waba', 80, 0)).toBe(0)
    expect(paces.of('b').allowed('another', 80, 0)).toBe(16)
  })

  it('is forgotten when the channel was idle for so long that nothing is left to know', () => {
    let now = 0
    const paces = new ChannelPaces(new UsageBrake(() => now), () => now)
    const [idle, busy] = [paces.of('idle'), paces.of('busy')]
    for (let half = 0; half < 3; half++) {
      now += 5 * MINUTE
      busy.allowed('waba', 80, 0)
      paces.forgetIdle()
    }
    expect(paces.of('busy')).toBe(busy)
    expect(paces.of('idle')).not.toBe(idle)
  })

  it('begins with few requests again once its connections are closed, and with as many as before until then', () => {
    let now = 0
    const pace = new ChannelPaces(new UsageBrake(() => now), () => now).of('a')
    for (let answer = 0; answer < 1_000; answer++) pace.noteAnswer(accepted, at(0))
    expect(pace.allowed('waba', 1_000, 0)).toBe(200)
    now += 20 * SECOND
    expect(pace.allowed('waba', 1_000, 0)).toBe(200)
    now += 40 * SECOND
    expect(pace.allowed('waba', 1_000, 0)).toBe(16)
  })
})
