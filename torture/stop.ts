import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { demand, type Torture, type TortureContext } from './harness.ts'
import type { Chance } from './run/chance.ts'
import { Installation } from './run/installation.ts'
import { allMessages, inWords, judgeMarketing } from './run/judge.ts'
import { judgeStops } from './run/judge-stops.ts'
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

const torture: Torture = {
  name: 'stop',
  title:
    'People write STOP at random times while three dispatchers send to them, and webhooks come shuffled and twice. No marketing ' +
    'request to a person starts after their withdrawal is committed, and none at all comes after the receipt.',
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
    const before = installation.shop.channels.length * Math.ceil(messages / CHANNELS) - installation.queued
    demand(
      withdrawn.size >= said - before,
      `${said} people wrote STOP, only ${withdrawn.size} are withdrawn, and ${before} were before.`,
    )
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
    const close = found.margins.filter((ms) => ms < 1_000)
    tell(
      `withdrawals committed within a second after the start of a request: ${close.length}, the closest ${Math.min(...close, 1_000).toFixed(1)} ms after it`,
    )
    tell(`receipts: ${found.receipts}`)
    demand(found.violations.length === 0, found.violations.slice(0, 5).join(' '))
  },
}

/**
 * People of every channel write STOP over the whole run. Some of them are anybody; most are those whose turn comes just when their
 * word has been processed, as far as one can tell, so that withdrawals meet messages that wait, are claimed, are under way.
 * @returns how many wrote
 */
async function everybodyStops(
  { chance }: TortureContext,
  installation: Installation,
  stops: number,
): Promise<number> {
  const { shop, simulator, traffic, queued } = installation
  const everybody = shop.channels.flatMap(({ phoneNumberId, first, people }) =>
    Array.from({ length: people }, (_, n) => ({ phoneNumberId, person: personAt(first + n) })),
  )
  const byPhone = new Map(everybody.map((each) => [each.person.phone, each]))
  const anybody = chance.shuffled(everybody)
  const aim = new Aim(installation, await phonesByContact(installation, [...byPhone.keys()]))
  const gone = new Set<string>()
  const write = async () => {
    while (gone.size < stops) {
      const share = gone.size / stops
      const since = performance.now()
      while (traffic.requests.length < share * 0.97 * queued && performance.now() - since < 5_000)
        await pause(20)
      const phone = chance.hit(AIMED) ? await aim.next(chance) : undefined
      const one = phone === undefined ? anybody.pop() : byPhone.get(phone)
      if (!one || gone.has(one.person.id)) continue
      gone.add(one.person.id)
      aim.wrote(one.person.phone)
      await simulator.call('POST', `/sim/people/${one.person.id}/messages`, {
        phoneNumberId: one.phoneNumberId,
        text: chance.pick(WORDS),
      })
      await pause(chance.between(0, 50))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, write))
  return gone.size
}

/** Finds people whose message will start about when a STOP that is written now will be committed. */
class Aim {
  readonly #installation: Installation
  readonly #phones: ReadonlyMap<string, string>
  readonly #wroteAt = new Map<string, number>()
  #ready: string[] = []
  #looking: Promise<void> | undefined
  #seen = { requests: 0, at: Date.now() }

  constructor(installation: Installation, phones: ReadonlyMap<string, string>) {
    this.#installation = installation
    this.#phones = phones
  }

  wrote(phone: string): void {
    this.#wroteAt.set(phone, Date.now())
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
        where q.campaign_id = c.campaign_id and epoch is null order by not_before, message_id
        limit ${Math.ceil(ahead)} offset ${Math.floor(ahead / 4)}) soon`)
    const phones = rows.flatMap(({ contact_id }) => this.#phones.get(contact_id) ?? [])
    this.#ready = chance.shuffled(phones).slice(0, AT_ONCE)
  }

  /** From writing a STOP to its commit, lately. */
  async #usualMs(): Promise<number> {
    const rows = await this.#installation.sql<{ contact_id: string; at: number }>(`
      select contact_id, extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000 as at from consent
      where state = 'withdrawn' and updated_at > now() - interval '3 seconds' limit 100`)
    const took = rows.flatMap(({ contact_id, at }) => {
      const wroteAt = this.#wroteAt.get(this.#phones.get(contact_id) ?? '')
      return wroteAt === undefined ? [] : [Number(at) - wroteAt]
    })
    return took.length === 0 ? 1_000 : spreadOf(took).median
  }
}

/** The numbers of the people who get the campaign, by contact. */
async function phonesByContact(
  installation: Installation,
  phones: readonly string[],
): Promise<Map<string, string>> {
  const { runtime, close } = await installation.openRuntime()
  try {
    const digests = new Map(
      phones.map((phone) => [runtime.vault.digest(installation.shop.businessId, 'phone', phone), phone]),
    )
    const rows = await installation.sql<{ contact_id: string; digest: string }>(
      "select contact_id, digest from contact_identity where kind = 'phone'",
    )
    return new Map(rows.map(({ contact_id, digest }) => [contact_id, digests.get(digest) ?? '']))
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

function worst(late: readonly number[]): string {
  return late.length === 0 ? '' : `, at most ${Math.max(...late).toFixed(1)} ms`
}

export default torture
