import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { demand, type Torture, type TortureContext } from './harness.ts'
import type { Chance } from './run/chance.ts'
import { Installation } from './run/installation.ts'
import { allMessages, inWords, judgeMarketing } from './run/judge.ts'
import { judgeStops, wasUnderWay } from './run/judge-stops.ts'
import { watchReceipts } from './run/receipts.ts'
import { personAt } from './run/seed.ts'
import { readStarts, spreadInWords, spreadOf } from './run/starts.ts'
import { pause, waitUntil } from './run/wait.ts'

const CHANNELS = 3
const WORDS = ['STOP', 'Stopp', 'stop!', 'Abmelden', 'Bitte keine Nachrichten mehr', 'STOP'] as const
/** People who write at the same time. */
const AT_ONCE = 8
/** Share of the people who are chosen by when their turn comes. */
const AIMED = 0.7
const PATIENCE_MS = 120_000
/** How long WhatsApp takes to answer, usually. */
const LATENCY_MS = [2, 30]
/** So many people write while their message is under way, and as many withdrawals have to meet it there. */
const CAUGHT = 30
const MET = 10
/** How long WhatsApp takes to answer meanwhile, one after the other until it was long enough; the sender gives up after 30 s. */
const SLOW_MS = [1_500, 6_000, 24_000]

/** Somebody who gets the campaign. */
interface Person {
  /** In the simulator. */
  id: string
  phoneNumberId: string
}

const torture: Torture = {
  name: 'stop',
  title:
    'People write STOP at random times while three dispatchers send to them, and webhooks come shuffled and twice. No marketing ' +
    'request to a person starts once their STOP is durable and what was just starting has started, nor after their withdrawal is ' +
    'committed, and none at all comes after the receipt. Everybody who wrote has withdrawn in the end, and nobody else.',
  async run(context) {
    const { quick, say, tell } = context
    const messages = quick ? 1_500 : 100_000
    const stops = quick ? 150 : 10_000
    const starts = (n: number) => join(context.temp, `jawort-starts-${process.pid}-${n}`)
    context.later(() => {
      for (let n = 0; n < CHANNELS; n++) rmSync(starts(n), { force: true })
    })
    const installation = await Installation.open(context, {
      channels: CHANNELS,
      campaignsPerChannel: 1,
      peoplePerChannel: Math.ceil(messages / CHANNELS),
      // A short run at full speed would be over before anybody has made up their mind.
      throughput: quick ? 'STANDARD' : 'HIGH',
      processes: { dispatch: CHANNELS, intake: 2, jobs: 1 },
      dials: { latencyMs: LATENCY_MS, duplicateRate: 0.3, shuffle: true, readRate: 0.1 },
      preload: [pathToFileURL(join(import.meta.dirname, 'run/watch-starts.ts')).href],
      dispatchEnv: (n) => ({ TORTURE_STARTS: starts(n) }),
    })
    say(`${installation.queued} messages are queued`)
    installation.startAll()
    await waitUntil(() => installation.traffic.requests.length > 0, {
      stuck: 'Nothing was sent.',
      patienceMs: PATIENCE_MS,
    })
    const receipts = await watchReceipts(installation)
    context.later(receipts.close)
    const wrote = await everybodyStops(context, installation, stops)
    say(`${wrote.size} people have written STOP`)
    await installation.comeToRest(PATIENCE_MS)
    const holds = await receipts.end()
    // In order, so that what they have noted is on disk.
    await Promise.all(installation.of('dispatch').map((server) => server.end('SIGTERM')))

    const verdict = await judgeMarketing(installation)
    const seen = readStarts(installation.of('dispatch').map((_server, n) => starts(n)))
    const { requests } = installation.traffic
    const withdrawn = await withdrawals(installation)
    const found = judgeStops(requests, await allMessages(installation), { wrote, holds, withdrawn }, seen)

    tell(
      `${verdict.messages} messages: ${inWords(verdict.states)}; ${wrote.size} people wrote STOP meanwhile`,
    )
    tell(
      `of these, ${found.requested} had been sent to before their withdrawal was committed, ${found.spared} never were`,
    )
    tell(
      `withdrawals that met the message claimed, before its request: ${await stoppedWhenClaimed(installation)}; under way: ${found.underWay}`,
    )
    tell(
      `requests that started after the STOP held: ${found.madeUnheard}; after the commit: ${found.madeLate}; that came after the receipt: ${found.afterReceipt}`,
    )
    tell(
      `first bytes after the commit, though started before it: ${found.wireLate.length}${worst(found.wireLate)}`,
    )
    tell(
      `arrived after the commit, though started before it: ${found.arrivedLate.length}${worst(found.arrivedLate)}`,
    )
    tell(`from start to network, all ${seen.size} requests: ${spreadInWords(spreadOf(found.toWire))}`)
    tell(`from start to WhatsApp: ${spreadInWords(spreadOf(found.toArrival))}`)
    const close = found.margins.filter((ms) => ms < 1_000)
    tell(
      `withdrawals committed within a second after the start of a request: ${close.length}, the closest ${Math.min(...close, 1_000).toFixed(1)} ms after it`,
    )
    tell(`receipts: ${found.receipts}`)
    demand(
      found.violations.length === 0,
      `${found.violations.length} of them. ${found.violations.slice(0, 5).join(' ')}`,
    )
    demand(
      found.underWay >= MET,
      `Only ${found.underWay} withdrawals met a message under way: the test shows little.`,
    )
  },
}

/**
 * People of every channel write STOP over the whole run. Some of them are anybody; most are those whose turn is just coming, as far
 * as one can tell, so that withdrawals meet messages that wait, are claimed, are under way.
 * @returns the contacts of all who wrote
 */
async function everybodyStops(
  { chance, say }: TortureContext,
  installation: Installation,
  stops: number,
): Promise<Set<string>> {
  const { simulator, traffic, queued } = installation
  const people = await peopleOf(installation)
  const gone = new Set<string>()
  const aim = new Aim(installation)
  const write = async (contactId: string) => {
    const one = people.get(contactId)
    if (!one || gone.has(contactId)) return
    gone.add(contactId)
    aim.wrote(contactId)
    await simulator.call('POST', `/sim/people/${one.id}/messages`, {
      phoneNumberId: one.phoneNumberId,
      text: chance.pick(WORDS),
    })
  }
  say(`${await stopUnderWay(installation, write)} withdrawals met a message under way`)
  const anybody = chance.shuffled([...people.keys()])
  const writer = async () => {
    while (gone.size < stops) {
      const share = gone.size / stops
      const since = performance.now()
      while (traffic.requests.length < share * 0.97 * queued && performance.now() - since < 5_000)
        await pause(20)
      const contactId = (chance.hit(AIMED) ? await aim.next(chance) : undefined) ?? anybody.pop()
      demand(contactId !== undefined, 'There is nobody left who could write STOP.')
      await write(contactId)
      await pause(chance.between(0, 50))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, writer))
  return gone
}

/**
 * That withdrawals meet messages under way is not left to luck: WhatsApp is slow to answer for a while, and people write whose
 * messages it has just got. On a machine where their withdrawals come too late, it is slower still the next time.
 * @returns how many met
 */
async function stopUnderWay(
  installation: Installation,
  write: (contactId: string) => Promise<void>,
): Promise<number> {
  const { simulator, traffic } = installation
  const answerIn = (latencyMs: number[]) => simulator.call('PATCH', '/sim/dials', { latencyMs })
  let met = 0
  for (const slow of SLOW_MS) {
    if (met >= MET) break
    await answerIn([slow, slow])
    // What was asked before has its answer by then.
    await pause(slow / 4)
    const caught = await installation.sql<{ contact_id: string; message_id: string }>(
      `select contact_id, message_id from message where category = 'marketing' and state = 'sending' order by sending_at desc limit ${CAUGHT}`,
    )
    await Promise.all(caught.map((each) => write(each.contact_id)))
    await pause(slow)
    await traffic.catchUp()
    const withdrawn = await withdrawals(installation)
    const contacts = new Map(caught.map((each) => [each.message_id, each.contact_id]))
    met += traffic.requests.filter((request) =>
      wasUnderWay(request, withdrawn.get(contacts.get(request.messageId) ?? '')),
    ).length
  }
  await answerIn(LATENCY_MS)
  return met
}

/** Finds people whose message is claimed already, or will be about when a STOP that is written now is received. */
class Aim {
  readonly #installation: Installation
  readonly #wroteAt = new Map<string, number>()
  #ready: string[] = []
  #looking: Promise<void> | undefined
  #seen = { requests: 0, at: Date.now() }

  constructor(installation: Installation) {
    this.#installation = installation
  }

  wrote(contactId: string): void {
    this.#wroteAt.set(contactId, Date.now())
  }

  async next(chance: Chance): Promise<string | undefined> {
    if (this.#ready.length === 0) {
      this.#looking ??= this.#look(chance).finally(() => {
        this.#looking = undefined
      })
      await this.#looking
    }
    return this.#ready.pop()
  }

  async #look(chance: Chance): Promise<void> {
    const { traffic } = this.#installation
    const now = { requests: traffic.requests.length, at: Date.now() }
    const perSecond = (1_000 * (now.requests - this.#seen.requests)) / Math.max(1, now.at - this.#seen.at)
    this.#seen = now
    const ahead = (Math.max(60, perSecond / CHANNELS) * (await this.#usualMs())) / 1_000
    const rows = await this.#installation.sql<{ contact_id: string }>(`
      select contact_id from campaign c cross join lateral (select contact_id from message_queue q
        where q.campaign_id = c.campaign_id and not stopped order by not_before, message_id
        limit ${Math.ceil(ahead)}) soon`)
    this.#ready = chance.shuffled(rows.map((row) => row.contact_id)).slice(0, AT_ONCE)
  }

  /** From writing a STOP to its commit, lately; its receipt lies in between. */
  async #usualMs(): Promise<number> {
    const since = Date.now() - 3_000
    const took = [...(await withdrawals(this.#installation))].flatMap(([contactId, at]) =>
      at > since ? at - (this.#wroteAt.get(contactId) ?? at) : [],
    )
    return took.length === 0 ? 1_000 : spreadOf(took).median
  }
}

/** Everybody who gets the campaign, by contact: who withdrew before it cannot withdraw again. */
async function peopleOf(installation: Installation): Promise<Map<string, Person>> {
  const { runtime, close } = await installation.openRuntime()
  try {
    const { businessId, channels } = installation.shop
    const byDigest = new Map(
      channels.flatMap(({ phoneNumberId, first, people }) =>
        Array.from({ length: people }, (_, n) => {
          const { id, phone } = personAt(first + n)
          return [runtime.vault.digest(businessId, 'phone', phone), { id, phoneNumberId }] as const
        }),
      ),
    )
    const rows = await installation.sql<{ contact_id: string; digest: string }>(
      "select contact_id, digest from contact_identity where kind = 'phone' and contact_id in (select contact_id from message)",
    )
    return new Map(
      rows.flatMap(({ contact_id, digest }) => {
        const person = byDigest.get(digest)
        return person ? [[contact_id, person] as const] : []
      }),
    )
  } finally {
    await close()
  }
}

/** When each person's withdrawal was committed, by contact; those who withdrew before the campaign have no message. */
async function withdrawals(installation: Installation): Promise<Map<string, number>> {
  const rows = await installation.sql<{ contact_id: string; at: number }>(`
    select contact_id, extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000 as at
    from consent where state = 'withdrawn' and contact_id in (select contact_id from message)`)
  return new Map(rows.map(({ contact_id, at }) => [contact_id, Number(at)]))
}

/** Messages that were claimed once and never started: the withdrawal, or its receipt, came between. */
async function stoppedWhenClaimed(installation: Installation): Promise<number> {
  const rows = await installation.sql(
    "select 1 from message where category = 'marketing' and state = 'withheld' and sending_at is not null",
  )
  return rows.length
}

function worst(late: readonly number[]): string {
  return late.length === 0 ? '' : `, at most ${Math.max(...late).toFixed(1)} ms`
}

export default torture
