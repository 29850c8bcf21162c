import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { demand, type Torture, type TortureContext } from './harness.ts'
import { FAULTS, type Fault, type FaultProxy, type Passed, startFaultProxy } from './run/faults.ts'
import { Installation } from './run/installation.ts'
import { type Cut, claimsOf, inDoubt, inWords, judgeMarketing, noteClaims, onTheirWay } from './run/judge.ts'
import { GRAPH_NAME } from './run/name-server.ts'
import { pause, waitUntil } from './run/wait.ts'

const BROKEN: Fault[] = ['reset_before', 'reset_after', 'half_closed', 'cut_answer', 'slow_body']
const SERVER_ERRORS: Fault[] = ['bare_500', 'bare_502_after', 'envelope_500', 'envelope_131000']
const STORM: Fault[] = ['throttled', 'throttled_bare']
const PATIENCE_MS = 90_000
const NOTHING_MS = 10_000

const torture: Torture = {
  name: 'network',
  title:
    'Resets, half-closed connections, cut and slow answers, server errors with and without an envelope, storms of 429, and no name ' +
    'server, between dispatchers and WhatsApp. Everything goes on by itself, nothing is doubled, everybody is accounted for.',
  async run(context) {
    const { quick, chance, say, tell } = context
    const noNames = join(context.temp, `jawort-no-names-${process.pid}`)
    context.later(() => rmSync(noNames, { force: true }))
    let started: FaultProxy | undefined
    const messages = quick ? 500 : 6_000
    const installation = await Installation.open(context, {
      channels: 2,
      campaignsPerChannel: 1,
      peoplePerChannel: messages / 2,
      throughput: 'STANDARD',
      processes: { dispatch: 2, intake: 1, jobs: 1 },
      dials: { shuffle: true, duplicateRate: 0.1 },
      graphUrl: async (simulatorUrl) => {
        started = await startFaultProxy(simulatorUrl, chance)
        context.later(() => started?.close())
        return `http://${GRAPH_NAME}:${started.port}`
      },
      preload: [pathToFileURL(join(import.meta.dirname, 'run/name-server.ts')).href],
      env: { TORTURE_NO_NAMES: noNames },
    })
    const proxy = started
    demand(proxy !== undefined, 'There is no proxy.')
    await noteClaims(installation)
    say(`${installation.queued} messages are queued`)
    const part = Math.floor(installation.queued / 5)
    installation.startAll()
    await during(proxy, part, 'connections break', BROKEN, 0.25)
    await during(proxy, part, 'server errors', SERVER_ERRORS, 0.25)
    // Whoever meets the app's limit waits for a minute: too long for the short form.
    const storm: Fault[] = quick ? STORM : [...STORM, 'app_limit']
    await during(proxy, Math.floor(part / 4), 'a storm of 429', storm, 0.5)
    if (!quick) await answersNothing(context, installation, proxy)
    say('no name server')
    proxy.set([], 0)
    await waitUntil(() => (proxy.passed.at(-1)?.refused ?? true) === false, {
      stuck: 'After a storm of 429 nothing goes on.',
      progress: () => proxy.passed.length,
      patienceMs: PATIENCE_MS,
    })
    writeFileSync(noNames, '')
    const cut = await proxy.down()
    await proxy.up()
    const before = proxy.passed.length
    const met = async () =>
      (
        await installation.sql<{ count: number }>(
          'select count(*)::int as count from message where error_code = -1',
        )
      )[0]?.count ?? 0
    await waitUntil(async () => (await met()) > 0, {
      stuck: 'Nothing was tried without a name server.',
      patienceMs: PATIENCE_MS,
    })
    await pause(quick ? 1_000 : 10_000)
    const without = proxy.passed.length - before
    const nameless = await met()
    rmSync(noNames)
    say('the network is well again')
    await installation.comeToRest(PATIENCE_MS)

    const doubled = nothingAfterDoubt(proxy)
    const verdict = await judgeMarketing(installation)
    const spoiled = countFaults(proxy)
    tell(`${proxy.passed.length} requests, spoiled: ${inWords(spoiled)}; without a name server: ${without}`)
    tell(`messages that found no name server: ${nameless}`)
    tell(
      `${verdict.candidates} candidates = ${verdict.messages} messages + ${verdict.exclusions} exclusions: ${inWords(verdict.states)}`,
    )
    const doubts = await judgeDoubts(installation, proxy, cut)
    tell(
      `requested again after a clear refusal: ${doubled.again}; after a doubtful answer: ${doubled.afterDoubt}`,
    )
    tell(
      `in doubt: ${doubts.all}; the request or its answer was lost: ${doubts.spoiled}; on its way when the line was cut: ${doubts.cut}, of ${doubts.met}`,
    )
    demand(
      doubled.afterDoubt === 0,
      `Message ${doubled.example} was requested again although it was in doubt.`,
    )
    demand(
      doubts.other === null,
      `Message ${doubts.other} is in doubt, although its last request was answered or never began.`,
    )
    const { failed = 0 } = verdict.states
    demand(failed === 0, `${failed} messages failed, although all refusals were temporary.`)
    demand(
      verdict.taken + doubts.all === verdict.messages,
      'Messages are neither with WhatsApp nor in doubt.',
    )
    const missing = [...BROKEN, ...SERVER_ERRORS, ...storm].filter((fault) => !spoiled[fault])
    demand(quick || missing.length === 0, `These never happened: ${missing.join(', ')}.`)
  },
}

/** Something between us and Meta answers every request with a bare server error: nobody can know what was taken. */
async function answersNothing(
  { say, tell }: TortureContext,
  installation: Installation,
  proxy: FaultProxy,
): Promise<void> {
  say('nothing but bare server errors')
  const before = proxy.passed.length
  const doubtful = async () => (await installation.states()).unknown ?? 0
  const doubts = await doubtful()
  proxy.set(['bare_500'], 1)
  await pause(NOTHING_MS)
  proxy.set([], 0)
  tell(
    `${NOTHING_MS / 1_000} s of nothing but bare server errors: ${proxy.passed.length - before} requests, ${(await doubtful()) - doubts} more messages in doubt`,
  )
}

async function during(
  proxy: FaultProxy,
  requests: number,
  what: string,
  faults: readonly Fault[],
  rate: number,
): Promise<void> {
  const until = proxy.passed.length + requests
  proxy.set(faults, rate)
  await waitUntil(() => proxy.passed.length >= until, {
    stuck: `While ${what}, sending stands still.`,
    progress: () => proxy.passed.length,
    patienceMs: PATIENCE_MS,
    lookMs: 20,
  })
}

function countFaults({ passed }: FaultProxy): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { fault } of passed) if (fault) counts[fault] = (counts[fault] ?? 0) + 1
  return counts
}

/** Only what was clearly refused may be requested again. */
function nothingAfterDoubt({ passed }: FaultProxy): { again: number; afterDoubt: number; example: string } {
  const refused = new Map<string, boolean>()
  const found = { again: 0, afterDoubt: 0, example: '' }
  for (const one of passed) {
    const before = refused.get(one.messageId)
    if (before === true) found.again++
    if (before === false) {
      found.afterDoubt++
      found.example = one.messageId
    }
    refused.set(one.messageId, one.refused)
  }
  return found
}

/** Why messages are in doubt. */
interface Doubts {
  all: number
  /** Their last request was lost on the way, or its answer. */
  spoiled: number
  /** Nobody saw their last request: it was on its way when all connections were closed. */
  cut: number
  /** How many messages that can have met at most. */
  met: number
  /** One for which there is no reason. */
  other: string | null
}

async function judgeDoubts(installation: Installation, { passed }: FaultProxy, cut: Cut): Promise<Doubts> {
  const claims = await claimsOf(installation)
  const claimedAt = new Map<string, number>()
  for (const { messageId, at } of claims)
    claimedAt.set(messageId, Math.max(at, claimedAt.get(messageId) ?? 0))
  const last = new Map(passed.map((one) => [one.messageId, one]))
  const met = onTheirWay(claims, [cut])
  const found: Doubts = { all: 0, spoiled: 0, cut: 0, met: met.size, other: null }
  for (const id of await inDoubt(installation)) {
    found.all++
    const one = last.get(id)
    if (one && one.at >= (claimedAt.get(id) ?? 0)) {
      if (isLost(one)) found.spoiled++
      else found.other = id
    } else if (met.has(id)) found.cut++
    else found.other = id
  }
  return found
}

/** Whether WhatsApp did not get it and nobody was told: of what it got, it says so by a status. */
function isLost({ fault, cut }: Passed): boolean {
  return cut || (fault !== null && !FAULTS[fault].known && !FAULTS[fault].taken)
}

export default torture
