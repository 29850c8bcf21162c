import { afterEach, describe, expect, it } from 'vitest'
import { createChance } from './random.ts'
import { idOf, type Kit, NUMBER, startKit, templateSend, until } from './testing/kit.ts'

let kit: Kit
afterEach(() => kit.close())

const question = {
  type: 'interactive',
  interactive: {
    type: 'button',
    body: { text: 'Möchtest du Angebote von Muster GmbH per WhatsApp?' },
    action: {
      buttons: [
        { type: 'reply', reply: { id: 'doi:yes:1', title: 'JA' } },
        { type: 'reply', reply: { id: 'doi:no:1', title: 'NEIN' } },
      ],
    },
  },
}

/** Gathers a crowd that writes START and asks each the question. @returns the phone numbers in order */
async function askAll(count: number): Promise<string[]> {
  await kit.sim('PATCH', `/sim/numbers/${NUMBER}`, { throughput: 'HIGH' })
  const { body } = await kit.sim('POST', '/sim/crowd', {
    count,
    phoneNumberId: NUMBER,
    optIn: { text: 'START' },
    perSecond: 2000,
  })
  expect(body).toEqual({ created: count, ids: ['crowd-1', `crowd-${count}`] })
  await until(() => kit.sink.messages().length === count)
  const phones = kit.sink
    .messages()
    .map((message) => `+${message.from}`)
    .sort()
  for (const phone of phones) await kit.send(phone, question)
  return phones
}

const taps = (): Record<string, unknown>[] =>
  kit.sink.messages().filter((message) => message.type === 'interactive')

describe('crowd', () => {
  it('opts in by tapping YES on the question it was asked', async () => {
    kit = await startKit({ optInYesRate: 1, deliverRate: 1 })
    await askAll(40)
    await until(() => taps().length === 40)
    for (const tap of taps()) {
      expect(tap.interactive).toEqual({
        type: 'button_reply',
        button_reply: { id: 'doi:yes:1', title: 'JA' },
      })
      expect(tap.context).toMatchObject({ from: '4930123456' })
    }
    expect((await kit.sim('GET', '/sim/crowd')).body).toMatchObject({
      count: 40,
      asked: 40,
      optedIn: 40,
      read: 40,
    })
  })

  it('decides by the seed, whatever the network does', async () => {
    const decided: string[][] = []
    for (const seed of ['a', 'b']) {
      kit = await startKit({ optInYesRate: 0.5, deliverRate: 1 }, seed)
      await askAll(60)
      const chance = createChance(seed)
      const members = Array.from({ length: 60 }, (_, n) => n + 1)
      const yes = members
        .filter((n) => chance.hit(0.5, `crowd-${n}:0:yes`))
        .map((n) => String(4_915_120_000_000 + n))
      await until(() => taps().length === yes.length)
      expect(
        taps()
          .map((tap) => String(tap.from))
          .sort(),
      ).toEqual(yes)
      decided.push(yes)
      if (seed === 'a') await kit.close()
    }
    expect(decided[0]).not.toEqual(decided[1])
  })

  it('stops by word or by button when marketing comes, and says so once', async () => {
    kit = await startKit({ deliverRate: 1, stopRate: 0, tapRate: 0, blockRate: 0, readRate: 1 })
    await kit.sim('PATCH', `/sim/numbers/${NUMBER}`, { throughput: 'HIGH' })
    await kit.template('aktion')
    await kit.sim('POST', '/sim/crowd', { count: 60, phoneNumberId: NUMBER, stopOnMarketing: 30 })
    for (let n = 1; n <= 60; n++) await kit.send(`+${4_915_120_000_000 + n}`, templateSend('aktion'))
    await until(() => kit.sink.messages().length === 30)
    const kinds = kit.sink.messages().map((message) => message.type)
    expect(new Set(kinds)).toEqual(new Set(['text', 'button']))
    expect(kinds.filter((kind) => kind === 'text').length).toBeGreaterThan(15)
    await until(async () => Number((await kit.sim('GET', '/sim/crowd')).body.delivered) === 60)
    expect((await kit.sim('GET', '/sim/crowd')).body).toMatchObject({ stopped: 30 })
  })

  it('blocks by the dial, and what comes later fails', async () => {
    kit = await startKit({ deliverRate: 1, stopRate: 0, blockRate: 1, readRate: 1 })
    await kit.template('aktion')
    await kit.sim('POST', '/sim/crowd', { count: 1, phoneNumberId: NUMBER })
    await kit.send('+4915120000001', templateSend('aktion'))
    await until(async () => Number((await kit.sim('GET', '/sim/crowd')).body.blocked) === 1)
    const id = idOf(await kit.send('+4915120000001', templateSend('aktion')))
    await until(() => kit.statusesOf(id).length === 1)
    expect(kit.statusesOf(id)[0]?.status).toBe('failed')
  })

  it('is in part out of reach when the dial says so: those messages stay at sent', async () => {
    kit = await startKit({ deliverRate: 0 })
    await kit.template('aktion')
    await kit.sim('POST', '/sim/crowd', { count: 1, phoneNumberId: NUMBER })
    const id = idOf(await kit.send('+4915120000001', templateSend('aktion')))
    await until(() => kit.statusesOf(id).length === 1)
    await kit.sim('POST', '/sim/clock', { advanceMs: 60_000 })
    expect(kit.statusesOf(id).map((status) => status.status)).toEqual(['sent'])
  })
})
