import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { demand, type Torture, type TortureContext } from './harness.ts'
import { Installation } from './run/installation.ts'
import { allMessages, inWords, judgeMarketing, type MessageRow } from './run/judge.ts'
import { personAt } from './run/seed.ts'
import { readStarts, type Start, spreadInWords, spreadOf } from './run/starts.ts'
import type { SeenRequest } from './run/traffic.ts'
import { pause, waitUntil } from './run/wait.ts'

const CHANNELS = 3
const WORDS = ['STOP', 'Stopp', 'stop!', 'Abmelden', 'Bitte keine Nachrichten mehr', 'STOP'] as const
/** People who write at the same time. */
const AT_ONCE = 8
const PATIENCE_MS = 120_000

const torture: Torture = {
  name: 'stop',
  title:
    'People write STOP at random times while three dispatchers send to them, and webhooks come shuffled and twice. No marketing ' +
    'request to a person starts after their withdrawal is committed, and none at all comes after the receipt.',
  async run(context) {
    const { quick, say, tell } = context
    const messages = quick ? 3_000 : 100_000
    const stops = quick ? 300 : 10_000
    const starts = (n: number) => join(context.temp, `jawort-starts-${process.pid}-${n}`)
    const installation = await Installation.open(context, {
      channels: CHANNELS,
      campaignsPerChannel: 1,
      peoplePerChannel: Math.ceil(messages / CHANNELS),
      // A short run at full speed would be over before anybody has made up their mind.
      throughput: quick ? 'STANDARD' : 'HIGH',
      processes: { dispatch: CHANNELS, intake: 2, jobs: 1 },
      dials: { latencyMs: [2, 30], duplicateRate: 0.3, shuffle: true, readRate: 0.1 },
      preload: [pathToFileURL(join(import.meta.dirname, 'run/watch-starts.ts')).href],
      dispatchEnv: (n) => ({ TORTURE_STARTS: starts(n) }),
    })
    say(`${installation.queued} messages are queued`)
    installation.startAll()
    await waitUntil(() => installation.traffic.requests.length > 0, {
      stuck: 'Nothing was sent.',
      patienceMs: PATIENCE_MS,
    })
    const said = await everybodyStops(context, installation, stops)
    say(`${said} people have written STOP`)
    await installation.comeToRest(PATIENCE_MS)
    // In order, so that what they have noted is on disk.
    await Promise.all(installation.of('dispatch').map((server) => server.end('SIGTERM')))

    const withdrawn = await withdrawals(installation)
    demand(withdrawn.size >= said, `${said} people wrote STOP, only ${withdrawn.size} are withdrawn.`)
    const verdict = await judgeMarketing(installation)
    const seen = readStarts(installation.of('dispatch').map((_server, n) => starts(n)))
    const found = judgeStops(installation.traffic.requests, await allMessages(installation), withdrawn, seen)

    tell(`${verdict.messages} messages: ${inWords(verdict.states)}; ${said} people wrote STOP meanwhile`)
    tell(
      `of these, ${found.requested} had been sent to before their withdrawal was committed, ${found.spared} never were`,
    )
    tell(
      `requests that started after the commit: ${found.madeLate}; after the receipt: ${found.afterReceipt}`,
    )
    tell(
      `first bytes after the commit, though started before it: ${found.wireLate.length}${worst(found.wireLate)}`,
    )
    tell(
      `arrived after the commit, though started before it: ${found.arrivedLate.length}${worst(found.arrivedLate)}`,
    )
    tell(`from start to network, all ${seen.size} requests: ${spreadInWords(spreadOf(found.toWire))}`)
    tell(`from start to WhatsApp: ${spreadInWords(spreadOf(found.toArrival))}`)
    tell(`from the last request before it to the commit: ${spreadInWords(spreadOf(found.margins))}`)
    tell(`receipts: ${found.receipts}`)
    demand(found.violations.length === 0, found.violations.slice(0, 5).join(' '))
  },
}

/** Random people of every channel write STOP at random times over the whole run. @returns how many */
async function everybodyStops(
  { chance, quick }: TortureContext,
  { shop, simulator, traffic, queued }: Installation,
  stops: number,
): Promise<number> {
  const everybody = shop.channels.flatMap(({ phoneNumberId, first, people }) =>
    Array.from({ length: people }, (_, n) => ({ phoneNumberId, person: personAt(first + n) })),
  )
  const leaving = chance.shuffled(everybody).slice(0, stops)
  const total = leaving.length
  const goAt = leaving.map(() => chance.next() * 0.97).sort((a, b) => a - b)
  const write = async () => {
    for (let one = leaving.pop(); one; one = leaving.pop()) {
      // Its moment is a share of the campaign, however fast this machine sends.
      const share = goAt[total - leaving.length - 1] ?? 0
      const since = performance.now()
      while (traffic.requests.length < share * queued && performance.now() - since < (quick ? 5_000 : 20_000))
        await pause(20)
      await pause(chance.between(0, 100))
      await simulator.call('POST', `/sim/people/${one.person.id}/messages`, {
        phoneNumberId: one.phoneNumberId,
        text: chance.pick(WORDS),
      })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, write))
  return total
}

/** When each person's withdrawal was committed, by contact; those who withdrew before the campaign have no message. */
async function withdrawals(installation: Installation): Promise<Map<string, number>> {
  const rows = await installation.sql<{ contact_id: string; at: number }>(`
    select contact_id, extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000 as at
    from consent where state = 'withdrawn' and contact_id in (select contact_id from message)`)
  return new Map(rows.map(({ contact_id, at }) => [contact_id, Number(at)]))
}

interface Found {
  requested: number
  spared: number
  madeLate: number
  afterReceipt: number
  wireLate: number[]
  arrivedLate: number[]
  toWire: number[]
  toArrival: number[]
  /** Milliseconds between the start of a person's last marketing request and the commit of their withdrawal. */
  margins: number[]
  receipts: number
  violations: string[]
}

function judgeStops(
  requests: readonly SeenRequest[],
  messages: readonly MessageRow[],
  withdrawn: ReadonlyMap<string, number>,
  starts: ReadonlyMap<string, Start>,
): Found {
  const found: Found = {
    requested: 0,
    spared: 0,
    madeLate: 0,
    afterReceipt: 0,
    wireLate: [],
    arrivedLate: [],
    toWire: [],
    toArrival: [],
    margins: [],
    receipts: 0,
    violations: [],
  }
  const byId = new Map(messages.map((message) => [message.message_id, message]))
  const receiptAt = new Map<string, number>()
  for (const request of requests) {
    const message = byId.get(request.messageId)
    if (message?.kind !== 'receipt' || request.status !== 200) continue
    found.receipts++
    if (receiptAt.has(message.contact_id))
      found.violations.push(`Person ${message.contact_id} got two receipts.`)
    receiptAt.set(message.contact_id, request.at)
  }
  const sentTo = new Set<string>()
  for (const request of requests) {
    const message = byId.get(request.messageId)
    const start = starts.get(request.messageId)
    if (message?.category !== 'marketing') continue
    if (!start) {
      found.violations.push(
        `The start of message ${request.messageId} was not noted: nothing can be said of it.`,
      )
      continue
    }
    found.toWire.push(start.wire - start.made)
    found.toArrival.push(request.at - start.made)
    const committed = withdrawn.get(message.contact_id)
    if (committed === undefined) continue
    sentTo.add(message.contact_id)
    found.margins.push(committed - start.made)
    const receipt = receiptAt.get(message.contact_id)
    if (receipt !== undefined && request.at > receipt) {
      found.afterReceipt++
      found.violations.push(
        `Message ${request.messageId} reached WhatsApp ${request.at - receipt} ms after the receipt of person ${message.contact_id}.`,
      )
    }
    if (start.made > committed) {
      found.madeLate++
      found.violations.push(
        `Message ${request.messageId} started ${(start.made - committed).toFixed(3)} ms after the withdrawal of person ${message.contact_id} was committed.`,
      )
    }
    if (start.wire > committed) found.wireLate.push(start.wire - committed)
    if (request.at > committed) found.arrivedLate.push(request.at - committed)
  }
  for (const [contactId] of withdrawn) {
    if (sentTo.has(contactId)) found.requested++
    else found.spared++
    if (!receiptAt.has(contactId)) found.violations.push(`Person ${contactId} got no receipt.`)
  }
  return found
}

function worst(late: readonly number[]): string {
  return late.length === 0 ? '' : `, at most ${Math.max(...late).toFixed(1)} ms`
}

export default torture
