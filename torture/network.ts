import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { demand, type Torture, type TortureContext } from './harness.ts'
import { FAULTS, type Fault, type FaultProxy, startFaultProxy } from './run/faults.ts'
import { Installation } from './run/installation.ts'
import { inWords, judgeMarketing } from './run/judge.ts'
import { GRAPH_NAME } from './run/name-server.ts'
import { pause, waitUntil } from './run/wait.ts'

const BROKEN: Fault[] = ['reset_before', 'reset_after', 'half_closed', 'cut_answer', 'slow_body']
const SERVER_ERRORS: Fault[] = ['bare_500', 'bare_502_after', 'envelope_131000']
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
    await proxy.down()
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
    tell(
      `${proxy.passed.length} requests, spoiled: ${inWords(countFaults(proxy))}; without a name server: ${without}`,
    )
    tell(`messages that found no name server: ${nameless}`)
    tell(
      `${verdict.candidates} candidates = ${verdict.messages} messages + ${verdict.exclusions} exclusions: ${inWords(verdict.states)}`,
    )
    const { unknown = 0, failed = 0 } = verdict.states
    const lost = await doubtWithoutCause(installation, proxy)
    tell(
      `requested again after a clear refusal: ${doubled.again}; after a doubtful answer: ${doubled.afterDoubt}`,
    )
    demand(
      doubled.afterDoubt === 0,
      `Message ${doubled.example} was requested again although it was in doubt.`,
    )
    demand(lost === null, `Message ${lost} is in doubt, although its last request was answered.`)
    demand(failed === 0, `${failed} messages failed, although all refusals were temporary.`)
    demand(verdict.taken + unknown === verdict.messages, 'Messages are neither with WhatsApp nor in doubt.')
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

/** A message is in doubt only if its last request was lost on the way, or its answer. @returns one that is not so */
async function doubtWithoutCause(installation: Installation, { passed }: FaultProxy): Promise<string | null> {
  const last = new Map(passed.map((one) => [one.messageId, one]))
  const rows = await installation.sql<{ message_id: string }>(
    "select message_id from message where state = 'unknown'",
  )
  for (const { message_id } of rows) {
    const one = last.get(message_id)
    // What was cut off before its last byte, when connections were closed, was not noted as a request.
    if (one && (one.fault === null || FAULTS[one.fault].known || FAULTS[one.fault].taken)) return message_id
  }
  return null
}

export default torture
